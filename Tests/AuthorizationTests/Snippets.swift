import CloudFormation
import Support

extension Compiled {
  /// The properties of the only resource of a type.
  func only(_ type: String) -> Object? {
    let all = resources(type)
    return all.count == 1 ? all[0].properties : nil
  }

  /// A stage.
  func stage(_ name: String) -> Resource? {
    resources("Stage").first { $0.properties["StageName"] == .string(name) }
  }
}

extension Object {
  /// A nested property.
  func at(_ path: String...) -> Value? {
    path.dropFirst().reduce(self[path[0]]) { value, key in value?.object?[key] }
  }
}

/// The start of most specs in these tests.
enum Snippet {
  static let functions = """
    functions:
      login: {runtime: nodejs24.x, handler: index.handler, code: src/login}

    """
  static let jwt = "{issuer: \"https://login.example.com\", audience: web}"
}
