import SpecReading

extension SpecNames {
  /// The logical IDs that authors pinned, by place. An element's own ID wins over one that is
  /// set for it as a part of another element; the others are in the second list.
  static func pins(_ elements: [WrittenElement]) -> (used: [String: Given<String>], unused: [(String, Given<String>)]) {
    var used: [String: Given<String>] = [:]
    for (path, options) in elements {
      if let id = options.logicalId { used[path] = id }
    }
    var unused: [(String, Given<String>)] = []
    for (path, options) in elements {
      for part in options.logicalIds {
        let place = "\(path).\(part.name)"
        if used[place] == nil { used[place] = part.value } else { unused.append((place, part.value)) }
      }
    }
    return (used, unused)
  }
}
