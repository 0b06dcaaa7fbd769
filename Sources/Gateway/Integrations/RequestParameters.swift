import CloudFormation
import SpecReading
import YAMLTree

/// Parameter mappings of a request, by AWS key.
struct RequestParameters: Sendable {
  let parameters: [Named<Given<String>>]

  /// `RequestParameters` of an integration, sorted by key, so that equal mappings are equal however they are written.
  func object(in synthesis: Synthesis) -> Object {
    var object = Object()
    for parameter in parameters.sorted(by: { $0.name < $1.name }) {
      object.set(parameter) { synthesis.value($0) }
    }
    return object
  }
}

/// Reads request parameters: by AWS key, or grouped by action and destination.
struct RequestParameterSchema: Schema {
  var placeholder: RequestParameters { RequestParameters(parameters: []) }
  var shape: Shape { .mapping }
  var expectation: String { "a mapping, such as `overwrite:path: $request.path`" }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> RequestParameters? {
    MappingReader(reader: reader, isResponse: false).read(node, key: key).map(RequestParameters.init)
  }
}

extension Schema where Self == RequestParameterSchema {
  /// Parameter mappings of a request.
  static var requestParameters: RequestParameterSchema { RequestParameterSchema() }
}
