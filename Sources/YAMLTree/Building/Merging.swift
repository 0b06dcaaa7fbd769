/// The merge keys of YAML 1.1: `<<: *base`, `<<: [*a, *b]`.
extension TreeBuilder {
  /// Stores a mapping's entries in the arena's table: its own (those in `keys`), then those that `<<` adds.
  mutating func fillTable(of index: UInt32, merges: [UInt32]) {
    let start = UInt32(arena.tableEntries.count)
    for key in keys.indices {
      arena.tableEntries.append(Arena.Entry(key: key, value: arena.next(key)))
    }
    for key in merges { merge(arena.next(key)) }
    arena.tables[index] = start..<UInt32(arena.tableEntries.count)
    arena.records[index].flags.insert(.tabled)
  }

  /// Adds the value of `<<`: a mapping, or a list of mappings where the first that has a key takes precedence.
  private mutating func merge(_ value: UInt32) {
    let target = arena.target(value)
    switch arena.records[target].kind {
    case .mapping: mergeEntries(of: target)
    case .sequence:
      // In a list that is defined elsewhere, the alias is the mistake.
      if value != target, hasOthersThanMappings(target) { return reportNoMapping(value) }
      var item = target + 1
      while item < arena.next(target) {
        let mapping = arena.target(item)
        if arena.records[mapping].kind == .mapping {
          mergeEntries(of: mapping)
        } else {
          reportNoMapping(item)
        }
        item = arena.next(item)
      }
    default: reportNoMapping(value)
    }
  }

  private func hasOthersThanMappings(_ list: UInt32) -> Bool {
    var item = list + 1
    while item < arena.next(list) {
      if arena.records[arena.target(item)].kind != .mapping { return true }
      item = arena.next(item)
    }
    return false
  }

  private mutating func mergeEntries(of mapping: UInt32) {
    if let range = arena.tables[mapping], arena.records[mapping].flags.contains(.tabled) {
      for place in range where takeFromBudget(mapping) { mergeEntry(arena.tableEntries[place]) }
    } else {
      var key = mapping + 1
      while key < arena.next(mapping), takeFromBudget(mapping) {
        let value = arena.next(key)
        mergeEntry(Arena.Entry(key: key, value: value))
        key = arena.next(value)
      }
    }
  }

  private mutating func mergeEntry(_ entry: Arena.Entry) {
    if keys.insert(entry.key, arena) == nil { arena.tableEntries.append(entry) }
  }

  /// Whether one more entry may be added; reports the first one beyond the limit.
  private mutating func takeFromBudget(_ mapping: UInt32) -> Bool {
    mergeBudget -= 1
    if mergeBudget == -1 {
      report(
        Problem(
          kind: .tooLarge, message: "`<<` adds more than \(Limit.mergedEntries) entries in this file",
          mark: mark(of: mapping)))
    }
    return mergeBudget >= 0
  }

  private mutating func reportNoMapping(_ value: UInt32) {
    // An invalid alias has been reported already.
    guard !arena.records[value].flags.contains(.stopgap) else { return }
    report(
      Problem(
        kind: .mergeValue, message: "`<<` expects a mapping or a list of mappings", mark: mark(of: value),
        help: "refer to a mapping by its anchor: `<<: *base`"))
  }
}
