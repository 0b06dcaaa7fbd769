extension Value {
  /// Calls `body` with the logical id or parameter of every `Ref`, `Fn::GetAtt` and `${…}` of a `Fn::Sub` inside.
  public func forEachReference(_ body: (String) -> Void) {
    switch self {
    case .ref(let id), .getAtt(let id, _): body(id)
    case .list(let items): for item in items { item.forEachReference(body) }
    case .object(let object):
      if object.members.count == 1, object.members[0].key == "Fn::Sub" {
        return object.members[0].value.forEachSubstitution(body)
      }
      for member in object.members { member.value.forEachReference(body) }
    case .string, .number, .bool, .null: break
    }
  }

  private func forEachSubstitution(_ body: (String) -> Void) {
    switch self {
    case .string(let text):
      for name in Value.substitutions(in: text) { body(String(name.prefix { $0 != "." })) }
    case .list(let parts) where parts.count == 2:
      let own = parts[1].object
      for name in Value.substitutions(in: parts[0].text ?? "") where own?[name] == nil {
        body(String(name.prefix { $0 != "." }))
      }
      parts[1].forEachReference(body)
    default: break
    }
  }

  /// The names inside `${…}` of a text, literal `${!…}` left out.
  public static func substitutions(in text: String) -> [String] {
    var names: [String] = []
    var rest = text.utf8[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
      rest = rest[rest.index(after: dollar)...]
      guard rest.first == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) else { continue }
      let name = String(rest[rest.index(after: rest.startIndex)..<end]) ?? ""
      if !name.hasPrefix("!") && !name.isEmpty { names.append(name) }
      rest = rest[end...]
    }
    return names
  }
}

extension Template {
  /// A chain of logical ids that depend on each other in a circle, the first one repeated at the end; nil where none.
  public func cycle() -> [String]? {
    var finder = CycleFinder(template: self)
    return finder.find()
  }
}

/// Depth-first search over the dependencies of a template, without recursion.
private struct CycleFinder {
  private enum State { case new, open, done }
  private let template: Template
  private var states: [State]

  init(template: Template) {
    self.template = template
    states = Array(repeating: .new, count: template.resources.count)
  }

  mutating func find() -> [String]? {
    for start in template.resources.indices where states[start] == .new {
      var path = [(index: start, next: dependencies(of: start)[...])]
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
          return (path[start...].map(\.index) + [other]).map { template.resources[$0].id }
        case .new:
          states[other] = .open
          path.append((other, dependencies(of: other)[...]))
        }
      }
    }
    return nil
  }

  /// The resources that one depends on; what is done or occurred last is left out, since most refer to one API.
  private func dependencies(of index: Int) -> [Int] {
    let resource = template.resources[index]
    var found: [Int] = []
    func add(_ id: String) {
      if let other = template.index(of: id), other != found.last, states[other] != .done { found.append(other) }
    }
    for id in resource.dependsOn { add(id) }
    for member in resource.properties.members { member.value.forEachReference(add) }
    return found
  }
}
