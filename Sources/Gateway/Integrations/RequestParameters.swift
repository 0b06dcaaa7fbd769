import CloudFormation
import SpecReading
import YAMLTree

/// Changes that API Gateway makes to a request, by AWS's own keys.
struct RequestParameters: Sendable {
  let parameters: [Named<Given<String>>]

  /// `RequestParameters` of an integration, in the order of the keys, so that the same changes are the same however
  /// they are written.
  func object(in synthesis: Synthesis) -> Object {
    var object = Object()
    for parameter in parameters.sorted(by: { $0.name < $1.name }) {
      object.set(parameter) { synthesis.value($0) }
    }
    return object
  }
}

/// Reads request parameters: AWS's flat keys, or grouped by what is done and to what.
struct RequestParameterSchema: Schema {
  var placeholder: RequestParameters { RequestParameters(parameters: []) }
  var shape: Shape { .mapping }
  var expectation: String { "a mapping, such as `overwrite:path: $request.path`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> RequestParameters? {
    MappingReader(reader: reader, isResponse: false).read(node, key: key).map(RequestParameters.init)
  }
}

extension Schema where Self == RequestParameterSchema {
  /// Changes to a request.
  static var requestParameters: RequestParameterSchema { RequestParameterSchema() }
}
