import CloudFormation
import SpecReading
import TextSearch

/// An address in an OpenAPI document that API Gateway calls by itself.
private struct Call {
  let address: Value
  /// The operation, if only one calls it.
  let key: RouteKey?
}

extension Synthesis {
  /// Finds the functions that the document's integrations and authorizers call, so that they get their permissions. One
  /// that is called with credentials of its own needs none.
  mutating func noteDocumentCallees(in context: inout ApiContext) {
    let id = names.id(.api(context.api.name))
    context.parts.append(id)
    let properties = template[id]?.properties
    guard let body = properties?["Body"] else { return }
    for call in calls(in: body, properties?["BasePath"]) {
      for callee in callees(in: call.address) {
        // If the key of an operation is unknown, the whole API calls the function.
        context.permissions.note(callee, call.key, context.permissions(of: callee))
      }
    }
    for (name, address) in authorizers(in: body) {
      for callee in callees(in: address) where context.permissions(of: callee) != .none {
        writeAccess(of: name, to: callee, in: context)
      }
    }
  }

  // MARK: Addresses

  private func calls(in body: Value, _ basePath: Value?) -> [Call] {
    var calls: [Call] = []
    body.forEachMapping { document in
      let base = document.basePath(basePath)
      document.forEachMember(of: "paths") { path in
        path.value.forEachMember { operation in
          operation.value.forEachMapping { parts in
            parts[DocumentWords.integrationKey]?.forEachMapping { integration in
              guard let address = address(in: integration) else { return }
              calls.append(Call(address: address, key: key(base, path.key, operation.key)))
            }
          }
        }
      }
      // Integrations that operations share by `$ref`.
      document["components"]?.forEachMapping { components in
        components.forEachMember(of: DocumentWords.sharedIntegrationsKey) { shared in
          shared.value.forEachMapping { integration in
            if let address = address(in: integration) { calls.append(Call(address: address, key: nil)) }
          }
        }
      }
    }
    return calls
  }

  private func address(in integration: Object) -> Value? {
    integration["credentials"] == nil ? integration["uri"] : nil
  }

  private func key(_ base: String, _ path: String, _ method: String) -> RouteKey? {
    if path == "/$default" || path == "$default" { return .fallback }
    let name = method == DocumentWords.anyMethod ? "ANY" : method.uppercased()
    var parser = RouteKeyParser("\(name) \(base)\(path)", at: .nowhere)
    return parser.parse().first
  }

  private func authorizers(in body: Value) -> [(name: String, address: Value)] {
    var found: [(name: String, address: Value)] = []
    body.forEachMapping { document in
      document["components"]?.forEachMapping { components in
        components.forEachMember(of: "securitySchemes") { scheme in
          scheme.value.forEachMapping { definition in
            definition[DocumentWords.authorizerKey]?.forEachMapping { authorizer in
              guard authorizer["authorizerCredentials"] == nil, authorizer["authorizerCredentialsArn"] == nil,
                let address = authorizer["authorizerUri"]
              else { return }
              found.append((scheme.key, address))
            }
          }
        }
      }
    }
    return found
  }

  // MARK: Functions

  /// The functions that an address names: those of the stack by their ids, those that exist by their ARNs.
  private func callees(in address: Value) -> [Callee] {
    var ids: Set<String> = []
    address.forEachReference { ids.insert($0) }
    var found: [Callee] = []
    for element in names.spec.functions {
      let permissions = element.value.permissions?.literal
      let arn: Value
      switch element.value.form {
      case .imported(let function):
        arn = value(function.arn)
        guard address.contains(arn) else { continue }
      case .created:
        let alias = names.id(.functionAlias(element.name))
        let function = names.id(.function(element.name))
        guard ids.contains(alias) || ids.contains(function) else { continue }
        arn = ids.contains(alias) ? .ref(alias) : .getAtt(function, "Arn")
      case nil: continue
      }
      found.append(Callee(arn: arn, name: element.name, isElement: true, permissions: permissions))
    }
    for id in ids.sorted() {
      guard let type = names.resourceTypes[id], let attribute = Kind.function.resourceTypes[type] else { continue }
      let arn: Value = attribute.map { .getAtt(id, $0) } ?? .ref(id)
      found.append(Callee(arn: arn, name: id, isElement: false, permissions: nil))
    }
    if found.isEmpty, let arn = address.functionArn {
      found.append(
        Callee(arn: arn, name: arn.text ?? arn.object?["Fn::Sub"]?.text ?? "", isElement: false, permissions: nil))
    }
    return found
  }

  /// The permission of a document's authorizer, whose id only AWS knows.
  private mutating func writeAccess(of authorizer: String, to callee: Callee, in context: ApiContext) {
    let properties = Permission.properties(callee, from: Permission.source(api: context.id, authorizer: "*"))
    let path = "apis.\(context.api.name).openapi.authorizers.\(authorizer).\(callee.name)"
    write(
      Place(hashed: path, "AuthorizerAccess", context.api.name, authorizer), .permission, properties,
      .part(context.api.value.options))
  }
}

extension Value {
  /// The ARN of a function in an address: all of it, or what the URI of an invocation contains.
  fileprivate var functionArn: Value? {
    let sub = object?["Fn::Sub"]?.text
    guard let text = self.text ?? sub, let function = text.firstRange(of: ":function:"),
      !text.mentions("stageVariables.")
    else { return nil }
    var arn = text[...]
    while let inner = arn.dropFirst().firstRange(of: "arn:"), inner.lowerBound < function.lowerBound {
      arn = arn[inner.lowerBound...]
    }
    guard arn.hasPrefix("arn:") else { return nil }
    let part = String(arn.prefix { $0 != "/" })
    return sub == nil ? .string(part) : ["Fn::Sub": .string(part)]
  }

  /// Whether this value contains another one, as a whole or as a part of a string.
  fileprivate func contains(_ other: Value) -> Bool {
    contains { part in
      if part == other { return true }
      guard let text = part.text, let other = other.text, !other.isEmpty else { return false }
      return text.contains(other)
    }
  }
}
