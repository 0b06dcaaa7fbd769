import Diagnostics
import SpecReading
import YAMLTree

/// Names that CloudFormation checks only when it creates the resource.
extension Rule {
  /// A property that a resource type does not have.
  static let unknownProperty = Rule(
    id: "CFN016",
    severity: .error,
    summary: "unknown property of a resource",
    why: """
      CloudFormation rejects a resource with a property that its type does not have: "Encountered unsupported property". AWS's
      names begin with a capital letter, unlike those of the language.
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: store, ProtocolType: HTTP, ⟦description → Description⟧: The bookstore}
      """,
    check: { model, report in
      for (difference, owner) in model.differences {
        guard case .unknown(let property, let known) = difference else { continue }
        // Documents have AWS's names with a small letter.
        let isOfDocument = property.word != property.name && property.word.lowercased() == property.name.lowercased()
        let name = isOfDocument ? property.word : property.name
        let names = isOfDocument ? known.map(DocumentWords.key) : known
        let likely = Suggestion.certain(for: name, among: names)
        let taken = likely.flatMap { names.firstIndex(of: $0) }.flatMap { owner[known[$0]] == nil ? nil : names[$0] }
        report.report(
          at: property.key,
          "`\(isOfDocument ? owner.word : owner.ownerName)` does not have a property \(Reader.quoted(name))",
          help: taken.map { "remove it: `\($0)` is set already" } ?? helpForWord(property)
            ?? Suggestion.help(for: name, among: names),
          fix: taken == nil ? likely.flatMap { property.renaming(to: $0) } : nil)
      }
      if model.spec.hasOwnMacro { return }
      checkServerless(model, &report)
      let attributes = knownAttributes(model)
      var reported: Set<Mark> = []
      for resource in model.types.flatMap({ model.resources($0) }) + model.loopedResources
      where resource.source == .resources && !resource.type.hasPrefix(SamProperties.prefix) {
        let isCustom = resource.type.hasPrefix("Custom::") || resource.type == "AWS::CloudFormation::CustomResource"
        for member in resource.record.attributes.members where !attributes.contains(member.key) {
          // AWS's own examples of custom resources have it.
          if isCustom, member.key == "Version" { continue }
          let attribute = Model.Property(member, of: resource, fallback: resource.mark)
          let isProperty = ResourceType.named(resource.type)?[member.key] != nil
          check(member.key, at: attribute.key, among: attributes, isProperty: isProperty, &report)
          reported.insert(attribute.key)
        }
      }
      let tree = model.names.tree
      for override in model.names.spec.overrides where tree.kind(override.value.node) == .mapping {
        for entry in tree.entries(override.value.node) {
          let (name, mark) = (tree.string(entry.key), tree.mark(entry.key))
          // What is written for a resource of `resources` is among its attributes.
          // `Description` of a resource has no effect.
          if attributes.contains(name) && name != "Description" || reported.contains(mark) { continue }
          check(name, at: mark, among: attributes, isProperty: true, &report)
        }
      }
    })

  /// The attributes that resources of a template may have.
  static func knownAttributes(_ model: Model) -> [String] {
    ResourceAttributes.names + ["Fn::Transform"] + (model.spec.isSAM ? ["Connectors", "IgnoreGlobals"] : [])
  }

  /// The properties of SAM's types, and of `Globals`.
  private static func checkServerless(_ model: Model, _ report: inout Report) {
    for type in model.types {
      guard let known = SamProperties.of(type) else { continue }
      for resource in model.resources(type) where resource.source == .resources {
        check(resource.properties.members, among: known, "`\(type)`", &report)
        for event in resource["Events"]?.members ?? [] {
          guard let kind = event["Type"]?.text, let names = SamProperties.ofEvent(kind) else { continue }
          check(event["Properties"]?.members ?? [], among: names.all, "an event of the type `\(kind)`", &report)
        }
      }
    }
    var seen: Set<Mark> = []
    for api in model.serverlessApis {
      let auth = api.isWebSocket ? SamProperties.authOfWebSockets : SamProperties.auth
      for route in api["Routes"]?.members ?? [] {
        check(
          route.members, among: SamProperties.routeOfWebSockets, "a route of `\(ServerlessApi.webSocketType)`", &report)
      }
      for (name, known) in [("CorsConfiguration", SamProperties.cors), ("Auth", auth)] {
        // `Globals` are those of all APIs.
        let members = (api[name]?.branches ?? []).flatMap(\.members).filter { seen.insert($0.key).inserted }
        check(members, among: known, "`\(name)`", &report)
      }
    }
    let tree = model.names.tree
    guard let globals = model.names.spec.section("Globals") else { return }
    // Where there are types of SAM, the missing transform is reported at the first of them.
    if !model.spec.isSAM, !model.spec.hasMacros,
      !model.names.resourceTypes.values.contains(where: { $0.hasPrefix(SamProperties.prefix) })
    {
      report.report(
        at: globals.mark, "`globals` has no effect without the transform of AWS SAM",
        help: "add `transform: AWS::Serverless-2016-10-31` at the top level")
    }
    for section in tree.entries(globals.node) {
      let name = tree.string(section.key)
      guard let known = SamProperties.ofGlobals(name) else {
        report.report(
          at: tree.mark(section.key), "`globals` does not have a section \(Reader.quoted(name))",
          help: Suggestion.help(for: name, among: SamProperties.globalSections))
        continue
      }
      for entry in tree.entries(section.value) where !known.contains(tree.string(entry.key)) {
        let property = tree.string(entry.key)
        report.report(
          at: tree.mark(entry.key), "`\(name)` of `globals` does not have a property \(Reader.quoted(property))",
          help: Suggestion.help(for: property, among: known))
      }
    }
  }

