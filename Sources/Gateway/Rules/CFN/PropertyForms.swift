import CloudFormation
import SpecReading
import YAMLTree

/// Values that CloudFormation checks only when it creates the resource.
extension Rule {
  /// A string where a list is expected, and the like.
  static let propertyForm = Rule(
    id: "CFN017",
    severity: .error,
    summary: "property with a value of the wrong kind",
    why: """
      CloudFormation converts between strings, numbers and booleans. It rejects a string or a mapping where a list is expected:
      "expected type: JSONArray, found: String".
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, CorsConfiguration: {AllowOrigins: ⟪⟦"*"⟧, MaxAge: ⟦5m⟧ → ["*"], MaxAge: 300⟫}}
      """,
    check: { model, report in
      for (difference, _) in model.differences {
        guard case .form(let property, let wanted) = difference else { continue }
        let word =
          property.resource.source == .document
          ? property.resource.documentWord(for: property.name) : property.word
        report.report(
          at: property, "`\(word)` expects \(wanted.description), found \(found(property, wanted))",
          help: wanted.help(property) ?? help(forSetting: property))
      }
      for function in model.resources("AWS::Serverless::Function") where function.source == .resources {
        for property in function.properties.members { checkServerless(property, &report) }
      }
    })

  /// The help for a setting of routes where a route key is expected.
  private static func help(forSetting property: Model.Property) -> String? {
    guard property.resource.type == ResourceType.stage.name,
      ResourceType.stage["DefaultRouteSettings"]?.form.at([property.name][...]) != nil
    else { return nil }
    return
      "write it in `DefaultRouteSettings`, or under a route key: `RouteSettings: {GET /books: {\(property.name): …}}`"
  }

  /// A property of a SAM function that its Lambda function does not have, or not as a mapping.
  private static func checkServerless(_ property: Model.Property, _ report: inout Report) {
    let name = property.name
    guard SamProperties.mappingsOfFunctions.contains(name), !property.isFunction, property.form != .mapping else {
      return
    }
    let forms = ["Events": "give each event a name: `Events: {NAME: {Type: …}}`", "Tags": "write `Tags: {KEY: VALUE}`"]
    report.report(
      at: property, "`\(name)` expects a mapping, found \(property.found)",
      help: property.form == .list ? forms[name] : nil)
  }

  private static func found(_ property: Model.Property, _ wanted: PropertyForm) -> String {
    if property.isFunction, wanted.isScalar, let text = property.texts.first { return Reader.quoted(text) }
    switch property.form {
    case .nothing: return "nothing"
    case .scalar: return property.text.map(Reader.quoted) ?? (wanted.isScalar ? "a list" : "a string")
    case .list: return "a list"
    case .mapping where property.value.object?["Condition"] != nil: return "a mapping"
    case .mapping where property.value.object?["Fn::ToJsonString"] != nil: return "JSON"
    case .mapping: return property.isFunction ? (wanted.isScalar ? "a list" : "a string") : "a mapping"
    }
  }

  /// A required property that is not set.
  static let missingProperty = Rule(
    id: "CFN018",
    severity: .error,
    premise: .part,
    summary: "missing required property",
    why: """
      CloudFormation rejects a resource without a property that its type requires: "required key [Principal] not found".
      """,
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
    check: { model, report in
      for (difference, owner) in model.differences {
        guard case .missing(let name) = difference else { continue }
        report.report(at: owner.key, "`\(owner.ownerName)` requires `\(name)`", help: "add `\(name)`")
      }
      checkRemovals(model, &report)
      model.forEachServerlessEvent { event, _ in checkServerless(event: event, &report) }
      for (type, name) in eitherOf where !model.resources(type).isEmpty {
        guard let type = ResourceType.named(type) else { continue }
        for resource in model.lacking(name, of: type) where resource.source == .resources {
          let others = (type[name]?.needed?.unless ?? []).map { " or `\($0)`" }.joined()
          report.report(at: resource.mark, "`\(type.name)` requires `\(name)`\(others)", help: "add one of them")
        }
      }
      for api in model.lacking("ProtocolType", of: .api) {
        report.report(
          at: api.mark, "`\(api.type)` requires `ProtocolType`",
          help: "add `ProtocolType: HTTP` or `ProtocolType: WEBSOCKET`")
      }
      for integration in model.resources("Integration")
      where integration.source == .document && integration.lacks("IntegrationType") {
        report.report(
          at: integration.mark, "an integration needs `type`",
          help: "write `type: http_proxy` for a URL, `type: aws_proxy` for a function or a service")
      }
    })

