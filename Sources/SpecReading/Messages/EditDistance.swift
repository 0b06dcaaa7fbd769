/// The number of insertions, deletions, replacements and swaps of neighbors between two words (optimal string
/// alignment). Its memory is reused for many words.
struct EditDistance {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var row: [Int] = []

  /// The distance of two words, if it is within a limit. Common prefixes and suffixes are skipped, and only the cells
  /// of the table within the limit are computed.
  mutating func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var (a, b) = (a[...], b[...])
    while let first = a.first, first == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
    while let end = a.last, end == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) <= limit ? max(a.count, b.count) : nil }
    prepare(b.count + 1)
    for i in 1...a.count where !fill(i, a, b, limit) { return nil }
    return last[b.count] <= limit ? last[b.count] : nil
  }

  /// Allocates the rows and fills the initial one: the cost of inserting `b`.
  private mutating func prepare(_ count: Int) {
    if row.count < count {
      row = Array(repeating: 0, count: count)
      (beforeLast, last) = (row, row)
    }
    for j in 0..<count { last[j] = j }
  }

  /// Computes the row of a byte of `a`; false if no cell is within the limit.
  private mutating func fill(_ i: Int, _ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>, _ limit: Int) -> Bool {
    let (from, to) = (max(1, i - limit), min(b.count, i + limit))
    row[0] = i
    if from > 1 { row[from - 1] = limit + 1 }
    var least = row[from - 1]
    for j in from...to {
      let (x, y) = (a[a.startIndex + i - 1], b[b.startIndex + j - 1])
      var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x == y ? 0 : 1))
      if i > 1, j > 1, x == b[b.startIndex + j - 2], a[a.startIndex + i - 2] == y {
        cost = min(cost, beforeLast[j - 2] + 1)
      }
      row[j] = cost
      least = min(least, cost)
    }
    if to < b.count { row[to + 1] = limit + 1 }
    (beforeLast, last, row) = (last, row, beforeLast)
    return least <= limit
  }
}
