import JSONWriting

extension Template {
  /// The length of the JSON in bytes, counted without writing it.
  public var byteCount: Int { byteCount(resources: resources.map(\.byteCount)) }

  /// The length of the JSON with resources of these lengths.
  public func byteCount(resources sizes: [Int]) -> Int {
    let (head, entries) = (head, resources.count + macros.members.count)
    var size = JSONSize.container(of: head.members.count + (outputs.isEmpty ? 1 : 2), at: 0) + 1
    size += head.entriesByteCount(at: 1)
    size += JSONSize.key("Resources") + JSONSize.container(of: entries, at: 1)
    size += sizes.reduce(0, +) + macros.entriesByteCount(at: 2)
    if !outputs.isEmpty { size += JSONSize.key("Outputs") + outputs.byteCount(at: 1) }
    return size
  }
}

extension Resource {
  /// The length of the key and the body in a template.
  public var byteCount: Int {
    var size = JSONSize.key(id)
    var count = attributes.members.count
    forEachAttribute { key, value in
      size += JSONSize.key(key) + value.byteCount(at: 3)
      count += 1
    }
    return size + JSONSize.container(of: count, at: 2) + attributes.entriesByteCount(at: 3)
  }
}

extension Object {
  /// The length of an object that begins `depth` levels deep.
  fileprivate func byteCount(at depth: Int) -> Int {
    JSONSize.container(of: members.count, at: depth) + entriesByteCount(at: depth + 1)
  }

  /// The length of the keys and their values, which begin `depth` levels deep.
  fileprivate func entriesByteCount(at depth: Int) -> Int {
    // An element of an array is copied before a function is called with it, one of a buffer is not.
    members.withUnsafeBufferPointer { members in
      members.indices.reduce(0) { $0 + JSONSize.key(members[$1].key) + members[$1].value.byteCount(at: depth) }
    }
  }
}

extension Value {
  /// The length of the value, which begins `depth` levels deep.
  fileprivate func byteCount(at depth: Int) -> Int {
    switch self {
    case .string(let text): JSONSize.string(text)
    case .number(let literal): literal.utf8.count
    case .bool(let flag): flag ? 4 : 5
    case .null: 4
    case .list(let items):
      items.withUnsafeBufferPointer { items in
        items.indices.reduce(JSONSize.container(of: items.count, at: depth)) { $0 + items[$1].byteCount(at: depth + 1) }
      }
    case .object(let object): object.byteCount(at: depth)
    case .ref(let id): JSONSize.container(of: 1, at: depth) + JSONSize.key("Ref") + JSONSize.string(id)
    case .getAtt(let id, let attribute):
      JSONSize.container(of: 1, at: depth) + JSONSize.key("Fn::GetAtt") + JSONSize.container(of: 2, at: depth + 1)
        + JSONSize.string(id) + JSONSize.string(attribute)
    }
  }
}
