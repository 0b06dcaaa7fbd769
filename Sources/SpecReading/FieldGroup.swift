/// Fields that most objects leave out, as an object of their own: those without any of them share one.
///
/// All of the fields are optional.
public protocol FieldGroup: SpecObject, AnyObject {}

/// The groups without any field that were read so far, of which there are few.
struct EmptyGroups {
  private var groups: [(type: ObjectIdentifier, group: any FieldGroup)] = []

  /// The group of a type, if one was read.
  func group<T: FieldGroup>(_ type: T.Type) -> T? {
    for known in groups where known.type == ObjectIdentifier(type) { return unsafeDowncast(known.group, to: T.self) }
    return nil
  }

  /// Keeps a group that nothing was found for; returns the one that is kept.
  mutating func keep<T: FieldGroup>(_ group: T) -> T {
    if let known = self.group(T.self) { return known }
    groups.append((ObjectIdentifier(T.self), group))
    return group
  }
}
