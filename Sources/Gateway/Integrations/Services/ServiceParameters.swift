import CloudFormation
import SpecReading
import YAMLTree

/// What the author says of an action's parameters.
struct ServiceParameters: Sendable {
  /// Parameters by AWS's names; nil takes a default away.
  let entries: [Named<Given<String>?>]

  /// Whether nothing is said.
  var isEmpty: Bool { entries.isEmpty }

  /// What is said of a parameter; the inner nil takes its default away.
  subscript(name: String) -> Given<String>?? { entries.first { $0.name == name }?.value }

  /// Those that have a value.
  var values: [Named<Given<String>>] {
    entries.compactMap { entry in
      entry.value.map { Named(name: entry.name, mark: entry.mark, node: entry.node, value: $0) }
    }
  }

  /// `RequestParameters` of an action: what names the target, and the author's word over the defaults. They stand in
  /// the action's own order, so that the same targets are the same however they are written.
  /// Unknown parameters and missing ones that the action needs are written as well, for the rules that report them.
  func object(for subtype: ServiceSubtype?, target: Object, in values: RawValues) -> Object {
    var object = Object()
    let known = subtype?.parameters ?? []
    for name in known {
      if let member = target.member(name) {
        object.set(member)
      } else if let entry = entries.first(where: { $0.name == name }) {
        if entry.value != nil || subtype?.required.contains(name) ?? false { object.set(entry, values) }
      } else {
        object.add(name, subtype?.defaults[name].map { .string($0) })
      }
    }
    for entry in entries where !known.contains(entry.name) { object.set(entry, values) }
    return object
  }
}

extension Object {
  /// Sets a parameter, in AWS's own words.
  fileprivate mutating func set(_ entry: Named<Given<String>?>, _ values: RawValues) {
    let origin = Origin(key: entry.node?.handle, value: (entry.value?.node ?? entry.node)?.handle)
    set(Member(key: entry.name, value: entry.value.map { values.value($0) } ?? .null, origin: origin))
  }
}

/// Reads parameters: a mapping of texts, where `null` takes a default away.
struct ServiceParameterSchema: Schema {
  var placeholder: ServiceParameters { ServiceParameters(entries: []) }
  var shape: Shape { .map(.either([.text, .null, .function]), .any) }
  var expectation: String { "a mapping, such as `MessageBody: $request.body`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> ServiceParameters? {
    guard let entries = reader.read(node, as: .map(ServiceParameterValue(), keys: .any), key: key) else { return nil }
    return ServiceParameters(entries: entries)
  }
}

/// A text, or `null`. A key with nothing behind it is most likely unfinished, and is an error as everywhere.
private struct ServiceParameterValue: Schema {
  var placeholder: Given<String>? { nil }
  var expectation: String { "text, or `null`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>?? {
    let isNull =
      reader.tree.kind(node) == .scalar && reader.tree.isPlain(node) && reader.tree.tag(node) == .none
      && (reader.tree.equals(node, "null") || reader.tree.equals(node, "~"))
    if isNull { return .some(nil) }
    return reader.read(node, as: .text, key: key).map { .some($0) }
  }
}

extension Schema where Self == ServiceParameterSchema {
  /// Parameters of a service's action.
  static var serviceParameters: ServiceParameterSchema { ServiceParameterSchema() }
}

extension FieldVisitor {
  /// The field that all targets of services have.
  mutating func serviceParameters() -> ServiceParameters {
    optional(
      "parameters", .serviceParameters,
      """
      What the action gets, by AWS's names, over the defaults; `null` takes one away. Values are texts and \
      `$request.body.…`, `$request.header.…`, `$request.querystring.…`, `$request.path.…`, `$context.…`, \
      `$stageVariables.…`; of bodies over 100 KB only `$request.body` as a whole is sure.
      """) ?? ServiceParameters(entries: [])
  }
}
