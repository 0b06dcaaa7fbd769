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
    for path in document["paths"]?.joinedMapping?.members ?? [] {
      for operation in path.value.joinedMapping?.members ?? []
      where DocumentWords.operations.contains(operation.key) {
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
    if let other = schemes?.member(name) { return note("the authorizer `\(name)`", at: mark, other) }
    let entry = Object.Member(key: name, value: scheme, origin: Origin(naming: node))
    document.convert("components") { components in
      components.convert("securitySchemes") { schemes in schemes.set(entry) }
    }
  }

  private var schemes: Object? { document["components"]?.joinedMapping?["securitySchemes"]?.joinedMapping }

  /// Adds the scheme of AWS signatures, once.
  mutating func addSignatures() {
    if schemes?[DocumentAdditions.signatures] != nil { return }
    add(
      scheme: DocumentAdditions.signatures,
      [
        "type": "apiKey", "name": "Authorization", "in": "header", "x-amazon-apigateway-authtype": "awsSigv4",
      ], at: .nowhere, node: nil)
  }

  /// Sets the authorization of all operations that have none; preflight requests carry no credentials.
  mutating func require(_ name: String, _ scopes: Value) {
    if document["security"] != nil { return }
    let requirement: Value = [.object(Object([.init(key: name, value: scopes)]))]
    document["paths"] = (document["paths"] ?? .object(Object())).convertingMembers { path in
      path.value.convertingMembers { operation in
        guard DocumentWords.operations.contains(operation.key), operation.key != "options" else {
          return operation.value
        }
        return operation.value.convertingEachBranch { branch in
          guard var parts = branch.mapping, parts["security"] == nil else { return branch }
          parts.add("security", requirement)
          return .object(parts)
        }
      }
    }
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
    var added = Object.Member(key: method, value: .object(operation), origin: Origin(naming: node))
    let known = document["paths"]?.joinedMapping?.member(path)
    if let other = known?.value.joinedMapping?.member(method) {
      guard var known = other.value.mapping, known[DocumentWords.integrationKey] == nil else {
        return note("the route `\(key.text)`", at: mark, other)
      }
      known.add(DocumentWords.integrationKey, operation[DocumentWords.integrationKey])
      if let own = security(path, method) {
        if let auth { note("the authorization of `\(key.text)`", at: auth, own) }
      } else {
        known["security"] = operation["security"]
      }
      added = .init(key: method, value: .object(known), origin: other.origin)
    }
    document.convert("paths") { paths in
      paths.convert(path, origin: known?.origin ?? Origin(naming: node)) { operations in operations.set(added) }
    }
  }

  /// The authorization that the document sets for an operation.
  private func security(_ path: String, _ method: String) -> Object.Member? {
    original["paths"]?.joinedMapping?[path]?.joinedMapping?[method]?.firstMapping?.member("security")
      ?? original.member("security")
  }

  private mutating func note(_ what: String, at mark: Mark, _ other: Object.Member) {
    let node = (other.origin.key ?? other.origin.value).map(Node.init(handle:))
    conflicts.append(Conflict(what: what, mark: mark, other: node.map { tree.mark($0) }))
  }
}
