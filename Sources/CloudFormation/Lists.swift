/// Lists of elements, in one array: thousands of short arrays take twice the memory.
struct Lists<Element: Sendable>: Sendable {
  private var elements: [Element] = []
  private var ends: [Int] = []

  /// The number of lists.
  var count: Int { ends.count }

  /// A list.
  subscript(index: Int) -> ArraySlice<Element> { elements[start(of: index)..<ends[index]] }

  /// An element of a list.
  subscript(index: Int, number: Int) -> Element { elements[start(of: index) + number] }

  /// The length of a list.
  func count(of index: Int) -> Int { ends[index] - start(of: index) }

  private func start(of index: Int) -> Int { index == 0 ? 0 : ends[index - 1] }

  /// No lists, with room for so many.
  init(capacity: Int) { ends.reserveCapacity(capacity) }

  /// The elements of the list that is not complete.
  var open: ArraySlice<Element> { elements[(ends.last ?? 0)...] }

  /// Adds an element to the list that is not complete.
  mutating func append(_ element: Element) { elements.append(element) }

  /// Completes a list.
  mutating func endList() { ends.append(elements.count) }
}

extension Lists<Int> {
  /// Lists of numbers below their count, inverted: for each number, the lists that have it.
  func inverted() -> Lists<Int> {
    var places = Array(repeating: 0, count: count + 1)
    for element in elements { places[element + 1] += 1 }
    for number in 0..<count { places[number + 1] += places[number] }
    var inverted = Lists<Int>(capacity: count)
    inverted.ends = Array(places.dropFirst())
    inverted.elements = Array(repeating: 0, count: elements.count)
    for list in 0..<count {
      for element in self[list] {
        inverted.elements[places[element]] = list
        places[element] += 1
      }
    }
    return inverted
  }
}
