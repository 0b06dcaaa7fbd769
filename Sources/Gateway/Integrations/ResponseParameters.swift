import CloudFormation
import SpecReading
import YAMLTree

/// Parameter mappings of responses with one status code.
struct ResponseParameters: Sendable {
  /// The status code as written.
  let status: String
  let node: Node?
  /// The mappings by AWS key.
  let parameters: [Named<Given<String>>]
}

extension Synthesis {
  /// `ResponseParameters` of an integration in CloudFormation's format.
  func responseParameters(_ all: [ResponseParameters]) -> Value? {
    var object = Object()
    for one in all where !one.parameters.isEmpty {
      let changes = one.parameters.map { change -> Value in
        value(change.value).forEachChoice { source in
          var pair = Object()
          pair.add("Destination", .string(change.name), origin: Origin(of: change.node))
          pair.add("Source", change.value) { _ in source }
          return .object(pair)
        }
      }
      object.set(
        Object.Member(
          key: one.status, value: .commonChoice(of: changes) { ["ResponseParameters": .list($0)] },
          origin: Origin(key: one.node?.handle, value: one.node?.handle)))
    }
    return object.isEmpty ? nil : .object(object)
  }
}

/// Reads response parameters by status code.
struct ResponseParameterSchema: Schema {
  var placeholder: [ResponseParameters] { [] }
  var shape: Shape { .mapping }
  var expectation: String { "a mapping by status code, such as `404: {statusCode: 200}`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> [ResponseParameters]? {
    let changes = reader.read(node, as: .conditionalMap(.map(ResponseChanges(), keys: .any)), key: key)
    return changes?.map { ResponseParameters(status: $0.name, node: $0.node, parameters: $0.value) }
  }
}

private struct ResponseChanges: Schema {
  var placeholder: [Named<Given<String>>] { [] }
  var expectation: String { "a mapping, such as `overwrite:statuscode: 200`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> [Named<Given<String>>]? {
    MappingReader(reader: reader, isResponse: true).read(node, key: key)
  }
}

extension Schema where Self == ResponseParameterSchema {
  /// Parameter mappings of responses.
  static var responseParameters: ResponseParameterSchema { ResponseParameterSchema() }
}
