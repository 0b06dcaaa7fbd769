/// Tables by section that few specs need, made at the first use.
final class SectionLookups {
  fileprivate var names: [String: [String]] = [:]
  fileprivate var ids: [String: [String: Int]] = [:]
}

extension SpecNames {
  /// The names of a section, sorted once.
  func names(in section: String) -> [String] {
    if let names = lookups.names[section] { return names }
    let names = self.section(section)?.indices.keys.sorted() ?? []
    lookups.names[section] = names
    return names
  }

  /// The index of a section's element: the one with this logical ID, or the existing resource with this ID or ARN.
  func index(ofId id: String, in section: String) -> Int? {
    if let ids = lookups.ids[section] { return ids[id] }
    guard let table = self.section(section) else { return nil }
    let ids = table.elements.enumerated().compactMap { index, element -> (String, Int)? in
      switch element.resource {
      case .created: (self.id(table.section.place(element.name)), index)
      case .existing(let id, _, _): id.literal.map { ($0, index) }
      case nil: nil
      }
    }
    lookups.ids[section] = Dictionary(ids) { first, _ in first }
    return lookups.ids[section]?[id]
  }
}
