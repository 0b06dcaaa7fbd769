import TextSearch

/// The properties of a resource type whose change replaces the resource.
///
/// The text is in `CreateOnlyA.swift` and so on, for the services whose resources are deployed with an API.
struct CreateOnly {
  /// The paths that always replace it.
  private(set) var always: [[String]] = []
  /// The paths that replace it only in some cases.
  private(set) var sometimes: [[String]] = []
  /// The properties that identify a resource; none if AWS sets one of them.
  private(set) var identifier: [String] = []

  /// The facts about a type; nil if they are unknown.
  init?(of type: String) {
    guard let text = CreateOnly.text(of: type) else { return nil }
    for var word in text.utf8.split(separator: UInt8(ascii: " ")) {
      let isConditional = word.first == UInt8(ascii: "?")
      if isConditional { word.removeFirst() }
      let isIdentifier = word.last == UInt8(ascii: "!")
      if isIdentifier { word.removeLast() }
      let path = word.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
      if isConditional { sometimes.append(path) } else { always.append(path) }
      if isIdentifier { identifier.append(path[0]) }
    }
  }

  /// The paths of a type, as text.
  private static func text(of type: String) -> Substring? {
    let parts = type.parts(separatedBy: "::")
    if parts.count != 3 || parts[0] != "AWS" { return nil }
    let service = String(parts[1])
    guard
      let types = service == "Serverless"
        ? serverless
        : typesOfA(service) ?? typesOfB(service) ?? typesOfC(service) ?? typesOfD(service) ?? typesOfE(service)
    else { return nil }
    // The entries are not made: a service has up to 16 KB of them.
    let (bytes, name) = (types.utf8, parts[2].utf8)
    let first = bytes.starts(with: name) ? [bytes.index(bytes.startIndex, offsetBy: name.count)] : []
    for start in first + types.ranges(of: "; \(parts[2])").map(\.upperBound) {
      let words = bytes[start...]
      if words.isEmpty || words.first == UInt8(ascii: " ") || words.first == UInt8(ascii: ";") {
        return Substring(words.prefix { $0 != UInt8(ascii: ";") })
      }
    }
    return nil
  }

  /// The properties of SAM's types that become such properties (source: SAM Developer Guide, property references).
  private static let serverless = """
    Api; Application; Function FunctionName PackageType TenancyConfig ?DurableConfig; GraphQLApi; HttpApi; \
    LayerVersion CompatibleArchitectures CompatibleRuntimes ContentUri Description LayerName LicenseInfo; \
    SimpleTable PrimaryKey TableName; StateMachine Name Type
    """
}
