import CloudFormation
import Diagnostics
import Gateway

/// Compares the APIs of two versions.
struct ApiComparison {
  private(set) var changes: [ApiChange] = []
  var notes: [UpdateNote] = []
  let resources: StackChanges
  let old: [String: ApiVersion]
  /// The routes of an API that need no authorization any longer, until they are noted.
  var openings: [(opening: Opening, key: String, id: String?)] = []
  /// The APIs of the new version that addresses lead to.
  private(set) var owners: [String: [ApiVersion]] = [:]

  init(_ resources: StackChanges) {
    self.resources = resources
    old = resources.apis.old
    let new = resources.apis.new
    for api in new.values {
      for address in api.addresses.keys { owners[address, default: []].append(api) }
    }
    for id in Set(old.keys).union(new.keys).sorted() { compare(old[id], new[id]) }
  }

  private mutating func compare(_ old: ApiVersion?, _ new: ApiVersion?) {
    guard let api = new ?? old else { return }
    let before = old ?? ApiVersion(id: api.id, name: api.name, isImported: api.isImported)
    let after = new ?? ApiVersion(id: api.id, name: api.name, isImported: api.isImported)
    var lines = routes(before, after)
    lines += authorizers(before, after) + (new == nil ? [] : settings(before, after))
    lines += stages(before, after) + addresses(before, after)
    noteOpenings(in: api)
    let sign: ApiLine.Sign = old == nil ? .added : new == nil ? .removed : .changed
    if old != nil, new != nil { notes += OpenedRequests(before, after).notes }
    noteAddresses(old, new)
    if let old, new == nil { noteSuccessor(of: old) }
    if lines.isEmpty, sign == .changed { return }
    changes.append(ApiChange(name: api.name, id: api.id, sign: sign, lines: lines))
  }

  // MARK: Parts

  private mutating func routes(_ old: ApiVersion, _ new: ApiVersion) -> [ApiLine] {
    var lines: [ApiLine] = []
    // A resource whose key changes is the same route under another name of its path variable.
    var renamed: [String: ApiVersion.Route] = [:]
    for (key, route) in old.routes where new.routes[key] == nil {
      if let id = route.id { renamed[id] = route }
    }
    for key in Set(old.routes.keys).union(new.routes.keys).sorted() {
      switch (old.routes[key], new.routes[key]) {
      case (nil, let route?):
        let opens = addOpening(key, route.id.flatMap { renamed[$0] }, route)
        lines.append(ApiLine(sign: .added, kind: "route", name: key, detail: description(of: route), opens: opens))
      case (let route?, nil):
        lines.append(ApiLine(sign: .removed, kind: "route", name: key, detail: description(of: route)))
      case (let before?, let after?):
        let condition = after.id.flatMap { addedCondition(of: [$0], in: new) }
        if before != after || condition != nil { lines.append(line(key, before, after, condition)) }
      case (nil, nil): break
      }
    }
    return lines
  }

  /// The condition that a resource gets, unless the whole API gets it; nil if there are several resources.
  func addedCondition(of ids: [String]?, in api: ApiVersion) -> String? {
    guard let ids, ids.count == 1, let condition = resources[ids[0]]?.addedCondition,
      condition != resources[api.id]?.addedCondition
    else { return nil }
    return condition
  }

  private mutating func line(
    _ key: String, _ before: ApiVersion.Route, _ after: ApiVersion.Route, _ condition: String?
  ) -> ApiLine {
    var parts: [String] = condition.map { ["exists only if \($0)"] } ?? []
    if before.target != after.target { parts.append("\(before.target) → \(after.target)") }
    if let change = before.changeOfEvent(to: after) { parts.append(change) }
    if before.authorization != after.authorization {
      parts.append("auth: \(before.authorization) → \(after.authorization)")
    }
    let opens = addOpening(key, before, after)
    return ApiLine(sign: .changed, kind: "route", name: key, detail: parts.joined(separator: "; "), opens: opens)
  }

  private func description(of route: ApiVersion.Route) -> String {
    "→ \(route.target); auth: \(route.authorization)"
  }

  /// Authorizers that are in both versions: a client's token may be valid for only one of them. New and removed ones show
  /// at their routes.
  private func authorizers(_ old: ApiVersion, _ new: ApiVersion) -> [ApiLine] {
    old.authorizers.keys.sorted().compactMap { name in
      guard let before = old.authorizers[name], let after = new.authorizers[name] else { return nil }
      let differences = Difference.between(.object(before), .object(after))
      if differences.isEmpty { return nil }
      let details = differences.map { difference in
        let property = difference.path.joined(separator: ".")
        return "\(property): \(difference.old?.words ?? "none") → \(difference.new?.words ?? "none")"
      }
      return ApiLine(sign: .changed, kind: "authorizer", name: name, detail: details.joined(separator: "; "))
    }
  }

  private func settings(_ old: ApiVersion, _ new: ApiVersion) -> [ApiLine] {
    var lines: [ApiLine] = []
    func add(_ property: String, _ words: String, _ detail: (Value?, Value?, [Difference]) -> String) {
      let (before, after) = (old.settings[property], new.settings[property])
      let differences = Difference.between(before, after)
      if differences.isEmpty { return }
      let sign: ApiLine.Sign = before == nil ? .added : after == nil ? .removed : .changed
      lines.append(ApiLine(sign: sign, kind: "setting", name: words, detail: detail(before, after, differences)))
    }
    add("CorsConfiguration", "CORS") { _, _, differences in
      differences.compactMap(\.path.last).joined(separator: ", ")
    }
    add("DisableExecuteApiEndpoint", "default endpoint") { _, after, _ in
      after?.scalar == "true" ? "disabled" : "enabled"
    }
    add("RouteSelectionExpression", "route selection") { before, after, _ in
      [before, after].compactMap { $0?.words }.joined(separator: " → ")
    }
    return lines
  }

  private func stages(_ old: ApiVersion, _ new: ApiVersion) -> [ApiLine] {
    var lines: [ApiLine] = []
    for name in Set(old.stages.keys).union(new.stages.keys).sorted() {
      switch (old.stages[name], new.stages[name]) {
      case (nil, _): lines.append(ApiLine(sign: .added, kind: "stage", name: name, detail: ""))
      case (_, nil): lines.append(ApiLine(sign: .removed, kind: "stage", name: name, detail: ""))
      case (let before?, let after?):
        let names = Difference.between(.object(before), .object(after)).map { $0.path.joined(separator: ".") }
          .filter { $0 != "DeploymentId" }
        if names.isEmpty { break }
        lines.append(ApiLine(sign: .changed, kind: "stage", name: name, detail: names.joined(separator: ", ")))
      }
    }
    return lines
  }

  private func addresses(_ old: ApiVersion, _ new: ApiVersion) -> [ApiLine] {
    var lines: [ApiLine] = []
    for address in Set(old.addresses.keys).union(new.addresses.keys).sorted() {
      switch (old.addresses[address], new.addresses[address]) {
      case (nil, let stage?):
        lines.append(ApiLine(sign: .added, kind: "address", name: address, detail: "→ stage \(stage)"))
      case (let stage?, nil):
        lines.append(ApiLine(sign: .removed, kind: "address", name: address, detail: "→ stage \(stage)"))
      case (let before?, let after?) where before != after:
        lines.append(ApiLine(sign: .changed, kind: "address", name: address, detail: "stage \(before) → \(after)"))
      default: break
      }
    }
    return lines
  }
}
