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
