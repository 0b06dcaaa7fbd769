import Diagnostics
import SpecReading
import YAMLTree

/// Resources of `resources` beside their types: CloudFormation finds these only when it comes to the resource.
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
    source: "CloudFormation's schemas of API Gateway v2 and AWS::Lambda::Permission",
    bad: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, ⟦description⟧: The bookstore}
      """,
    good: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, Description: The bookstore}
      """,
    alsoBad: [
      """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, CorsConfiguration: {⟦allowOrigins⟧: ["*"], AllowHeaders: [a]}}
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref Store
            ⟦StageNames⟧: live
            AutoDeploy: true
            DefaultRouteSettings: {⟦ThrottlingRate⟧: 10}
      """,
      """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          ⟦properties⟧: {Name: store, ProtocolType: HTTP}
      """,
      """
      apis:
        store:
          properties: {⟦Descriptions⟧: The bookstore}
          routes:
            GET /books: {http: https://books.example.com, properties: {⟦operation⟧: list}}
      overrides:
        apis.store: {Properties: {⟦Descripton⟧: The bookstore, Description: null}}
      """,
    ],
    check: { spec, report in
      spec.forEachPropertyFlaw { flaw, owner, _ in
        guard case .unknown(let property, let known) = flaw else { return }
        report.report(
          at: property.key, "`\(owner)` has no property \(Reader.quoted(property.name))",
          help: Suggestion.help(for: property.name, among: known),
          fix: Suggestion.certain(for: property.name, among: known).flatMap { property.renaming(to: $0) })
      }
      for type in ResourceType.all.keys {
        for resource in spec.rawResources(type) {
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

  /// A text where a list is due, and their like.
  static let propertyForm = Rule(
    id: "CFN017",
    severity: .error,
    summary: "a property with a text where a list is due, or with another value of the wrong kind",
    why: """
      CloudFormation converts between texts, numbers and booleans where it can, and nothing else: a list of one item
      needs its brackets, and a mapping is no list of names and values.
      """,
    source: "CloudFormation's schemas of API Gateway v2 and AWS::Lambda::Permission",
    bad: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, CorsConfiguration: {AllowOrigins: ⟦"*"⟧, MaxAge: ⟦5m⟧}}
      """,
    good: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, CorsConfiguration: {AllowOrigins: ["*"], MaxAge: 300}}
      """,
    alsoBad: [
      """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties:
            Name: store
            ProtocolType: HTTP
            DisableExecuteApiEndpoint: ⟦no⟧
            ⟦Description⟧:
            ⟦Tags⟧: [{Key: team, Value: books}]
      """
    ],
    check: { spec, report in
      spec.forEachPropertyFlaw { flaw, _, _ in
        guard case .form(let property, let wanted) = flaw else { return }
        report.report(
          at: property.mark, "`\(property.name)` takes \(wanted.description), not \(found(property))",
          help: wanted.help(property))
      }
    })

  private static func found(_ property: RawProperty) -> String {
    switch property.form {
    case .nothing: "nothing"
    case .scalar: property.text.map(Reader.quoted) ?? "a text"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }

  /// What a resource cannot be without.
  static let missingProperty = Rule(
    id: "CFN018",
    severity: .error,
    summary: "a resource without a property that its type needs",
    why: "CloudFormation refuses a resource that lacks one of the properties that its type requires.",
    source: "CloudFormation's schemas of API Gateway v2 and AWS::Lambda::Permission",
    bad: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      resources:
        ⟦MayCall⟧:
          Type: AWS::Lambda::Permission
          Properties: {Action: lambda:InvokeFunction, FunctionName: !Ref functions.books}
      """,
    good: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      resources:
        MayCall:
          Type: AWS::Lambda::Permission
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref functions.books
            Principal: events.amazonaws.com
      """,
    check: { spec, report in
      spec.forEachPropertyFlaw { flaw, owner, mark in
        guard case .missing(let name) = flaw else { return }
        report.report(at: mark, "`\(owner)` needs `\(name)`", help: "write `\(name)`")
      }
    })

  /// What AWS gives, and takes from nobody.
  static let readOnlyProperty = Rule(
    id: "CFN019",
    severity: .error,
    summary: "a property that AWS gives is written",
    why: """
      Ids, ARNs and addresses of resources are made by AWS. `!GetAtt` reads them; CloudFormation refuses a resource that
      says them itself.
      """,
    source: "CloudFormation's schemas of API Gateway v2 and AWS::Lambda::Permission",
    bad: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {⟦ApiId⟧: abcd1234, Name: store, ProtocolType: HTTP}
      """,
    good: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP}
      """,
    check: { spec, report in
      spec.forEachPropertyFlaw { flaw, owner, _ in
        guard case .readOnly(let property) = flaw else { return }
        report.report(
          at: property.key, "`\(property.name)` of `\(owner)` is given by AWS and cannot be written",
          help: "leave it out; `!GetAtt` reads it")
      }
    })

  /// A type that is none.
  static let unknownResourceType = Rule(
    id: "CFN020",
    severity: .error,
    summary: "a type of API Gateway's that CloudFormation does not have",
    why: "CloudFormation knows a fixed list of types, and refuses the whole template where one is not on it.",
    source: "CloudFormation's schemas of API Gateway v2",
    bad: """
      resources:
        Store:
          Type: ⟦AWS::ApiGatewayV2::API⟧
          Properties: {Name: store, ProtocolType: HTTP}
      """,
    good: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP}
      """,
    check: { spec, report in
      for (type, resources) in spec.rawResourcesByType {
        let plain = type.lowercased()
        guard plain.hasPrefix(ResourceType.prefix.lowercased()), ResourceType.all[type] == nil else { continue }
        for resource in resources {
          let known = ResourceType.all.keys.filter { $0.hasPrefix(ResourceType.prefix) }.sorted()
          report.report(
            at: resource.attributes["Type"]?.mark ?? resource.mark, "CloudFormation has no type \(Reader.quoted(type))",
            help: Suggestion.help(for: type, among: known))
        }
      }
    })
}

extension PropertyForm: CustomStringConvertible {
  var description: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .flag: "`true` or `false`"
    case .any: "a value"
    case .list: "a list"
    case .map, .json, .object: "a mapping"
    }
  }

  /// What to write in place of a property's value.
  fileprivate func help(_ property: RawProperty) -> String? {
    switch (self, property.form) {
    case (_, .nothing): "give it a value, or leave it out"
    case (.list, .scalar): "put it in brackets: `[…]`"
    case (.map, .list): "write `NAME: VALUE` for each"
    default: nil
    }
  }
}

extension RawProperty {
  /// The fix that gives it another name; none where its name does not stand in the file as it reads.
  func renaming(to other: String) -> Fix? {
    guard !key.isNowhere, Int(key.end - key.start) == name.utf8.count else { return nil }
    return Fix("write `\(other)`", at: key, original: name, replacement: other)
  }
}
