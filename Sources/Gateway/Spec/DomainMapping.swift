import SpecReading

/// An item of `domain`: the host and base path of an API mapping.
public struct DomainMapping: SpecObject {
  let name: Given<String>
  let basePath: Given<String>?
  let options: ElementOptions

  /// A string is a host, optionally with a path.
  public static func shorthand(for text: String) -> StaticString? { "name" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required(
      "name", .text, "`HOST` or `HOST/BASE/PATH`: a name in `domains` or the host of a domain.")
    basePath = fields.optional(
      "basePath", .text(1...300), "Base path, such as `v1`; empty by default.")
    options = ElementOptions(fields: &fields)
  }
}

/// The API mappings of an API or a stage.
public typealias DomainMappings = Many<DomainMapping>
