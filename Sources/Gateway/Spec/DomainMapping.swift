import SpecReading

/// An item of `domain`: the host that leads to a stage, and the path under which it does.
public struct DomainMapping: SpecObject {
  let name: Given<String>
  let basePath: Given<String>?
  let options: ElementOptions

  /// A lone text is a host, and a path behind a slash.
  public static func shorthand(for text: String) -> StaticString? { "name" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.required(
      "name", .text, "`HOST` or `HOST/BASE/PATH`: the host or the name of one of `domains`, or a host that exists.")
    basePath = fields.optional(
      "basePath", .text(1...300), "The path under which it leads to the stage, such as `v1`; the root by default.")
    options = ElementOptions(fields: &fields)
  }
}

/// The mappings of an API or a stage, one or many.
public typealias DomainMappings = Many<DomainMapping>
