import SpecReading
import YAMLTree

/// A policy template of SAM: statements with parameters.
///
/// Source: SAM's developer guide, policy template list, and SAM's transform; with its actions and resources.
public final class SamPolicy: Sendable {
  /// Actions on resources, or only if a key of IAM's conditions equals a text. `<NAME>` is a pseudo parameter, `{NAME}`
  /// one of the template.
  typealias Statement = (actions: [String], resources: [String], condition: (key: String, value: String)?)

  /// Its name, which is its key in a spec.
  let name: StaticString
  let documentation: StaticString
  /// The parameters, and the attribute that a resource's logical ID means; nil for `Ref`.
  let parameters: [(name: String, attribute: String?)]
  let statements: [Statement]

  init(
    _ name: StaticString, _ documentation: StaticString, _ parameters: [(name: String, attribute: String?)],
    _ statements: [Statement]
  ) {
    (self.name, self.documentation, self.parameters, self.statements) = (name, documentation, parameters, statements)
  }

  /// The form of a policy that is made of it.
  var form: Form<Policy.Form> {
    .when(
      name, read: { .template(Written(self, fields: &$0)) }, describe: { _ = Written(self, fields: &$0) })
  }

  /// A template with the values of its parameters.
  public struct Written: Sendable {
    let policy: SamPolicy
    let parameters: [Named<Given<String>>]

    init(_ policy: SamPolicy, fields: inout some FieldVisitor) {
      self.policy = policy
      parameters = fields.required(policy.name, Parameters(policy: policy), policy.documentation)
    }
  }

  /// Reads the parameters, each of which is required.
  struct Parameters: Schema {
    let policy: SamPolicy

    var placeholder: [Named<Given<String>>] { [] }
    var shape: Shape { .mapping }
    var expectation: String {
      policy.parameters.isEmpty
        ? "`{}`" : "`{" + policy.parameters.map { "\($0.name): …" }.joined(separator: ", ") + "}`"
    }

    func read(_ node: Node, key: Mark, _ reader: Reader) -> [Named<Given<String>>]? {
      guard reader.tree.kind(node) == .mapping, !reader.isIntrinsic(node) else {
        reader.mismatch(node, expected: expectation)
        return nil
      }
      let values = reader.read(node, as: .map(.text, keys: .any), key: key) ?? []
      let known = policy.parameters.map(\.name)
      for value in values where !known.contains(value.name) {
        reader.report(
          .unknownKey, at: value.mark, "unknown key \(Reader.quoted(value.name))", help: "expected \(expectation)")
      }
      let given = Set(reader.tree.entries(node).map { reader.tree.string($0.key) })
      for name in known where !given.contains(name) {
        reader.report(.missingKey, at: key, "`\(name)` is missing", help: "expected \(expectation)")
      }
      return values
    }
  }
}
