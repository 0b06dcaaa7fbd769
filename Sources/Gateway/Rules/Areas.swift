/// The rules whose ids begin with the same letters. The file of the letters' name lists its rules.
public struct Area: Sendable {
  /// The letters.
  public let letters: String
  /// The subject of its findings.
  public let title: String
  /// AWS's page on it, if there is one.
  public let page: String?
  /// Its rules, by their number.
  public let rules: [Rule]

  /// The area of an id.
  public static func of(_ id: String) -> Area? {
    let letters = id.prefix { !$0.isNumber }
    return all.first { $0.letters == letters }
  }

  init(_ letters: String, _ title: String, page: String? = nil, rules: [Rule] = []) {
    self.letters = letters
    self.title = title
    self.page = page
    self.rules = rules
  }

  /// API Gateway's developer guide.
  static let gateway = "https://docs.aws.amazon.com/apigateway/latest/developerguide/"
}

/// Areas without rules: other steps report their findings.
extension Area {
  static let files = Area("FILE", "Files")
  static let includes = Area("INC", "Included files")
  static let ignores = Area("LINT", "Ignored findings")
  static let options = Area("OPT", "Options")
  static let updates = Area("UPD", "Updates")
  static let variables = Area("VAR", "Variables")
  static let yaml = Area("YAML", "YAML")
}
