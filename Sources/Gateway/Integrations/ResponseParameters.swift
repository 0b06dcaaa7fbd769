import CloudFormation
import SpecReading
import YAMLTree

/// Changes that API Gateway makes to responses of one status.
struct ResponseParameters: Sendable {
  /// The status, as it is written, and its place.
  let status: String
  let mark: Mark
  /// The changes, by AWS's own keys.
  let parameters: [Named<Given<String>>]
}

extension Synthesis {
  /// `ResponseParameters` of an integration, in the form that CloudFormation has for it.
  func responseParameters(_ all: [ResponseParameters]) -> Value? {
    var object = Object()
    for one in all where !one.parameters.isEmpty {
      let changes = one.parameters.map { change -> Value in
        ["Destination": .string(change.name), "Source": value(change.value)]
      }
      object[one.status] = ["ResponseParameters": .list(changes)]
    }
    return object.isEmpty ? nil : .object(object)
  }
}

/// Reads response parameters by status.
struct ResponseParameterSchema: Schema {
  var placeholder: [ResponseParameters] { [] }
  var shape: Shape { .mapping }
  var expectation: String { "a mapping by status, such as `404: {statusCode: 200}`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> [ResponseParameters]? {
    let changes = reader.read(node, as: .map(ResponseChanges(), keys: .any), key: key)
    return changes?.map { ResponseParameters(status: $0.name, mark: $0.mark, parameters: $0.value) }
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
  /// Changes to responses.
  static var responseParameters: ResponseParameterSchema { ResponseParameterSchema() }
}
