import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// A stage that is created.
  final class Stage {
    let resource: Resource
    /// Its API, if it is known.
    let api: Api?
    /// The stage of the language; nil for one of `resources`.
    let element: Gateway.Api.ResolvedStage?
    /// Its settings: those of all routes, and those of single ones.
    private(set) lazy var settings = findSettings()
    /// Its access log, or each that an `Fn::If` gives.
    private(set) lazy var accessLogs = AccessLog.all(of: self)

    init(_ resource: Resource, _ api: Api?, _ element: Gateway.Api.ResolvedStage?) {
      self.resource = resource
      self.api = api
      self.element = element
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }

    private func findSettings() -> [Property] {
      var settings = self["DefaultRouteSettings"]?.branches ?? []
      for member in self["RouteSettings"]?.members ?? [] { member.addBranches(to: &settings) }
      return settings
    }
  }

  /// The stages of all APIs, with their elements of the language.
  func stages(_ owner: (Resource) -> Api?) -> [Stage] {
    let resources = resources("Stage")
    var elements: [String: Gateway.Api.ResolvedStage] = [:]
    for api in resources.isEmpty ? [] : names.spec.apis {
      for stage in api.value.resolvedStages where !stage.exists {
        elements[names.id(.stage(api.name, stage.name))] = stage
      }
    }
    return resources.map { Stage($0, owner($0), $0.source == .language ? elements[$0.id] : nil) }
  }
}

extension Model.Stage {
  /// Whether it belongs to a WebSocket API; nil where that is not known.
  var isWebSocket: Bool? { api?.isWebSocket }

  /// Where it is written.
  var mark: Mark { resource.mark }

  /// Its key in the language, else its `StageName` or its logical ID, for messages.
  var name: String { element?.name ?? self["StageName"]?.text ?? resource.id }

  /// Whether every change of its API is deployed to it at once; nil where that is not known.
  var deploysItself: Bool? { resource.flag("AutoDeploy") }

  /// Its stage variables.
  var variables: [Model.Property] { self["StageVariables"]?.members ?? [] }

  /// Whether it writes logs, of requests or of the steps of messages.
  var writesLogs: Bool {
    !accessLogs.isEmpty || settings.contains { $0["LoggingLevel"].map { $0.text != "OFF" } ?? false }
  }
}

extension Model.Api {
  /// The names of all of its stages; nil where not all are known.
  var stageNames: [String]? {
    guard let resource, resource.isWhole, !resource.model.hasUnseenResources,
      !resource.model.resources("Stage").contains(where: { $0.apiKey == nil })
    else { return nil }
    let existing = element?.value.resolvedStages.filter(\.exists) ?? []
    let names = stages.map { $0["StageName"]?.text } + existing.map { $0.value?.name.map(\.literal) ?? $0.name }
    return names.contains(nil) ? nil : names.compactMap(\.self)
  }
}

extension Model.Property {
  /// What it may be, as it is written: itself, or the branches of an `Fn::If`.
  var branches: [Model.Property] {
    var branches: [Model.Property] = []
    addBranches(to: &branches)
    return branches
  }

  /// Appends its branches.
  fileprivate func addBranches(to branches: inout [Model.Property]) {
    guard case .object(let object) = value, value.choice != nil else { return branches.append(self) }
    let arguments = Model.Property(
      name: name, value: object.members[0].value, origin: argumentOrigin, of: resource, fallback: key)
    guard let items = arguments.items, items.count == 3 else { return branches.append(self) }
    for branch in items[1...] where !branch.value.isNothing { branch.addBranches(to: &branches) }
  }

  /// The origin of the arguments of a function: the node itself in the short form.
  private var argumentOrigin: Origin {
    guard let entry = origin.valueNode.flatMap(resource.tree.onlyEntry) else { return origin }
    return Origin(key: origin.key, value: entry.value.handle)
  }
}
