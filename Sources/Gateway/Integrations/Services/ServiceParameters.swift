import CloudFormation
import SpecReading
import YAMLTree

/// The parameters of an action, as specified by the author.
struct ServiceParameters: Sendable {
  /// Parameters by AWS name; nil removes a default.
  let entries: [Named<Given<String>?>]

  /// Whether no parameter is specified.
  var isEmpty: Bool { entries.isEmpty }

  /// The value of a parameter; the inner nil removes its default.
  subscript(name: String) -> Given<String>?? { entries.first { $0.name == name }?.value }

  /// `RequestParameters` of an action: the target, and the author's parameters instead of defaults. They are in the
  /// order of the action, so that equal parameters are equal however they are written.
  /// Unknown parameters and missing required ones are written as well, for the rules that report them.
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
  /// Sets a parameter with AWS's name.
  fileprivate mutating func set(_ entry: Named<Given<String>?>, _ values: RawValues) {
    let origin = Origin(key: entry.node?.handle, value: (entry.value?.node ?? entry.node)?.handle)
    set(Member(key: entry.name, value: entry.value.map { values.value($0) } ?? .null, origin: origin))
  }
}

/// Reads parameters: a mapping of strings, where `null` removes a default.
struct ServiceParameterSchema: Schema {
  var placeholder: ServiceParameters { ServiceParameters(entries: []) }
  var shape: Shape { .map(.either([.text, .null, .function]), .any) }
  var expectation: String { "a mapping, such as `MessageBody: $request.body`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> ServiceParameters? {
    guard let entries = reader.read(node, as: .conditionalMap(.map(ServiceParameterValue(), keys: .any)), key: key)
    else { return nil }
    return ServiceParameters(entries: entries)
  }
}

/// A string or `null`. A key without a value is an error, as everywhere else.
private struct ServiceParameterValue: Schema {
  var placeholder: Given<String>? { nil }
  var expectation: String { "a string or `null`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> Given<String>?? {
    let isNull =
      reader.tree.kind(node) == .scalar && reader.tree.isPlain(node) && reader.tree.tag(node) == .none
      && (reader.tree.equals(node, "null") || reader.tree.equals(node, "~"))
    if isNull { return .some(nil) }
    if reader.tree.kind(node) != .scalar, reader.tree.tag(node) == .none, !reader.isIntrinsic(node) {
      let json = ServiceParameterValue.withBraces(reader.tree.json(node))
      reader.report(
        .wrongKind, at: reader.tree.mark(node),
        "expected a string, found a \(reader.tree.kind(node) == .mapping ? "mapping" : "list")",
        help: "write it as a string with JSON" + (json.utf8.count <= 200 ? ": `'\(json)'`" : ""))
      return nil
    }
    return reader.read(node, as: .text, key: key).map { .some($0) }
  }

  /// JSON with `"${request.body}"` for `"$request.body"`: each of several variables in a text needs braces.
  private static func withBraces(_ json: String) -> String {
    var (result, isOpen) = ([UInt8](), false)
    let bytes = Array(json.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "$"), result.last == UInt8(ascii: "\""), bytes[index + 1] != UInt8(ascii: "{") {
        result += [byte, UInt8(ascii: "{")]
        isOpen = true
        continue
      }
      if isOpen, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: " ") {
        result.append(UInt8(ascii: "}"))
        isOpen = false
      }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Schema where Self == ServiceParameterSchema {
  /// The parameters of a service's action.
  static var serviceParameters: ServiceParameterSchema { ServiceParameterSchema() }
}

extension FieldVisitor {
  /// The field that all service targets have.
  mutating func serviceParameters() -> ServiceParameters {
    optional(
      "parameters", .serviceParameters,
      """
      Parameters of the action by AWS name, in addition to the defaults; `null` removes a default. Values are strings \
      and `$request.body.…`, `$request.header.…`, `$request.querystring.…`, `$request.path.…`, `$context.…`, \
      `$stageVariables.…`. For bodies over 100 KB only `$request.body` as a whole is reliable.
      """) ?? ServiceParameters(entries: [])
  }
}
