import Diagnostics
import SpecReading
import YAMLTree

/// Names in `resources` beside their types: CloudFormation finds these only when it comes to the resource.
extension Rule {
  /// A name that is none.
  static let unknownProperty = Rule(
    id: "CFN016",
    severity: .error,
    summary: "a property that the type of a resource does not have",
    why: """
      CloudFormation refuses a resource with a property that it does not know. Names of properties begin with a capital
      letter, other than those of the language.
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, ⟦description → Description⟧: The bookstore}
      """,
    check: { spec, report in
      for (flaw, owner, _) in spec.propertyFlaws {
        guard case .unknown(let property, let known) = flaw else { continue }
        report.report(
          at: property.key, "`\(owner)` has no property \(Reader.quoted(property.name))",
          help: Suggestion.help(for: property.name, among: known),
          fix: Suggestion.certain(for: property.name, among: known).flatMap { property.renaming(to: $0) })
      }
      if spec.hasMacros { return }
      let attributes = spec.isSAM ? attributes + ["Connectors", "IgnoreGlobals"] : attributes
      for (type, resources) in spec.rawResourcesByType where ResourceType.named(type)?.isComplete ?? false {
        for resource in resources {
          for key in resource.attributes.members where !attributes.contains(key.name) {
            report.report(
              at: key.key, "a resource has no \(Reader.quoted(key.name))",
              help: Suggestion.help(for: key.name, among: attributes))
          }
        }
      }
    })

  private static let attributes = [
    "Type", "Properties", "DependsOn", "Condition", "DeletionPolicy", "UpdateReplacePolicy", "Metadata",
    "CreationPolicy", "UpdatePolicy",
  ]

  /// A type that is none.
  static let unknownResourceType = Rule(
    id: "CFN020",
    severity: .error,
    summary: "a type of API Gateway's that CloudFormation does not have",
    why: "CloudFormation knows a fixed list of types, and refuses the whole template where one is not on it.",
    source: "CloudFormation's schemas of API Gateway v2",
    example: """
      resources:
        Store:
          Type: ⟦AWS::ApiGatewayV2::API → AWS::ApiGatewayV2::Api⟧
          Properties: {Name: store, ProtocolType: HTTP}
      """,
    check: { spec, report in
      for (type, resources) in spec.rawResourcesByType {
        let plain = type.lowercased()
        guard plain.hasPrefix(ResourceType.prefix.lowercased()), ResourceType.named(type) == nil else { continue }
        for resource in resources {
          let known = ResourceType.all.map(\.name).filter { $0.hasPrefix(ResourceType.prefix) }
          report.report(
            at: resource.attributes["Type"]?.mark ?? resource.mark, "CloudFormation has no type \(Reader.quoted(type))",
            help: Suggestion.help(for: type, among: known))
        }
      }
    })
}

extension RawProperty {
  /// The fix that gives it another name; none where its name does not stand in the file as it reads.
  fileprivate func renaming(to other: String) -> Fix? {
    guard !key.isNowhere, Int(key.end - key.start) == name.utf8.count else { return nil }
    return Fix("write `\(other)`", at: key, original: name, replacement: other)
  }
}
