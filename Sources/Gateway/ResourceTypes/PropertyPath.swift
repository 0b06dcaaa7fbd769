import TextSearch

/// The path of a property of a resource type, or of a part of one.
struct PropertyPath {
  let type: String
  /// Names from `Properties` on; `*` is every member of a mapping, or every item of a list.
  let names: [String]

  /// `Route`, `Target` of API Gateway v2's types; `Stage`, `RouteSettings.*.LoggingLevel`.
  init(_ type: String, _ path: String) {
    self.type = type.mentions("::") ? type : ResourceType.prefix + type
    names = path.parts(separatedBy: ".").map(String.init)
  }
}

extension PropertyPath {
  /// The form that its type describes.
  var form: PropertyForm? { ResourceType.named(type)?[names[0]]?.form.at(names.dropFirst()) }
}
