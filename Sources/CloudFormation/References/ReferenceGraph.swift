/// The references between the resources of a template, by index.
///
/// Finding them takes as long as writing the template, so it is done once.
public struct ReferenceGraph: Sendable {
  /// A reference to a resource, by index.
  struct Reference {
    var target: Int { Int(index) }
    /// The attribute; nil for a `Ref`.
    let attribute: String?
    private let index: Int32
    /// Whether it is in a part of a resource of SAM that becomes a resource of its own, such as an event of a function.
    let isOfOther: Bool

    init(target: Int, attribute: String?, isOfOther: Bool) {
      index = Int32(target)
      self.attribute = attribute
      self.isOfOther = isOfOther
    }
  }

  /// The references to resources in each resource's properties, mostly without duplicates.
  let properties: Lists<Reference>
  /// The other names in each resource's properties that mean something else in another stack: parameters, mostly.
  let others: Lists<String>
  /// The resources that each resource lists in `DependsOn`.
  let dependsOn: Lists<Int>

  /// Finds the references of all resources of a template.
  public init(_ template: Template) {
    // The closure below must not capture the whole template, which would be copied at each reference.
    var targets = Targets(template.indices)
    let count = template.resources.count
    var properties = Lists<Reference>(capacity: count)
    var others = Lists<String>(capacity: count)
    var dependsOn = Lists<Int>(capacity: count)
    let callers = template.sections["Transform"] == nil ? [:] : ServerlessParts.callers(in: template)
    let globals = callers.isEmpty ? nil : template.section("Globals")["Function"]
    for resource in template.resources.indices {
      var number = 0
      let type = template.resources[resource].type
      let generating = ServerlessParts.generating(of: type)
      let members = template.resources[resource].properties.members
      for member in members.indices where !members[member].value.isPlain {
        let key = members[member].key
        let isOfOther = generating.contains(key)
        members[member].value.forEachReference { id, attribute in
          guard let target = targets.index(of: id, number: number) else {
            if PassedValues.dependsOnStack(id) { others.append(id) }
            if !isOfOther { callers[id]?.forEach { dependsOn.append($0) } }
            return
          }
          number += 1
          // Most references of a resource are to its API, repeatedly.
          if let last = properties.open.last, last.target == target, last.attribute == attribute,
            last.isOfOther == isOfOther
          {
            return
          }
          properties.append(Reference(target: target, attribute: attribute, isOfOther: isOfOther))
        }
      }
      for id in template.resources[resource].dependsOn {
        if let target = template.indices[id] { dependsOn.append(target) }
      }
      if !callers.isEmpty {
        callers[template.resources[resource].id]?.forEach { dependsOn.append($0) }
        if type == ServerlessParts.function {
          globals?.forEachReference { id, _ in
            (template.indices[id].map { [$0] } ?? callers[id])?.forEach { dependsOn.append($0) }
          }
        }
      }
      properties.endList()
      others.endList()
      dependsOn.endList()
    }
    self.properties = properties
    self.others = others
    self.dependsOn = dependsOn
  }

  /// A dependency cycle, with the first resource repeated at the end; nil if there is none.
  ///
  /// Depth-first, without recursion.
  public var cycle: [Int]? {
    enum State { case new, open, done }
    var states: [State] = Array(repeating: .new, count: properties.count)
    var path: [(index: Int, next: Int)] = []
    for start in 0..<properties.count where states[start] == .new {
      path.append((start, 0))
      states[start] = .open
      while let (index, next) = path.last {
        guard next < dependsOn.count(of: index) + properties.count(of: index) else {
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

  /// Whether a resource refers to itself.
  public func refersToItself(_ index: Int) -> Bool {
    (0..<properties.count(of: index)).contains {
      properties[index, $0].target == index && !properties[index, $0].isOfOther
    }
  }

  /// One of the resources that a resource depends on or refers to, by number; nil for a reference of another resource,
  /// which SAM makes of an event or the like.
  private func need(_ number: Int, of index: Int) -> Int? {
    let count = dependsOn.count(of: index)
    if number < count { return dependsOn[index, number] }
    let reference = properties[index, number - count]
    return reference.isOfOther ? nil : reference.target
  }
}

/// The resources by ID. Routes and permissions refer to what the one before them refers to, in the same order: comparing
/// two texts takes less than hashing one.
private struct Targets {
  private let indices: [String: Int]
  private var recent: [(id: String, index: Int)] = []

  init(_ indices: [String: Int]) { self.indices = indices }

  /// The resource of a reference that is the `number`th of its resource.
  mutating func index(of id: String, number: Int) -> Int? {
    let isKnown = number < recent.count
    if isKnown, recent[number].id == id { return recent[number].index }
    guard let index = indices[id] else { return nil }
    if isKnown { recent[number] = (id, index) } else if number < 8 { recent.append((id, index)) }
    return index
  }
}
