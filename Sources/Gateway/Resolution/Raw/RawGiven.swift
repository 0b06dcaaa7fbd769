import SpecReading
import YAMLTree

/// Properties of `resources` in the form that the language's own fields have, so that one rule looks at both.
extension RawProperty {
  /// The value as the language's rules look at one; nil where a list, a mapping or nothing stands.
  var given: Given<String>? {
    if let text { return Given(text, at: mark) }
    return function.map { Given(intrinsic: $0, at: mark) }
  }

  /// A literal of some kind or a function; nil for what is neither.
  func given<T>(_ read: (RawProperty) -> T?) -> Given<T>? {
    if let function { return Given(intrinsic: function, at: mark) }
    return read(self).map { Given($0, at: mark) }
  }

  /// What a mapping of names and texts holds.
  var texts: [Named<Given<String>>] {
    members.compactMap { member in
      member.given.map { Named(name: member.name, mark: member.key, value: $0) }
    }
  }

  /// Its texts; nil for what is no list.
  var list: Names? {
    if let function { return Many(items: [Given(intrinsic: function, at: mark)], intrinsic: function, mark: mark) }
    guard let items else { return nil }
    return Many(items: items.compactMap(\.given), mark: mark)
  }
}
