import SpecReading

/// Keys of OpenAPI documents in places where nothing reads them.
extension Rule {
  /// Reports misspelled keys of the document, its components and operations, and extensions of other places.
  static func checkPlaces(in document: Model.Property, _ report: inout Report) {
    check(document, among: fields, .document, &report)
    if let components = document["components"] { check(components, among: partsOfComponents, .components, &report) }
    for server in document["servers"]?.items ?? [] { checkExtensions(of: server, .server, &report) }
    for path in document["paths"]?.members ?? [] where !path.isFunction {
      checkExtensions(of: path, .path, &report)
      for operation in path.members where DocumentWords.operations.contains(operation.name) {
        check(operation, among: fieldsOfOperation, .operation, &report)
      }
    }
  }

  private static func check(
    _ part: Model.Property, among known: [String], _ place: ExtensionPlace, _ report: inout Report
  ) {
    checkExtensions(of: part, place, &report)
    for member in part.members where !known.contains(member.name) && !member.name.hasPrefix("x-") {
      // Tools add keys of their own, and OpenAPI 2 has others.
      let singular = member.name.hasSuffix("ies") ? member.name.dropLast(3) + "y" : member.name
      let near = Suggestion.nearest(to: singular, among: known)
      let isOld = place == .document && member.name == "securityDefinitions"
      guard near != nil || isOld else { continue }
      report.report(
        at: member.key, "\(place.noun) does not have a key \(Reader.quoted(member.name))",
        help: isOld ? "write the schemes in `components: {securitySchemes: …}`" : near.map { "did you mean `\($0)`?" })
    }
  }

  private static func checkExtensions(of part: Model.Property, _ place: ExtensionPlace, _ report: inout Report) {
    for member in part.members where member.name.hasPrefix(extensionPrefix) {
      guard let own = places[String(member.name.dropFirst(extensionPrefix.count))], own != place else { continue }
      // An operation has one integration.
      let isPlural = member.name == DocumentWords.integrationKey + "s"
      let help =
        switch place {
        case .operation where isPlural: "write `\(DocumentWords.integrationKey)`"
        case .components where member.name == DocumentWords.integrationKey: "write `\(DocumentWords.integrationKey)s`"
        default: "write it in \(own.help)"
        }
      report.report(at: member.key, "API Gateway does not read `\(member.name)` here", help: help)
    }
  }

  private static let extensionPrefix = "x-amazon-apigateway-"

  /// Where API Gateway reads its extensions.
  private enum ExtensionPlace {
    case document, server, components, path, operation, scheme

    /// What it is, for messages.
    var noun: String {
      switch self {
      case .document: "an OpenAPI document"
      case .server: "a server"
      case .components: "`components`"
      case .path: "a path"
      case .operation: "an operation"
      case .scheme: "a security scheme"
      }
    }

    var help: String {
      switch self {
      case .document: "the document, next to `paths`"
      case .server: "a server of `servers`, such as `url: /`"
      case .components: "`components`"
      case .path: "the path"
      case .operation: "an operation, such as `get`"
      case .scheme: "a security scheme of `components.securitySchemes`"
      }
    }
  }

  private static let places: [String: ExtensionPlace] = [
    "cors": .document, "endpoint-configuration": .server, "importexport-version": .document,
    "integrations": .components, "any-method": .path, "integration": .operation, "auth": .operation,
    "authorizer": .scheme,
  ]

  /// The fixed fields of OpenAPI 3.
  private static let fields = [
    "openapi", "info", "jsonSchemaDialect", "servers", "paths", "webhooks", "components", "security", "tags",
    "externalDocs",
  ]
  private static let partsOfComponents = [
    "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
    "callbacks", "pathItems",
  ]
  private static let fieldsOfOperation = [
    "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses",
    "callbacks", "deprecated", "security", "servers",
  ]
}
