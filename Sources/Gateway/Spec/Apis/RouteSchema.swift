import SpecReading
import YAMLTree

/// A route with its key. A method without a path is not a valid key: `{GET, POST /books: books}` has the key `GET`, which
/// is reported with the correct syntax.
struct RouteSchema: Schema {
  private let object = ObjectSchema<Route>.object(Route.self)

  var placeholder: Route { object.placeholder }
  var takesIntrinsic: Bool { object.takesIntrinsic }
  var shape: Shape { object.shape }
  var expectation: String { object.expectation }

  func read(_ node: Node, key: Mark, _ reader: Reader) -> Route? { object.read(node, key: key, reader) }

  func readElement(_ node: Node, key: Mark, _ reader: Reader) -> Route? {
    guard reader.isEmpty(node), let method = HttpMethod(rawValue: reader.sourceText(key)) else {
      return object.readElement(node, key: key, reader)
    }
    reader.report(
      .emptyValue, at: key, "`\(method.rawValue)` has no path and no target",
      help:
        "write a method, a path and a target; inside `{ }`, quote a key with several methods, since a comma ends a key")
    return nil
  }
}
