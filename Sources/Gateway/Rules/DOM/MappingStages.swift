import CloudFormation
import SpecReading
import YAMLTree

/// Mappings of `resources` and the stages that they lead to.
extension Rule {
  /// The API has no such stage.
  static let stageOfMapping = Rule(
    id: "DOM027",
    severity: .error,
    summary: "a mapping to a stage that its API does not have",
    why: """
      A mapping leads to one stage of one API, by the stage's name. API Gateway refuses one to a stage that is not there:
      "Invalid stage identifier specified".
      """,
    source: "API Gateway's CreateApiMapping (the message as moto quotes it)",
    example: mapping("Stage: ⟦live → !Ref apis.store.stages.prod⟧"),
    check: { spec, report in
      let mappings = spec.rawGateway("ApiMapping")
      if mappings.isEmpty { return }
      let stages = spec.knownStages
      for mapping in mappings {
        guard let api = mapping.apiKey, let owner = spec.rawApis[api], let stage = mapping["Stage"] else { continue }
        if let target = stage.target {
          guard let known = stages.all.first(where: { $0.id == target }), known.api != api,
            let other = spec.rawApis[known.api]
          else { continue }
          report.report(
            at: stage.mark, "this is a stage of `\(other.name)`, and the mapping leads to `\(owner.name)`",
            related: [.init(message: "the stage", mark: known.mark)], help: "name a stage of `\(owner.name)`")
        } else if let name = stage.text, let names = stages.names(of: api), !names.contains(name) {
          report.report(
            at: stage.mark, "`\(owner.name)` has no stage \(Reader.quoted(name))",
            related: [.init(message: "the API", mark: owner.mark)], help: Suggestion.help(for: name, among: names))
        }
      }
    })

  /// The stage comes first.
  static let mappingBeforeStage = Rule(
    id: "DOM012",
    severity: .error,
    summary: "a mapping that names a stage of the template and does not wait for it",
    why: """
      A stage's name as a text tells CloudFormation nothing: it may make the mapping before the stage, which API Gateway
      refuses with "Invalid stage identifier specified".
      """,
    source: "API Gateway's CreateApiMapping (the message as moto quotes it); CloudFormation's page on DependsOn",
    example: mapping("Stage: ⟦prod⟧").replacing(
      "ApiMapping\n", with: "ApiMapping\n⟪→\n    DependsOn: apis.store.stages.prod\n⟫\n"),
    check: { spec, report in
      let mappings = spec.rawGateway("ApiMapping")
      if mappings.isEmpty { return }
      let stages = spec.knownStages
      let order = RawOrder(spec)
      for mapping in mappings where mapping.isWhole {
        guard let api = mapping.apiKey, let stage = mapping["Stage"], let name = stage.text,
          let known = stages.all.first(where: { $0.api == api && $0.name == name }), let id = known.id,
          !order.before(mapping.id).contains(id)
        else { continue }
        report.report(
          at: stage.mark, "nothing makes this mapping wait for the stage",
          related: known.mark.isNowhere ? [] : [.init(message: "the stage", mark: known.mark)],
          help: "write `!Ref \(known.place)` here, or `DependsOn: \(known.place)`")
      }
    })

  private static func mapping(_ stage: String) -> String {
    """
    apis:
      store:
        routes:
          $default: https://books.example.com
        stage: prod
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

extension ResolvedSpec {
  /// The stages of the APIs that resources may belong to.
  fileprivate struct KnownStages {
    struct Stage {
      let api: Value
      /// Nil where a function gives it.
      let name: String?
      /// The logical id; nil for one that exists.
      let id: String?
      /// What authors call it.
      let place: String
      let mark: Mark
    }

    fileprivate(set) var all: [Stage] = []
    /// APIs that may have more.
    fileprivate(set) var open: Set<Value> = []

    /// The names of an API's stages, where all of them are known.
    func names(of api: Value) -> [String]? {
      if open.contains(api) { return nil }
      let stages = all.filter { $0.api == api }
      let names = stages.compactMap(\.name)
      return stages.isEmpty || names.count != stages.count ? nil : names
    }
  }

  fileprivate var knownStages: KnownStages {
    var known = KnownStages()
    known.open.formUnion(rawApis.incomplete)
    for api in names.spec.apis {
      guard let key = RawApis.key(of: api, names, values) else { continue }
      if api.value.stage != nil && api.value.stage?.literal == nil { known.open.insert(key) }
      for stage in api.value.resolvedStages {
        let given = stage.value?.name
        known.all.append(
          KnownStages.Stage(
            api: key, name: given == nil ? stage.name : given?.literal,
            id: stage.exists ? nil : names.id(.stage(api.name, stage.name)),
            place: "apis.\(api.name).stages.\(stage.name)", mark: stage.mark ?? api.mark))
      }
    }
    for stage in rawGateway("Stage") {
      guard let api = stage.apiKey else { continue }
      known.all.append(
        KnownStages.Stage(
          api: api, name: stage["StageName"]?.text, id: stage.id, place: stage.id, mark: stage.mark))
    }
    return known
  }
}
