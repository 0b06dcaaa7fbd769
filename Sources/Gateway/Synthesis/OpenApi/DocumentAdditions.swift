import CloudFormation
import SpecReading
import YAMLTree

/// An OpenAPI document with additions, and those that it has already.
struct DocumentAdditions {
  /// An addition that the document has as well.
  struct Conflict {
    let what: String
    let mark: Mark
    let other: Mark?
  }

  /// The name of the scheme of AWS signatures.
  static let signatures = "sigv4"

  private(set) var document: Object
  private(set) var conflicts: [Conflict] = []
  /// The document as its author wrote it.
  private let original: Object
  /// The path in front of its paths, which routes have as well.
  let base: String
  private let tree: Tree

  init(_ document: Object, basePath: Value?, tree: Tree) {
    self.document = document
    original = document
    base = document.basePath(basePath)
    self.tree = tree
  }

  /// The methods of its operations; `ANY` for any method.
  var methods: Set<String> {
    var methods: Set<String> = []
    for path in document["paths"]?.object?.members ?? [] {
      for operation in path.value.object?.members ?? [] where DocumentWords.operations.contains(operation.key) {
        methods.insert(operation.key == DocumentWords.anyMethod ? "ANY" : operation.key.uppercased())
      }
    }
    return methods
  }

  /// Sets a member of the document.
  mutating func set(_ key: String, _ value: Value, at mark: Mark, word: String) {
    if let other = document.member(key) { return note("`\(word)`", at: mark, other) }
    document.add(key, value)
  }

  /// Closes the default endpoint: a setting of the first server.
  mutating func close(_ value: Value, at mark: Mark) {
    let key = DocumentWords.endpointKey
    var servers: [Value] = if case .list(let items)? = document["servers"] { items } else { [] }
    for server in servers {
      if let other = server.object?[key]?.object?.member("disableExecuteApiEndpoint") {
        return note("`disableExecuteApiEndpoint`", at: mark, other)
      }
    }
    if servers.isEmpty { servers = [["url": "/"]] }
    var first = servers[0].object ?? Object()
    var endpoint = first[key]?.object ?? Object()
    endpoint.add("disableExecuteApiEndpoint", value)
    first[key] = .object(endpoint)
    servers[0] = .object(first)
    document["servers"] = .list(servers)
  }

  /// Adds a security scheme.
  mutating func add(scheme name: String, _ scheme: Value, at mark: Mark, node: Node?) {
    var components = document["components"]?.object ?? Object()
    var schemes = components["securitySchemes"]?.object ?? Object()
    if let other = schemes.member(name) { return note("the authorizer `\(name)`", at: mark, other) }
    schemes.add(name, scheme, origin: Origin(naming: node))
    components["securitySchemes"] = .object(schemes)
    document["components"] = .object(components)
  }

  /// Adds the scheme of AWS signatures, once.
  mutating func addSignatures() {
    if document["components"]?.object?["securitySchemes"]?.object?[DocumentAdditions.signatures] != nil { return }
    add(
      scheme: DocumentAdditions.signatures,
      [
        "type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "awsSigv4",
      ], at: .nowhere, node: nil)
  }

  /// Sets the authorization of all operations that have none; preflight requests carry no credentials.
  mutating func require(_ name: String, _ scopes: Value) {
    if document["security"] != nil { return }
    var paths = document["paths"]?.object ?? Object()
    for path in paths.members {
      guard var operations = path.value.object else { continue }
      for operation in operations.members where DocumentWords.operations.contains(operation.key) {
        guard operation.key != "options", var object = operation.value.object, object["security"] == nil else {
          continue
        }
        object.add("security", [.object(Object([.init(key: name, value: scopes)]))])
        operations.set(.init(key: operation.key, value: .object(object), origin: operation.origin))
      }
      paths.set(.init(key: path.key, value: .object(operations), origin: path.origin))
    }
    document["paths"] = .object(paths)
  }

  /// Adds an operation for a route, or its target to an operation that has none, as in a document of another tool.
  /// `auth` is the place of the route's own authorization.
  mutating func add(_ operation: Object, at key: RouteKey, mark: Mark, node: Node?, auth: Mark?) {
    let (path, method): (String, String)
    switch key.form {
    case .http(let name, _):
      path = String(key.text.drop { $0 != "/" }.dropFirst(base.count))
      method = name == "ANY" ? DocumentWords.anyMethod : name.lowercased()
    case .reserved, .message: (path, method) = ("/$default", DocumentWords.anyMethod)
    }
    var paths = document["paths"]?.object ?? Object()
    var operations = paths[path]?.object ?? Object()
    if let other = operations.member(method) {
      guard var known = other.value.object, known[DocumentWords.integrationKey] == nil else {
        return note("the route `\(key.text)`", at: mark, other)
      }
      known.add(DocumentWords.integrationKey, operation[DocumentWords.integrationKey])
      if let own = security(path, method) {
        if let auth { note("the authorization of `\(key.text)`", at: auth, own) }
      } else {
        known["security"] = operation["security"]
      }
      operations.set(.init(key: method, value: .object(known), origin: other.origin))
    } else {
      operations.add(method, .object(operation), origin: Origin(naming: node))
    }
    let origin = paths.member(path)?.origin ?? Origin(naming: node)
    paths.set(.init(key: path, value: .object(operations), origin: origin))
    document["paths"] = .object(paths)
  }

  /// The authorization that the document sets for an operation.
  private func security(_ path: String, _ method: String) -> Object.Member? {
    original["paths"]?.object?[path]?.object?[method]?.object?.member("security") ?? original.member("security")
  }

  private mutating func note(_ what: String, at mark: Mark, _ other: Object.Member) {
    let node = (other.origin.key ?? other.origin.value).map(Node.init(handle:))
    conflicts.append(Conflict(what: what, mark: mark, other: node.map { tree.mark($0) }))
  }
}
