import CloudFormation

/// The cells of `Mappings` that differ between two versions.
struct MappingChanges {
  /// A cell, by its three keys.
  private struct Cell: Hashable {
    let mapping: String
    let row: String
    let column: String
  }

  private var cells: Set<Cell> = []

  /// Whether all cells are the same.
  var isEmpty: Bool { cells.isEmpty }

  init(_ old: Template, _ new: Template) {
    let (before, after) = (old.sections["Mappings"], new.sections["Mappings"])
    if before == after { return }
    for difference in Difference.between(before ?? .object(Object()), after ?? .object(Object())) {
      guard difference.path.count >= 3 else { continue }
      cells.insert(Cell(mapping: difference.path[0], row: difference.path[1], column: difference.path[2]))
    }
  }

  /// Whether a value reads a cell that differs, as far as the keys are known.
  func change(_ value: Value) -> Bool {
    switch value {
    case .list(let items): return items.contains(where: change)
    case .object(let object):
      return object.members.contains { member in
        guard member.key == "Fn::FindInMap", case .list(let parts) = member.value, parts.count >= 3,
          let mapping = parts[0].text
        else { return change(member.value) }
        let (row, column) = (parts[1].text, parts[2].text)
        return cells.contains { cell in
          cell.mapping == mapping && (row ?? cell.row) == cell.row && (column ?? cell.column) == cell.column
        }
      }
    default: return false
    }
  }
}
