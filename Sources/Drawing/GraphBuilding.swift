import Gateway

extension Graph {
  /// Above this number of boxes for routes, boxes of the same kind of target are joined.
  private static let manyRoutes = 24
  /// The lines that a box has at most.
  private static let manyLines = 6

  /// The diagram of an overview.
  public init(_ overview: Overview) {
    for (index, api) in overview.apis.enumerated() where !api.routes.isEmpty || !api.stages.isEmpty {
      add(api, "api\(index)")
    }
  }

  private mutating func add(_ api: Overview.Api, _ id: String) {
    addStages(of: api, id)
    var groups = RouteGroup.all(of: api.routes, joined: false)
    let isJoined = groups.count > Graph.manyRoutes
    if isJoined { groups = RouteGroup.all(of: api.routes, joined: true) }
    let stages = api.stages.isEmpty ? ["\(id).stage"] : api.stages.map { "\(id).\($0.name)" }
    for (index, group) in groups.enumerated() {
      let authorizer = "\(id).auth.\(group.authorization)"
      add(Node(id: authorizer, column: .authorizers, title: group.authorization, lines: [], isOpen: group.isOpen))
      for stage in stages { connect(stage, authorizer) }
      let node = "\(id).routes\(index)"
      add(Node(id: node, column: .routes, title: "", lines: shortened(group.keys), isOpen: group.isOpen))
      connect(authorizer, node)
      connect(node, addTarget(of: group, among: isJoined ? groups : [group]))
    }
  }

  private mutating func addStages(of api: Overview.Api, _ id: String) {
    let kind = api.isWebSocket ? "WebSocket API" : "HTTP API"
    if api.stages.isEmpty { add(Node(id: "\(id).stage", column: .stages, title: api.name, lines: [kind])) }
    for stage in api.stages {
      let lines = [kind, "stage \(stage.name)"] + (stage.throttle.map { [$0] } ?? [])
      add(Node(id: "\(id).\(stage.name)", column: .stages, title: api.name, lines: lines))
    }
    add(Node(id: "clients", column: .clients, title: "Clients", lines: []))
    for address in api.addresses {
      let host = address.host ?? "domain"
      let node = "domain.\(host)/\(address.path)"
      add(Node(id: node, column: .domains, title: host, lines: address.path.isEmpty ? [] : ["/\(address.path)"]))
      connect("clients", node)
      let stages = api.stages.filter { address.stage == nil || $0.name == address.stage }
      for stage in stages { connect(node, "\(id).\(stage.name)") }
    }
    if api.addresses.isEmpty {
      let stages = api.stages.isEmpty ? ["\(id).stage"] : api.stages.map { "\(id).\($0.name)" }
      for stage in stages { connect("clients", stage) }
    }
  }

  /// The box of a group's target. Joined targets share a box with those of the same kind in other groups.
  private mutating func addTarget(of group: RouteGroup, among groups: [RouteGroup]) -> String {
    let (kind, link) = (group.targets[0].kind, group.targets[0].link)
    let targets = groups.flatMap(\.targets).filter { $0.kind == kind && $0.link == link }
    let names = Set(targets.map(\.name)).sorted()
    let id = "target.\(kind).\(link ?? "").\(names.joined(separator: ","))"
    let title = names.count == 1 ? names[0] : "\(names.count) \(kind.plural)"
    let lines = names.count > 1 ? shortened(names) : kind.words == title ? [] : [kind.words]
    add(Node(id: id, column: .targets, title: title, lines: lines, frame: link.map { "VPC link \($0)" }))
    return id
  }

  private func shortened(_ lines: [String]) -> [String] {
    if lines.count <= Graph.manyLines { return lines }
    return lines.prefix(Graph.manyLines - 1) + ["and \(lines.count - Graph.manyLines + 1) more"]
  }
}

/// Routes with the same target and authorization, which share a box.
private struct RouteGroup {
  /// The properties that the routes of a box share.
  private struct Key: Hashable {
    let target: Overview.Target
    let authorization: String
    let isOpen: Bool
  }

  var keys: [String] = []
  var targets: [Overview.Target] = []
  let authorization: String
  let isOpen: Bool

  /// The groups of routes, in the order of their first routes. `joined`: targets of the same kind are one.
  static func all(of routes: [Overview.Route], joined: Bool) -> [RouteGroup] {
    var groups: [RouteGroup] = []
    var places: [Key: Int] = [:]
    for route in routes {
      let target = joined ? Overview.Target(kind: route.target.kind, link: route.target.link) : route.target
      let key = Key(target: target, authorization: route.authorization, isOpen: route.isOpen == true)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append(RouteGroup(authorization: route.authorization, isOpen: route.isOpen == true))
      }
      groups[place].keys.append(route.method.isEmpty ? route.path : "\(route.method) \(route.path)")
      if !groups[place].targets.contains(route.target) { groups[place].targets.append(route.target) }
    }
    return groups
  }
}

extension Overview.Target {
  /// A kind of targets without a name.
  fileprivate init(kind: Kind, link: String?) { self.init(kind: kind, name: "", link: link) }
}

extension Overview.Target.Kind {
  /// The kind in words.
  var words: String {
    switch self {
    case .function: "function"
    case .url: "URL"
    case .balancer: "load balancer"
    case .cloudMap: "Cloud Map service"
    case .service: "service action"
    case .mock: "mock"
    case .unknown: "target"
    }
  }

  /// Several of the kind, in words.
  var plural: String { words + "s" }
}
