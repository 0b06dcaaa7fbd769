import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  static let stageOfMapping = Rule(
    id: "DOM027",
    severity: .error,
    summary: "mapping to a stage that its API does not have",
    why: """
      A mapping leads to a stage of its API, by the stage's name. API Gateway rejects an unknown one: "Invalid stage identifier
      specified".
      """,
    source: "API Gateway's CreateApiMapping (the message as moto quotes it)",
    example: mapping("Stage: ⟦live → !Ref apis.store.stages.prod⟧"),
    check: { model, report in
      for mapping in model.domains.mappings {
        guard let owner = mapping.api, let property = mapping.stage else { continue }
        if let target = property.target {
          guard let stage = model.apis.stages.first(where: { $0.resource.id == target }), let other = stage.api,
            other !== owner
          else { continue }
          report.report(
            at: property, "this is a stage of `\(other.name)`, but the mapping leads to `\(owner.name)`",
            related: [.init(message: "the stage", mark: stage.mark)], help: "use a stage of `\(owner.name)`")
        } else if let name = property.text, let names = owner.stageNames, !names.isEmpty, !names.contains(name) {
          report.report(
            at: property, "`\(owner.name)` has no stage \(Reader.quoted(name))",
            related: [.init(message: "the API", mark: owner.mark)], help: Suggestion.help(for: name, among: names))
        }
      }
    })

  static let mappingBeforeStage = Rule(
    id: "DOM012",
    severity: .error,
    summary: "mapping that does not wait for its stage",
    why: """
      CloudFormation does not see a dependency in a stage's name. It may create the mapping before the stage, which API Gateway
      rejects with "Invalid stage identifier specified".
      """,
    source: "API Gateway's CreateApiMapping (the message as moto quotes it); CloudFormation's page on DependsOn",
    example: mapping("Stage: ⟦prod⟧").replacing(
      "ApiMapping\n", with: "ApiMapping\n⟪→\n    DependsOn: apis.store.stages.prod\n⟫\n"),
    check: { model, report in
      for mapping in model.domains.mappings {
        guard let resource = mapping.resource, resource.isWhole, let property = mapping.stage, let name = property.text,
          let stage = mapping.api?.stages.first(where: { $0["StageName"]?.text == name }),
          stage.resource.isInTemplate, !model.createdBefore(resource).contains(stage.resource.id)
        else { continue }
        var place = stage.resource.id
        if let element = stage.element, let api = stage.api { place = "apis.\(api.name).stages.\(element.name)" }
        report.report(
          at: property, "this mapping does not depend on the stage that it names",
          related: stage.mark.isNowhere ? [] : [.init(message: "the stage", mark: stage.mark)],
          help: "use `!Ref \(place)` here, or add `DependsOn: \(place)`")
      }
      let apis = model.serverlessApis.filter { $0.resource.type == "AWS::Serverless::HttpApi" }
      for resource in apis.isEmpty ? [] : model.resources("ApiMapping") {
        // The stage of an API of AWS SAM has its name, and a logical ID that begins with the API's.
        guard let property = resource["Stage"], let id = resource["ApiId"]?.target,
          let api = apis.first(where: { $0.resource.id == id }),
          property.value == api["StageName"]?.value ?? .string("$default"),
          !model.createdBefore(resource).contains(where: { $0.hasPrefix(id) && $0.hasSuffix("Stage") })
        else { continue }
        report.report(
          at: property, "this mapping does not depend on the stage that it names",
          related: [.init(message: "the API", mark: api.resource.mark)], help: "write `!Ref \(id).Stage`")
      }
    })

  private static func mapping(_ stage: String) -> String {
    """
    apis:
      store:
        routes:
          $default: https://books.example.com
        stage: prod
        disableExecuteApiEndpoint: true
    resources:
      AtHost:
        Type: AWS::ApiGatewayV2::ApiMapping
        Properties:
          DomainName: api.example.com
          ApiId: !Ref apis.store
          \(stage)
    """
  }
}

extension Model.ApiMapping {
  /// Its stage, where its author named it in AWS's words.
  fileprivate var stage: Model.Property? { resource?["Stage"].flatMap { $0.isRaw ? $0 : nil } }
}
