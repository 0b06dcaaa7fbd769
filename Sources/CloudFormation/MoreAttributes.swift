/// The attributes of a resource besides its properties, outside of it: a template has thousands of resources, of which few
/// have any.
final class MoreAttributes: Sendable {
  let values: Values

  init(_ values: Values) { self.values = values }

  struct Values: Sendable {
    var dependsOn: [String] = []
    var condition: String?
    var deletionPolicy: Value?
    var metadata: Value?
    var attributes = Object()

    var isEmpty: Bool {
      dependsOn.isEmpty && condition == nil && deletionPolicy == nil && metadata == nil && attributes.isEmpty
    }
  }
}
