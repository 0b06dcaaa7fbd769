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
  /// The form that its type describes.
  var form: PropertyForm? {
    let names = names
    return ResourceType.named(type)?[names[0]]?.form.at(names.dropFirst())
  }
}
