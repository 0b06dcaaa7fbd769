import SpecReading
import TextSearch
import YAMLTree

/// Keys whose help depends on their value: actions, authorizers and endpoints in the words of other tools.
enum TargetsOfElsewhere {
  static func help(_ entry: ForeignEntry, _ tree: Tree) -> String? {
    let word = entry.key.filter { $0 != "_" }.lowercased()
    switch word {
    case "integrationsubtype", "subtype": return helpForAction(entry, tree)
    case "authorizer", "authorization": return helpForAuthorizer(entry, tree)
    case "endpointtype", "endpointtypes", "endpointconfiguration", "endpoint":
      guard isPrivate(entry.value, tree), !entry.known.contains("cloudMap") else { return nil }
      return "HTTP and WebSocket APIs are always public; use a REST API for a private endpoint"
    default: return nil
    }
  }

  /// `integration_subtype: SQS-SendMessage`, as the target of its service.
  private static func helpForAction(_ entry: ForeignEntry, _ tree: Tree) -> String? {
    guard entry.known.contains("cloudMap"), tree.kind(entry.value) == .scalar,
      let subtype = Services.current.subtype(tree.string(entry.value)),
      let service = Services.current.owner(of: subtype)
    else { return nil }
    let action = subtype.word.flatMap { service.actions.first?.word == $0 ? nil : ", with `action: \($0)`" } ?? ""
    let parameters =
      subtype.required.first { !subtype.target.contains($0) }.map {
        "\(action.isEmpty ? ", with" : " and") `parameters: {\($0): …}`"
      } ?? ""
    return "write `\(service.shortForm ?? "\(service.key): {…}")`\(action)\(parameters)"
  }

  /// `authorizer: {name: users, scopes: [read]}` of the Serverless Framework.
  private static func helpForAuthorizer(_ entry: ForeignEntry, _ tree: Tree) -> String? {
    guard entry.known.contains("operationName"), tree.kind(entry.value) == .mapping else { return nil }
    let entries = Array(tree.entries(entry.value))
    func text(_ name: String) -> String? {
      let found = entries.first { tree.string($0.key) == name }?.value
      return found.flatMap { tree.kind($0) == .scalar ? tree.string($0) : nil }
    }
    if text("type")?.lowercased() == "aws_iam" { return "write `auth: iam`" }
    guard let name = text("name") ?? text("id") else { return nil }
    return entries.contains { tree.string($0.key) == "scopes" }
      ? "write `auth: {authorizer: \(name), scopes: …}`" : "write `auth: \(name)`"
  }

  /// Whether a value, or what is in it, is the word `PRIVATE`.
  private static func isPrivate(_ value: Node, _ tree: Tree) -> Bool {
    switch tree.kind(value) {
    case .scalar: tree.string(value).uppercased() == "PRIVATE"
    case .sequence: tree.items(value).contains { isPrivate($0, tree) }
    case .mapping: tree.entries(value).contains { isPrivate($0.value, tree) }
    }
  }
}
