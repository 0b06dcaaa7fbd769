import SpecReading
import TextSearch

extension ResourceType {
  /// The described type that a misspelled name most likely means. AWS has many types that are not described: those that
  /// are known by their tags or properties, and those unlike any described one, are not misspelled.
  static func likely(for name: String) -> String? {
    if named(name) != nil || name.hasPrefix(prefix) || name.hasPrefix(SamProperties.prefix) { return nil }
    // Other letters, or other places of the colons.
    if let same = all.first(where: { letters($0.name) == letters(name) }) { return same.name }
    let parts = name.parts(separatedBy: "::").map(String.init)
    guard parts.count == 3, parts[0].lowercased() == "aws", TaggedTypes.form(of: name) == nil,
      CreateOnly(of: name) == nil
    else { return nil }
    // REST APIs have other parts.
    let ofV2 = prefix + parts[2]
    if parts[1].lowercased() == "apigateway", named(ofV2) != nil { return ofV2 }
    let described = all.map { ($0.name, $0.name.parts(separatedBy: "::").map(String.init)) }
    let ofService = described.filter { $0.1[1].lowercased() == parts[1].lowercased() }
    if ofService.isEmpty {
      // Of a misspelled service the type is right.
      let candidates = described.filter { $0.1[2] == parts[2] }
      let service = Suggestion.certain(for: parts[1], among: candidates.map { $0.1[1] })
      return candidates.first { $0.1[1] == service }?.0
    }
    let type = Suggestion.nearest(to: parts[2], among: ofService.map { $0.1[2] })
    return ofService.first { $0.1[2] == type }?.0
  }

  private static func letters(_ name: String) -> String { name.lowercased().filter { $0 != ":" } }
}