  private static func check(
    _ members: [Model.Property], among known: [String], _ owner: String, _ report: inout Report
  ) {
    for member in members where !known.contains(member.name) && !member.name.hasPrefix("Fn::") {
      report.report(
        at: member.key, "\(owner) does not have a property \(Reader.quoted(member.name))",
        help: member.name == "RestApiId" && known.contains("ApiId")
          ? "write `ApiId`" : helpForWord(member) ?? Suggestion.help(for: member.name, among: known))
    }
  }

  /// The help for an attribute of a resource among its properties, and for a property of REST APIs.
  private static func helpForWord(_ property: Model.Property) -> String? {
    let type = property.resource.type
    let isOfApi = type.hasPrefix(ResourceType.prefix) || type == "AWS::Serverless::HttpApi"
    if isOfApi, let advice = ForeignWords.adviceOnProperty(property.name) { return advice }
    if let help = MisplacedProperty.help(for: property.name, of: type) { return help }
    // `properties` of a route are not those of its target.
    if property.resource.source == .language, type == ResourceType.route.name,
      let key = ResourceType.integration[property.name]?.key
    {
      return property.name == "PayloadFormatVersion"
        ? "remove it: it is a property of the integration" : "write `\(key)` beside the target"
    }
    guard ResourceAttributes.names.contains(property.name), property.name != "Description",
      property.resource[property.name]?.key == property.key
    else { return nil }
    return "write it beside `Properties`"
  }

  /// A key of a resource that is neither an attribute nor misspelled is most likely a property.
  private static func check(
    _ name: String, at mark: Mark, among attributes: [String], isProperty: Bool, _ report: inout Report
  ) {
    let near = Suggestion.nearest(to: name, among: attributes)
    report.report(
      at: mark, "a resource does not have an attribute \(Reader.quoted(name))",
      help: (near == nil || near == name) && isProperty
        ? "write it under `Properties`" : Suggestion.help(for: name, among: attributes))
  }

  /// A type of API Gateway that does not exist.
  static let unknownResourceType = Rule(
    id: "CFN020",
    severity: .error,
    summary: "unknown resource type",
    why: """
      CloudFormation rejects the whole template if it does not know the type of a resource: "Unrecognized resource types".
      """,
    source: "CloudFormation's resource schemas",
    example: """
      resources:
        Store:
          Type: ⟦AWS::ApiGatewayV2::API → AWS::ApiGatewayV2::Api⟧
          Properties: {Name: store, ProtocolType: HTTP}
      """,
    check: { model, report in
      for type in model.types {
        guard let help = help(ofUnknown: type) else { continue }
        for resource in model.resources(type) { reportType(of: resource, help, &report) }
      }
      for resource in model.loopedResources {
        if let help = help(ofUnknown: resource.type) { reportType(of: resource, help, &report) }
      }
    })

  private static func reportType(of resource: Model.Resource, _ help: String, _ report: inout Report) {
    let owner = resource.type.hasPrefix(SamProperties.prefix) ? "AWS SAM" : "CloudFormation"
    report.report(
      at: resource.typeMark, "\(owner) does not have a type \(Reader.quoted(resource.type))", help: help)
  }

  /// The help for a type that does not exist; nil for one that exists, or may exist.
  private static func help(ofUnknown type: String) -> String? {
    if type.hasPrefix(SamProperties.prefix) {
      return SamProperties.all.contains(type)
        ? nil : help(for: type, behind: SamProperties.prefix, among: SamProperties.all)
    }
    if type.lowercased().hasPrefix(ResourceType.prefix.lowercased()) {
      if ResourceType.named(type) != nil { return nil }
      let known = ResourceType.gatewayNames
      return help(for: type, behind: ResourceType.prefix, among: known)
    }
    // A call of Lambda's API, which templates have as a property.
    if type.hasPrefix("AWS::Lambda::ProvisionedConcurrency") {
      return "write `ProvisionedConcurrencyConfig` in an `AWS::Lambda::Alias`"
    }
    return ResourceType.likely(for: type).map { "did you mean `\($0)`?" }
  }

  /// Only the ends are compared: the same beginning makes no two types alike.
  private static func help(for type: String, behind prefix: String, among known: [String]) -> String {
    let length = prefix.utf8.count
    let near = Suggestion.nearest(to: String(type.dropFirst(length)), among: known.map { String($0.dropFirst(length)) })
    return near.map { "did you mean `\(prefix)\($0)`?" } ?? "the types are " + Suggestion.list(known)
  }
}

extension Model.Property {
  /// The fix that renames it; nil where the file does not have its name as it reads.
  fileprivate func renaming(to other: String) -> Fix? {
    guard !key.isNowhere, Int(key.end - key.start) == name.utf8.count else { return nil }
    // A document writes `allowOrigins` for `AllowOrigins`.
    let isLower = word != name && word == DocumentWords.key(name)
    guard isLower || word == name else { return nil }
    let replacement = isLower ? DocumentWords.key(other) : other
    return Fix("write `\(replacement)`", at: key, original: word, replacement: replacement)
  }
}
