import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  static let stageName = Rule(
    id: "STG001",
    severity: .error,
    summary: "invalid stage name",
    why: """
      A stage's name is a part of its URLs. API Gateway only accepts letters, digits, `-` and `_`, or `$default`, the
      stage without a name in its URL.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Stage; API Gateway's message (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            $default: https://books.example.com
          stage: ⟦v1.0 → v1-0⟧
      """,
    check: { model, report in
      for stage in model.apis.stages {
        guard let name = stage["StageName"] else { continue }
        let open = name.openName(ofLettersDigitsAnd: "-_").map { [(name, $0)] } ?? []
        for (name, text) in name.choices + open where text != "$default" {
          let isFlag = ["true", "false"].contains(text) && !name.isRaw && name.isPlainScalar
          if !isFlag, text.isMade(ofLettersDigitsAnd: "-_"), text.utf8.count <= 128 { continue }
          report.report(
            at: name, "\(Reader.quoted(text)) is not a valid stage name",
            help: isFlag
              ? text == "false" ? "write `stages: {}` for no stage" : "remove it for the stage `$default`"
              : "use at most 128 letters, digits, `-` and `_`, or `$default`")
        }
      }
      // A key beside `name` is only a name of the language.
      for stage in model.names.spec.apis.flatMap({ $0.value.stages ?? [] }) where stage.value.name != nil {
        if stage.name == "$default" || KeyGrammar.isName(stage.name) { continue }
        report.report(
          at: stage.mark, "\(Reader.quoted(stage.name)) is not a valid name",
          help: "use letters, digits, `-` and `_` here; `name` is the name in AWS")
      }
    })

  static let defaultStageOfWebSocket = Rule(
    id: "STG002",
    severity: .note,
    summary: "stage `$default` on a WebSocket API",
    why: """
      `$default` is the stage of an HTTP API whose URL has no stage name. The URL of a WebSocket API always has one:
      `wss://…/$default`. Clients that connect without it are rejected.
      """,
    source: "API Gateway's page on WebSocket stages; stages of SST; reports (terraform-aws-modules/apigateway-v2#7)",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        chat:
          type: websocket
          routes:
            $default: chat
          stage: ⟦$default → live⟧
      """,
    check: { model, report in
      for stage in model.apis.stages where stage.isWebSocket == true {
        guard let name = stage["StageName"], name.texts.contains("$default") else { continue }
        report.report(
          at: name, "the URL of a WebSocket API also has the stage `$default` in it",
          help: "connect to `wss://…/$default`, or use a name such as `live`")
      }
    })

  static let sameStageName = Rule(
    id: "STG024",
    severity: .error,
    summary: "duplicate stage name",
    why: """
      A stage's `name`, by default its key, is its name in AWS. It is a part of URLs, so API Gateway rejects a second
      stage of the same name with a conflict.
      """,
    source: "API Gateway's CreateStage (StageName)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          stages:
            $default: {}
            live: {}
            prod: {name: ⟦live → v1⟧}
      """,
    check: { model, report in
      var seen: [Value: [String: (stage: Model.Stage, mark: Mark)]] = [:]
      // What `Target` creates has a rule of its own.
      for stage in model.apis.stages where stage.resource.isInTemplate {
        guard let api = stage.resource.apiKey, let name = stage["StageName"], let text = name.text else { continue }
        guard let other = seen[api, default: [:]].updateValue((stage, name.mark), forKey: text) else { continue }
        // Only one of two conditions may be true.
        if let condition = stage.resource.condition, let first = other.stage.resource.condition, condition != first {
          continue
        }
        report.report(
          at: name, "the API\(stage.api.map { " `\($0.name)`" } ?? "") has another stage named `\(text)`",
          related: [Related(message: "the other stage", mark: other.mark)], help: "use another name")
      }
    })

  static let onlyNamedStages = Rule(
    id: "STG029",
    severity: .note,
    premise: .spec,
    summary: "HTTP API without a `$default` stage and without a domain",
    why: """
      `stages` lists all stages. Without `$default` among them every URL of the API has a stage name in it, and the bare
      endpoint answers 404.
      """,
    source: "API Gateway's page on stages of HTTP APIs",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
          stages:
            ⟪→
            $default: {}
            ⟫
            ⟦dev⟧: {}
      """,
    check: { model, report in
      for api in model.names.spec.apis where !api.value.isWebSocket && api.value.domain == nil {
        guard case .created = api.value.form, let stages = api.value.stages, let first = stages.first,
          !stages.contains(where: { $0.value.domain != nil }),
          !api.value.resolvedStages.contains(where: { $0.awsName.map { $0 == "$default" } ?? true })
        else { continue }
        report.report(
          at: first.mark, "every URL of the API `\(api.name)` has a stage name in it, such as `/\(first.name)/…`",
          help: "add `$default: {}` for URLs without one")
      }
      // The only stage may have a name intentionally, but hardly this one.
      for stage in model.apis.stages where stage.isWebSocket == false {
        guard let name = stage["StageName"], name.text == "default", stage.element.map({ $0.value == nil }) ?? true,
          stage.api?.stages.count == 1
        else { continue }
        report.report(
          at: name, "the stage `default` is not `$default`: every URL has `/default/…` in it",
          help: "write `$default` for URLs without a stage name")
      }
    })
}

extension Api.ResolvedStage {
  /// Its name in AWS; nil if only CloudFormation will know it.
  var awsName: String? { value?.name.map(\.literal) ?? name }
}
