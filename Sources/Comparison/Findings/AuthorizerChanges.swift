import CloudFormation
import Diagnostics
import Gateway

extension StackChanges {
  /// Requests that an authorizer rejects, and accepted before.
  func changesOfAuthorizer(_ change: ResourceChange, _ before: Object, _ after: Object) -> [UpdateNote] {
    guard let type = before["AuthorizerType"]?.text, let new = after["AuthorizerType"]?.text, type != new else {
      return keptProperties(change, before, after) + rejectedRequests(change.id, of: change.id, before, after)
    }
    return [
      UpdateNote(
        .updateAuthorizer,
        "the authorizer `\(change.id)` changes its AuthorizerType from \(type) to \(new) while routes use it",
        id: change.id, help: "use another key for the new authorizer")
    ]
  }

  /// The same for the authorizers of a document, and those that SAM adds to it.
  func changesOfDocument(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    func authorizers(_ api: Object) -> [Resource] {
      (OpenApiDocument(of: id, api)?.parts ?? []).map(\.resource).filter { $0.type == "AWS::ApiGatewayV2::Authorizer" }
        + api.samAuthorizers
    }
    let old = authorizers(before)
    return authorizers(after).flatMap { authorizer in
      let known = old.first { $0.id == authorizer.id }
      let name = authorizer.properties["Name"]?.text ?? authorizer.id
      return known.map { rejectedRequests(name, of: id, $0.properties, authorizer.properties) } ?? []
    }
  }

  private func rejectedRequests(_ name: String, of id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    rejectedTokens(name, of: id, before, after) + neededSources(name, of: id, before, after)
  }

  /// A header or parameter that requests need, and did not need before.
  private func neededSources(_ name: String, of id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let key = "IdentitySource"
    guard case .list(let sources)? = after[key], case .list(let old) = before[key] ?? .list([]) else { return [] }
    let known = Set(old.map { $0.text?.lowercased() })
    let isNeeded = { (source: String) in source.contains("request.") && !known.contains(source.lowercased()) }
    guard !known.contains(nil), let source = sources.compactMap(\.text).first(where: isNeeded) else { return [] }
    return [
      UpdateNote(
        .updateAuthorizer, "the authorizer `\(name)` needs `\(source)`: requests without it get the status 401",
        id: id,
        help: "use another key for the new authorizer, and keep routes with the old one until clients send it")
    ]
  }

  /// The tokens that a JWT authorizer accepted before. A user pool or client that leaves the stack is reported itself.
  private func rejectedTokens(_ name: String, of id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let key = "JwtConfiguration"
    guard let old = before[key]?.object, let new = after[key]?.object else { return [] }
    let tokens: String
    if let issuer = old["Issuer"], let other = new["Issuer"], !areSame(issuer, other), isKnown(issuer, other) {
      tokens = "of `\(issuer.words)`"
    } else if case .list(let left)? = new["Audience"], case .list(let audience)? = old["Audience"],
      let client = audience.first(where: { $0.text != nil && !left.contains($0) }),
      left.allSatisfy({ $0.text != nil || refersToFresh($0) })
    {
      tokens = "for `\(client.words)`"
    } else {
      return []
    }
    return [
      UpdateNote(
        .updateAuthorizer,
        "the authorizer `\(name)` no longer accepts tokens \(tokens): clients with one get the status 401",
        id: id,
        help: "use another key for the new authorizer, and keep routes with the old one until clients have new tokens")
    ]
  }

  /// Whether two values that differ are different ones: texts, one of a new resource, or those that begin differently.
  private func isKnown(_ old: Value, _ new: Value) -> Bool {
    let isGone = old.refers { self[$0]?.deletesOld ?? false }
    return !isGone && (old.text != nil && new.text != nil || refersToFresh(new) || !old.mayBegin(as: new))
  }
}

extension Value {
  /// Whether two texts may begin alike, as far as their beginnings are known.
  fileprivate func mayBegin(as other: Value) -> Bool {
    guard let start = beginning, let others = other.beginning else { return true }
    return start.hasPrefix(others) || others.hasPrefix(start)
  }

  /// The known beginning of a text.
  private var beginning: String? {
    guard case .list(let join)? = canonical.object?["Fn::Join"], case .list(let parts)? = join.last else { return text }
    return parts.first?.text
  }
}
