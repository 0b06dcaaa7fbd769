/// Which resources of a template refer to which others, by their indices.
///
/// Looking into every value takes as long as writing it, so it is done once for all that want to know.
public struct ReferenceGraph: Sendable {
  /// What each resource's properties refer to, mostly without repetition.
  let properties: [[Int]]
  /// What each resource waits for by `DependsOn`.
  let dependsOn: [[Int]]
  /// Whether a resource refers to a parameter that is a list.
  let needsList: [Bool]

  /// Looks into all resources of a template.
  public init(_ template: Template) {
    let parameters = template.sections["Parameters"]?.object?.members ?? []
    let lists = Set(
      parameters.filter { $0.value.object?["Type"]?.text?.contains("List") ?? false }.map(\.key))
    // The closure below must not hold the whole template: it would be copied at each reference.
    let indices = template.indices
    var properties: [[Int]] = []
    var needsList: [Bool] = []
    properties.reserveCapacity(template.resources.count)
    needsList.reserveCapacity(template.resources.count)
    for resource in template.resources {
      var found: [Int] = []
      var isOfList = false
      for member in resource.properties.members {
        member.value.forEachReference { id in
          if let other = indices[id] {
            // Most of what a resource refers to is its API, several times.
            if other != found.last { found.append(other) }
          } else if !lists.isEmpty, lists.contains(id) {
            isOfList = true
          }
        }
      }
      properties.append(found)
      needsList.append(isOfList)
    }
    self.properties = properties
    self.needsList = needsList
    dependsOn = template.resources.map { $0.dependsOn.compactMap { indices[$0] } }
  }

  /// A chain of resources that depend on each other in a circle, the first one repeated at the end; nil where none.
  ///
  /// Depth-first, without recursion.
  public var cycle: [Int]? {
    enum State { case new, open, done }
    var states: [State] = Array(repeating: .new, count: properties.count)
    func unknown(_ index: Int) -> ArraySlice<Int> {
      (dependsOn[index] + properties[index]).filter { states[$0] != .done }[...]
    }
    for start in properties.indices where states[start] == .new {
      var path = [(index: start, next: unknown(start))]
      states[start] = .open
      while let (index, next) = path.last {
        guard let other = next.first else {
          states[index] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next = next.dropFirst()
        switch states[other] {
        case .done: break
        case .open:
          let start = path.firstIndex { $0.index == other } ?? 0
          return path[start...].map(\.index) + [other]
        case .new:
          states[other] = .open
          path.append((other, unknown(other)))
        }
      }
    }
    return nil
  }
}