  /// Properties that are required without others.
  private static let eitherOf = [
    ("AWS::EC2::VPC", "CidrBlock"), ("AWS::ElasticLoadBalancingV2::LoadBalancer", "Subnets"),
    ("AWS::Route53::RecordSet", "HostedZoneId"), ("AWS::Lambda::EventSourceMapping", "EventSourceArn"),
  ]

  /// The properties that SAM requires of an event.
  private static func checkServerless(event: Model.Property, _ report: inout Report) {
    guard let type = event["Type"]?.text, let known = SamProperties.ofEvent(type) else { return }
    let given = event["Properties"]
    // What seems to be missing may be misspelled.
    if given?.isFunction ?? false || given?.members.contains(where: { !known.all.contains($0.name) }) ?? false {
      return
    }
    for name in known.required where given?[name] == nil {
      report.report(at: event.key, "an event of the type `\(type)` requires `\(name)`", help: "add `\(name)`")
    }
  }

  /// A property that only AWS sets.
  static let readOnlyProperty = Rule(
    id: "CFN019",
    severity: .error,
    summary: "read-only property is set",
    why: """
      AWS sets IDs, ARNs and addresses of resources, and `!GetAtt` reads them. CloudFormation rejects a resource that sets them:
      "Encountered unsupported property".
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {⟪⟦ApiId⟧: abcd1234,  →⟫Name: store, ProtocolType: HTTP}
      """,
    check: { model, report in
      for (difference, owner) in model.differences {
        guard case .readOnly(let property) = difference else { continue }
        report.report(
          at: property.key, "`\(property.name)` of `\(owner.ownerName)` is read-only",
          help: "remove it; `!GetAtt` reads it")
      }
    })
}

extension PropertyForm: CustomStringConvertible {
  var description: String {
    switch shape {
    case .text: "a string"
    case .integer: "a whole number"
    case .number: "a number"
    case .flag: "`true` or `false`"
    case .any: "a value"
    case .list: "a list"
    case .map, .json, .object: "a mapping"
    }
  }

  /// The number of `30s` or `512 MB`, if a number is expected.
  private func numberWithoutUnit(_ text: String) -> Substring? {
    let digits = text.prefix(while: \.isNumber)
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    if case .flag = shape { return nil }
    return digits.isEmpty || !["s", "sec", "seconds", "MB", "mb", "days", "d"].contains(unit) ? nil : digits
  }

  /// What to write in place of a property's value.
  fileprivate func help(_ property: Model.Property) -> String? {
    if let members = property.value.object?.members, members.count == 1,
      let function = ShortTag.functionName(withoutPrefix: members[0].key)
    {
      return "did you mean `\(function)`?"
    }
    if let text = property.text, Value.pseudoParameters.contains(text) { return "write `!Ref \(text)`" }
    return switch (shape, property.form) {
    case (_, .nothing): "add a value, or remove it"
    case (.integer, .scalar) where property.value.mayBeOctal:
      property.text.flatMap { text in
        Int(text).map { "write `\($0)`, or `\(Int(text, radix: 8) ?? 0)`, which YAML 1.1 takes `\(text)` for" }
      }
    case (.integer, .scalar), (.number, .scalar), (.flag, .scalar):
      property.value.meaningInYAML11.flatMap { accepts($0) ? "write `\($0)`" : nil }
        ?? property.text.flatMap(numberWithoutUnit).map { "write `\($0)`: the number has no unit" }
    case (.list, .scalar):
      property.text.map { text in
        // A comma may be part of a value, but not of methods and the like; the quotes are those of REST APIs.
        let isQuoted = text.utf8.count > 2 && text.hasPrefix("'") && text.hasSuffix("'")
        let items = (isQuoted ? text.dropFirst().dropLast() : text[...]).split(separator: ",").map {
          $0.drop { $0 == " " }
        }
        let shown = text.utf8.count > 60 ? "…" : items.map { $0 == "*" ? "\"*\"" : String($0) }.joined(separator: ", ")
        return "write a list: `[\(shown)]`"
      } ?? "write it in brackets: `[…]`"
    case (.list, .mapping) where !property.isFunction: "write the mapping in brackets: `[{…}]`"
    case (.map, .list): "write `NAME: VALUE` for each"
    case (.text, .mapping)
    where property.resource.type == ResourceType.integration.name && !property.isFunction
      && ["MessageAttributes", "MessageBody", "Detail", "Input", "Data"].contains(property.name):
      "write it as a string with JSON"
    case (.text, let found) where found == .list || property.isFunction: "join it: `!Join [\",\", …]`"
    default: nil
    }
  }
}

extension Model.Property {
  /// Its value, for messages.
  var found: String {
    switch form {
    case .nothing: "nothing"
    case .scalar: text.map(Reader.quoted) ?? "a string"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
