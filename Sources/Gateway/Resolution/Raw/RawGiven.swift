import SpecReading
import YAMLTree

/// Properties of `resources` in the form that the language's own fields have, so that one rule looks at both.
extension RawProperty {
  /// A literal of some kind or a function; nil for what is neither.
  func given<T>(_ read: (RawProperty) -> T?) -> Given<T>? {
    if let function { return Given(intrinsic: function, at: mark) }
    return read(self).map { Given($0, at: mark) }
  }

  /// Whether a mapping surely has no such member, in other letters either.
  func lacks(_ name: String) -> Bool {
    self[name] == nil && !isFunction
      && !members.contains { $0.name != name && $0.name.lowercased() == name.lowercased() }
  }

  /// Its texts; nil for what is no list.
  var list: Names? {
    if let function { return Many(items: [Given(intrinsic: function, at: mark)], intrinsic: function, mark: mark) }
    guard let items else { return nil }
    return Many(items: items.compactMap(\.given), mark: mark)
  }
}
