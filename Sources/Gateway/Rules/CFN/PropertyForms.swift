import SpecReading
import YAMLTree

/// Resources of `resources` beside their types: CloudFormation finds these only when it comes to the resource.
extension Rule {
  /// A text where a list is due, and their like.
  static let propertyForm = Rule(
    id: "CFN017",
    severity: .error,
    summary: "a property with a text where a list is due, or with another value of the wrong kind",
    why: """
      CloudFormation converts between texts, numbers and booleans where it can, and nothing else: a list of one item
      needs its brackets, and a mapping is no list of names and values.
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, CorsConfiguration: {AllowOrigins: ⟪⟦"*"⟧, MaxAge: ⟦5m⟧ → ["*"], MaxAge: 300⟫}}
      """,
    check: { spec, report in
      for (flaw, _, _) in spec.propertyFlaws {
        guard case .form(let property, let wanted) = flaw else { continue }
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
    source: "CloudFormation's resource schemas",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      resources:
        ⟦MayCall⟧:
          Type: AWS::Lambda::Permission
          ⟪
          Properties: {Action: lambda:InvokeFunction, FunctionName: !Ref functions.books}
          →
          Properties:
            Action: lambda:InvokeFunction
            FunctionName: !Ref functions.books
            Principal: events.amazonaws.com
          ⟫
      """,
    check: { spec, report in
      for (flaw, owner, mark) in spec.propertyFlaws {
        guard case .missing(let name) = flaw else { continue }
        report.report(at: mark, "`\(owner)` needs `\(name)`", help: "write `\(name)`")
      }
      for api in spec.lacking("ProtocolType", of: .api) {
        report.report(at: api.mark, "`\(api.type)` needs `ProtocolType`", help: "write `ProtocolType`")
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
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {⟪⟦ApiId⟧: abcd1234,  →⟫Name: store, ProtocolType: HTTP}
      """,
    check: { spec, report in
      for (flaw, owner, _) in spec.propertyFlaws {
        guard case .readOnly(let property) = flaw else { continue }
        report.report(
          at: property.key, "`\(property.name)` of `\(owner)` is given by AWS and cannot be written",
          help: "leave it out; `!GetAtt` reads it")
      }
    })
}

extension PropertyForm: CustomStringConvertible {
  var description: String {
    switch shape {
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
    switch (shape, property.form) {
    case (_, .nothing): "give it a value, or leave it out"
    case (.list, .scalar): "put it in brackets: `[…]`"
    case (.map, .list): "write `NAME: VALUE` for each"
    default: nil
    }
  }
}
