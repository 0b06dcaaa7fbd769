import SpecReading
import YAMLTree

extension Rule {
  /// What a stage may be called.
  static let stageName = Rule(
    id: "STG001",
    severity: .error,
    summary: "a stage's name with characters that it cannot have",
    why: """
      A stage's name is part of URLs. API Gateway takes letters, digits, `-` and `_`, and `$default` for the stage that
      has no name in the URL.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Stage; API Gateway's message (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            $default: https://books.example.com
          stage: ⟦v1.0 → v1-0⟧
      """,
    check: { spec, report in
      spec.forEachStageName { _, name, mark in
        if name == "$default" || (name.isMade(ofLettersDigitsAnd: "-_") && name.utf8.count <= 128) { return }
        report.report(
          at: mark, "\(Reader.quoted(name)) is not a stage's name",
          help: "it is made of at most 128 letters, digits, `-` and `_`, or it is `$default`")
      }
      // Where `name` is what AWS sees, the key is a name as any other.
      for stage in spec.names.spec.apis.flatMap({ $0.value.stages ?? [] }) where stage.value.name != nil {
        if stage.name == "$default" || KeyGrammar.isName(stage.name) { continue }
        report.report(
          at: stage.mark, "\(Reader.quoted(stage.name)) is not a name",
          help: "names are made of letters, digits, `-` and `_`; what AWS sees is `name`")
      }
    })
}

extension ResolvedSpec {
  /// The names that AWS will call stages by, as far as they are known, and where they stand.
  func forEachStageName(_ body: (_ isWebSocket: Bool?, String, Mark) -> Void) {
    for api in names.spec.apis {
      for stage in api.value.resolvedStages {
        if let name = stage.awsName, let mark = stage.value?.name?.mark ?? stage.mark {
          body(api.value.isWebSocket, name, mark)
        }
      }
    }
    for stage in rawGateway("Stage") {
      if let name = stage["StageName"], let text = name.text { body(rawApis[stage]?.isWebSocket, text, name.mark) }
    }
  }
}
