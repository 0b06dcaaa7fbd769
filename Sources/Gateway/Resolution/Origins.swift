import CloudFormation
import SpecReading
import YAMLTree

extension Origin {
  /// The origin of a property that the language generates: the key has its own name in the language.
  init(of node: Node?) { self.init(key: nil, value: node?.handle) }

  /// The origin of a member with the name of its entry in the spec.
  init(naming key: Node?) { self.init(key: key?.handle, value: key?.handle) }

  /// The origin of a value that is written with AWS's names.
  init(key: Node, value: Node) { self.init(key: key.handle, value: value.handle) }

  /// The key in AWS's words.
  var keyNode: Node? { key.map(Node.init(handle:)) }

  /// The value, or what decides it.
  var valueNode: Node? { value.map(Node.init(handle:)) }
}

extension Object {
  /// Adds what a value of the spec becomes, with its place; a default has none.
  mutating func add<T>(
    _ key: String, _ given: Given<T>?, default value: @autoclosure () -> Value? = nil, _ convert: (Given<T>) -> Value?
  ) {
    guard let given else { return add(key, value()) }
    add(key, convert(given), origin: Origin(of: given.node))
  }

  /// Adds what a list of the spec becomes, with its place; the places of its items follow from it.
  mutating func add<T>(
    _ key: String, _ many: Many<T>?, default value: @autoclosure () -> Value? = nil, _ convert: (Many<T>) -> Value?
  ) {
    guard let many else { return add(key, value()) }
    add(key, convert(many), origin: Origin(of: many.node))
  }

  /// Sets what an entry of the spec becomes, under the entry's own name.
  mutating func set<T>(_ entry: Named<Given<T>>, _ convert: (Given<T>) -> Value) {
    let origin = Origin(key: entry.node?.handle, value: (entry.value.node ?? entry.node)?.handle)
    set(Member(key: entry.name, value: convert(entry.value), origin: origin))
  }
}
