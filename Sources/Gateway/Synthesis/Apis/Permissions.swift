import CloudFormation
import SpecReading

/// Which functions an API may call, and for what.
struct PermissionPlan {
  /// A function and what it is called for; `key` is nil for the whole API.
  struct Entry {
    let callee: Callee
    let key: RouteKey?
    /// The conditions of the routes that call it.
    var conditions: [String?]
  }

  private(set) var entries: [Entry] = []
  /// The index of each, by the names of the function and of what it is called for.
  private var indices: [String: Int] = [:]

  /// Notes that a route calls a function; without a key, that the API does.
  mutating func note(
    _ callee: Callee, _ key: RouteKey?, _ setting: LambdaPermissions, _ condition: String? = nil
  ) {
    switch setting {
    case .none: break
    case .api: add(callee, nil, condition)
    case .route: add(callee, key, condition)
    }
  }

  private mutating func add(_ callee: Callee, _ key: RouteKey?, _ condition: String?) {
    let call = key.map { "\(callee.name)\n\($0.text)" } ?? callee.name
    if let index = indices[call] {
      entries[index].conditions.append(condition)
    } else {
      indices[call] = entries.count
      entries.append(Entry(callee: callee, key: key, conditions: [condition]))
    }
  }
}

extension Synthesis {
  /// The permissions that let an API call its functions.
  mutating func writePermissions(in context: ApiContext) {
    for entry in context.permissions.entries {
      let properties = Permission.properties(entry.callee, from: Permission.source(api: context.id, entry.key))
      var extras = Extras.part(context.api.value.options)
      extras.condition = allOf([anyOf(entry.conditions), entry.callee.condition])
      write(place(of: entry, api: context.api.name), .permission, properties, extras)
    }
  }

  private func place(of entry: PermissionPlan.Entry, api: String) -> Place {
    let name = entry.callee.name
    let path = "apis.\(api).permissions.\(name)"
    if let key = entry.key { return Place(hashed: "\(path).\(key.text)", "Permission", api, name) }
    // The function may also name it; that is enough if only one API calls it.
    let part = "functions.\(name).permission"
    if entry.callee.isElement, names.pins[part] != nil { return Place(part, "Permission", api, name) }
    if entry.callee.isElement { return Place(path, "Permission", api, name) }
    return Place(hashed: path, "Permission", api, String(name.split(separator: ":").last ?? ""))
  }
}

/// API Gateway's calls, as Lambda sees them.
enum Permission {
  /// The principal as which API Gateway calls functions and assumes roles.
  static let principal = "apigateway.amazonaws.com"

  /// The properties of a permission for calls of a service from a source.
  static func properties(_ callee: Callee, of principal: String = principal, from source: Value) -> Object {
    var properties = Object()
    properties.add("Action", "lambda:InvokeFunction")
    properties.add("FunctionName", callee.arn, origin: Origin(of: callee.node))
    properties.add("Principal", .string(principal))
    properties.add("SourceArn", source)
    return properties
  }

  /// The ARN of an API's calls on any stage: all of them, or those of one route. It contains a route's path with the
  /// variables in braces, as API Gateway presents it.
  static func source(api: Value, _ key: RouteKey?) -> Value { source(api: api, "/" + calls(of: key)) }

  /// The part of the ARN after the API.
  static func calls(of key: RouteKey?) -> String {
    switch key?.form {
    case .http(let method, let segments): "*/\(method == "ANY" ? "*" : method)/\(segments.joined(separator: "/"))"
    case .reserved(let name): "*/$\(name)"
    case .message(let name): "*/\(name)"
    case nil: "*/*"
    }
  }

  /// The ARN of an authorizer's calls.
  static func source(api: Value, authorizer: Value) -> Value {
    source(api: api, "/authorizers/", authorizer)
  }

  /// The ARN of an API, and what is behind it.
  static func source(api: Value, _ calls: String, _ authorizer: Value = "") -> Value {
    var text: Substitution = "arn:\(Value.partition):execute-api:\(Value.region):\(Value.account):"
    text.append(api, as: "Api")
    text.append(calls)
    text.append(authorizer, as: "Authorizer")
    return text.value
  }
}
