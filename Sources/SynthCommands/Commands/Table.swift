import Diagnostics

/// Rows of text as columns that are two spaces apart.
func alignedColumns(_ rows: [[String]]) -> [UInt8] {
  // Places contain text from the spec, which must not control the terminal.
  let rows = rows.map { row in row.map { visible($0) } }
  var widths: [Int] = []
  for row in rows {
    for (column, text) in row.enumerated() {
      if column == widths.count { widths.append(0) }
      widths[column] = max(widths[column], text.count)
    }
  }
  var bytes: [UInt8] = []
  for row in rows {
    for (column, text) in row.enumerated() {
      bytes += Array(text.utf8)
      if column + 1 < row.count {
        bytes += repeatElement(UInt8(ascii: " "), count: widths[column] - text.count + 2)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }
  return bytes
}
