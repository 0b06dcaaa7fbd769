/// The references between the resources of a template, by index.
///
/// Finding them takes as long as writing the template, so it is done once.
public struct ReferenceGraph: Sendable {
  /// A reference to a resource, by index.
  struct Reference {
    let target: Int
    /// The attribute; nil for a `Ref`.
    let attribute: String?
    /// Whether it is an event of a function of SAM, which becomes a resource of its own (source: SAM's specification,
    /// "Resources generated").
    let isOfEvent: Bool
  }

  /// The references to resources in each resource's properties, mostly without duplicates.
  let properties: [[Reference]]
  /// The other names in each resource's properties that mean something else in another stack: parameters, mostly.
  let others: [[String]]
  /// The resources that each resource lists in `DependsOn`.
  let dependsOn: [[Int]]

  /// Finds the references of all resources of a template.
  public init(_ template: Template) {
    // The closure below must not capture the whole template, which would be copied at each reference.
    let indices = template.indices
    var properties: [[Reference]] = []
    var others: [[String]] = []
    properties.reserveCapacity(template.resources.count)
    others.reserveCapacity(template.resources.count)
    for resource in template.resources.indices {
      var found: [Reference] = []
      var names: [String] = []
      let hasEvents = template.resources[resource].type.hasPrefix("AWS::Serverless::")
      for member in template.resources[resource].properties.members {
        let isOfEvent = hasEvents && member.key == "Events"
        member.value.forEachReference { id, attribute in
          guard let target = indices[id] else {
            if !id.hasPrefix("AWS::") || PassedValues.namesOfStack.contains(id) { names.append(id) }
            return
          }
          // Most references of a resource are to its API, repeatedly.
          if let last = found.last, last.target == target, last.attribute == attribute, last.isOfEvent == isOfEvent {
            return
          }
          found.append(Reference(target: target, attribute: attribute, isOfEvent: isOfEvent))
        }
      }
      properties.append(found)
      others.append(names)
    }
    self.properties = properties
    self.others = others
    dependsOn = template.resources.indices.map { template.resources[$0].dependsOn.compactMap { indices[$0] } }
  }

  /// A dependency cycle, with the first resource repeated at the end; nil if there is none.
  ///
  /// Depth-first, without recursion.
  public var cycle: [Int]? {
    enum State { case new, open, done }
    var states: [State] = Array(repeating: .new, count: properties.count)
    for start in properties.indices where states[start] == .new {
      var path = [(index: start, next: 0)]
      states[start] = .open
      while let (index, next) = path.last {
        guard next < dependsOn[index].count + properties[index].count else {
          states[index] = .done
          path.removeLast()
          continue
        }
        let other = need(next, of: index)
        path[path.count - 1].next += 1
        guard let other else { continue }
        switch states[other] {
        case .done: break
        case .open:
          let start = path.firstIndex { $0.index == other } ?? 0
          return path[start...].map(\.index) + [other]
        case .new:
          states[other] = .open
          path.append((other, 0))
        }
      }
    }
    return nil
  }

  /// One of the resources that a resource depends on or refers to, by number; nil for a reference of another resource,
  /// which SAM makes of an event.
  private func need(_ number: Int, of index: Int) -> Int? {
    let others = dependsOn[index]
    if number < others.count { return others[number] }
    let reference = properties[index][number - others.count]
    return reference.isOfEvent ? nil : reference.target
  }
}
