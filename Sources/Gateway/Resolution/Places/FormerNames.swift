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
    let former: String
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
        names.append(
          Name(
            path: "\(section.name).\(name).", formerPath: "\(section.name).\(former).", words: LogicalID.words(name),
            formerWords: LogicalID.words(former), former: former))
      }
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { names.isEmpty }

  /// The logical ID that a part has under the earlier key.
  func id(_ place: Place) -> String {
    let path = place.path
    guard let name = names.first(where: { path.hasPrefix($0.path) }), place.id.hasPrefix(name.words) else {
      return place.id
    }
    let part = path.dropFirst(name.path.count)
    // Hashes do not depend on the names of path variables.
    let hashed = part.hasPrefix("routes.") ? RouteKeyText.withoutVariables(String(part)) : String(part)
    var rest = place.id.dropFirst(name.words.count)
    let hash = LogicalID.hash(name.path + hashed)
    if rest.hasSuffix(hash) { rest = rest.dropLast(hash.count) }
    let loses = place.losesInRest || LogicalID.loses(name.former, isLast: place.isFirstLast)
    return name.formerWords + rest + (loses ? LogicalID.hash(name.formerPath + hashed) : "")
  }

  /// The path with the earlier key.
  func path(_ path: String) -> String {
    guard let name = names.first(where: { path.hasPrefix($0.path) }) else { return path }
    return name.formerPath + path.dropFirst(name.path.count)
  }
}
