import CloudFormation
import SpecReading

/// Elements that keep the logical ID of an earlier key with `logicalId`: their parts keep theirs as well.
///
/// CloudFormation creates before it deletes. The routes of a renamed API would be created while the old ones exist.
struct FormerNames {
  private struct Name {
    /// `apis.NEW.` and `apis.OLD.`.
    let path: String
    let formerPath: String
    /// The beginning of the IDs of parts.
    let words: String
    let formerWords: String
  }

  private var names: [Name] = []

  init(_ sections: [Section.Table], _ pins: [String: Given<String>]) {
    if pins.isEmpty { return }
    for table in sections {
      let section = table.section
      // `AApi` is the ID of an API with the key `a`.
      let kind = section.place("a").id.dropFirst()
      var formers: [String: String] = [:]
      for element in table.elements {
        let own = section.place(element.name)
        guard let pin = pins[own.path]?.literal, pin != own.id, pin.hasSuffix(kind), own.id.hasSuffix(kind) else {
          continue
        }
        let stem = pin.dropLast(kind.count)
        let former = stem.prefix(1).lowercased() + stem.dropFirst()
        if !former.isEmpty, section.place(former).id == pin { formers[element.name] = former }
      }
      // Another element with that key has these IDs, unless it has an earlier key itself.
      for (name, former) in formers.sorted(by: { $0.key < $1.key })
      where table.indices[former] == nil || formers[former] != nil {
        let (own, earlier) = (section.place(name), section.place(former))
        names.append(
          Name(
            path: own.path + ".", formerPath: earlier.path + ".", words: String(own.id.dropLast(kind.count)),
            formerWords: String(earlier.id.dropLast(kind.count))))
      }
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { names.isEmpty }

  /// The logical ID that a part has under the earlier key.
  func id(_ id: String, at path: String) -> String {
    guard let name = names.first(where: { path.hasPrefix($0.path) }), id.hasPrefix(name.words) else { return id }
    let rest = id.dropFirst(name.words.count)
    let hash = LogicalID.hash(path)
    if rest.hasSuffix(hash) { return name.formerWords + rest.dropLast(hash.count) + LogicalID.hash(self.path(path)) }
    // Capitals inside of a word that is not the last one need a hash.
    let isLossy = path.hasPrefix("apis.") && name.formerWords.dropFirst().contains(where: \.isUppercase)
    return name.formerWords + rest + (isLossy ? LogicalID.hash(self.path(path)) : "")
  }

  /// The path with the earlier key.
  func path(_ path: String) -> String {
    guard let name = names.first(where: { path.hasPrefix($0.path) }) else { return path }
    return name.formerPath + path.dropFirst(name.path.count)
  }
}
