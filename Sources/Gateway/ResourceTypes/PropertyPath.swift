import TextSearch

/// The path of a property of a resource type, or of a part of one.
struct PropertyPath {
  private let word: String
  private let path: String

  /// `Route`, `Target` of API Gateway v2's types; `Stage`, `RouteSettings.*.LoggingLevel`.
  init(_ type: String, _ path: String) { (word, self.path) = (type, path) }

  /// `AWS::…`.
  var type: String { word.mentions("::") ? word : ResourceType.prefix + word }

  /// Names from `Properties` on; `*` is every member of a mapping, or every item of a list. Rules look at many types, of
  /// which a spec has few: the names are made for those.
  var names: [String] { path.parts(separatedBy: ".").map(String.init) }
}

extension PropertyPath {
  /// The limit that its type describes, and whether only WebSocket APIs have the property.
  var limit: (PropertyLimit, isOfWebSocket: Bool)? {
    let names = names
    guard let property = ResourceType.named(type)?[names[0]], let limit = property.form.at(names.dropFirst())?.limit
    else { return nil }
    return (limit, property.only == .websocket)
  }
}
