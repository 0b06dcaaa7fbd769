import SpecReading
import YAMLTree

/// A route under its key. A method alone is no key, and `{GET, POST /books: books}` makes one of what was meant as the
/// first of two: that is told once, with the way to write it.
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
      .emptyValue, at: key, "nothing stands behind `\(method.rawValue)`",
      help:
        "write a method, a path and what answers; inside `{ }` a comma ends a key, so quote one with several methods")
    return nil
  }
}
