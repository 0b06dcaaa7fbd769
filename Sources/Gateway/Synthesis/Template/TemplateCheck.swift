import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Synthesis {
  /// Checks what only the finished template shows: that every reference finds its resource, that nothing depends on
  /// itself, and that CloudFormation's limits are kept.
  mutating func checkReferences(_ references: ReferenceGraph) {
    let missing = values.pending.filter { !isFound($0) }
    let known = missing.isEmpty ? [] : knownNames
    for pending in missing {
      if let type = type(of: pending.id) {
        fail(
          .nameOfOtherKind, at: pending.mark,
          "\(Reader.quoted(pending.written)), a resource of type `\(type)`, has no attribute "
            + Reader.quoted(pending.attribute ?? ""),
          help: type == ResourceType.stack.name
            ? "write `!GetAtt \(pending.written).Outputs.\(pending.attribute ?? "")`"
            : ResourceType.deployed(type)?.help(forAttribute: pending.attribute ?? ""))
        continue
      }
      if names.parameters.contains(pending.id) {
        fail(
          .nameOfOtherKind, at: pending.mark,
          pending.isResource
            ? "`\(pending.id)` is a parameter; only resources can be in `DependsOn`"
            : "`\(pending.id)` is a parameter, which has no attributes",
          help: pending.isResource ? nil : "write `!Ref \(pending.id)`")
        continue
      }
      fail(
        .unknownName, at: pending.mark, "there is no \(Reader.quoted(pending.written)) to refer to",
        help: help(for: pending.written, pending.attribute, among: known))
    }
    checkPins()
    checkTags()
    checkParameterNames()
    checkNamesOfSam()
    // `Ref` of a parameter seems to lead to a resource of the same name, which is reported.
    if let cycle = references.cycle, !cycle.contains(where: { names.parameters.contains(template.resources[$0].id) }) {
      let first = template.resources[cycle[0]]
      let isOfImplicitApi =
        cycle.count == 2 && first.type == "AWS::Serverless::Function" && !references.refersToItself(cycle[0])
        && !first.dependsOn.contains(first.id)
      report(cycle, isOfImplicitApi: isOfImplicitApi)
    }
  }

  /// Reports resources that depend on each other; a single one if it refers to the API that SAM creates for its events.
  private mutating func report(_ cycle: [Int], isOfImplicitApi: Bool) {
    var paths = cycle.map { index in
      let id = template.resources[index].id
      return placed.first { $0.id == id }?.path ?? id
    }
    // A resource of `resources` has its key, others have a place.
    let mark = zip(paths, cycle).lazy.compactMap { [names, template] path, index in
      names.mark(of: path) ?? template.resources[index].origin.key.map { names.tree.mark(Node(handle: $0)) }
    }.first
    if isOfImplicitApi { paths.insert("the API of its events", at: 1) }
    let types = Set(cycle.map { template.resources[$0].type })
    let isOfFunction = types.contains("AWS::Serverless::Function")
    let help =
      if isOfFunction, types.contains("AWS::S3::Bucket") {
        "the bucket depends on the function that gets its events: write its name there in place of references to it"
      } else if isOfFunction,
        isOfImplicitApi || !types.isDisjoint(with: ["AWS::Serverless::HttpApi", "AWS::Serverless::Api"])
      {
        "the API depends on the functions of its events: read `requestContext.domainName` of the event in place of the reference"
      } else {
        "remove one of the references or `dependsOn`"
      }
    fail(
      .cycle, at: mark ?? names.spec.apis.first?.mark ?? names.root ?? .nowhere,
      "circular dependency: " + paths.joined(separator: " → "), help: help)
  }

  /// Reports resources with the name of a parameter: `Ref` could mean either.
  private mutating func checkParameterNames() {
    for name in names.parameters.sorted() where template[name] != nil {
      guard let other = placed.first(where: { $0.id == name }) else { continue }
      fail(
        .logicalIdTwice, at: other.mark, "`\(other.path)` has the name of a parameter, `\(name)`",
        help: other.path == "resources.\(name)"
          ? "rename the parameter or the resource, and its references"
          : "rename the parameter, or set a `logicalId` here")
    }
  }

  /// Reports resources with the name of the role that SAM makes of a function or a state machine.
  private mutating func checkNamesOfSam() {
    guard values.isSAM else { return }
    for owner in placed where ["AWS::Serverless::Function", "AWS::Serverless::StateMachine"].contains(owner.type) {
      guard names.samProperty("Role", of: owner.id) == nil, template[owner.id + "Role"] != nil,
        let role = placed.first(where: { $0.id == owner.id + "Role" })
      else { continue }
      fail(
        .logicalIdTwice, at: role.mark, "AWS SAM creates the role of `\(owner.id)` with the logical ID `\(role.id)`",
        help: "rename this one, or set `Role: !GetAtt \(role.id).Arn` on `\(owner.id)` if this is its role")
    }
  }

  /// Reports logical IDs without a resource: the name of the part is misspelled, or it is not needed.
  private mutating func checkPins() {
    if names.pins.isEmpty { return }
    for (path, id) in names.unusedPins {
      fail(
        .conflict, at: id.mark, "`\(path)` already has a logical ID",
        related: .one("the other logical ID", at: names.pins[path]?.mark),
        help: "remove one of them")
    }
    let paths = Set(placed.map(\.path))
    for (path, id) in names.pins where !paths.contains(path) && !isSharedLine(path) {
      // The keys are parts of the element or the route that they are written at.
      let paths = findings.isLong ? [] : paths
      let owners = paths.filter { path.hasPrefix($0 + ".") }
      let owner = (owners.max { $0.utf8.count < $1.utf8.count } ?? names.element(of: path)) + "."
      let parts = findings.isLong ? [] : placed.compactMap { $0.path.rest(after: owner) }
      fail(
        .unknownName, at: id.mark, "`\(path)` has no resource, so it has no logical ID",
        help: parts.isEmpty ? "remove it" : Suggestion.help(for: path.rest(after: owner) ?? path, among: parts))
    }
  }

  /// Whether a path is that of several routes on one line, which a rule reports.
  private func isSharedLine(_ path: String) -> Bool {
    guard let (section, name, rest) = names.parts(of: path), section == "apis", rest.hasPrefix("routes."),
      rest.contains(","), let index = names.index(name, in: section)
    else { return false }
    return !names.spec.apis[index].value.isWebSocket
  }

  /// The type of a resource of the template, or of one that loops or SAM make, such as `Books.Version`.
  private func type(of id: String) -> String? {
    if names.isGenerated(id) { return names.resourceTypes[id] }
    if let resource = template[id] { return resource.type }
    if id == UpdateFacts.implicitApi, mayBeGenerated(id) { return "AWS::Serverless::HttpApi" }
    guard case (let owner, let part?) = Value.parts(ofReference: id), let resource = template[owner], mayBeGenerated(id)
    else { return nil }
    return SamProperties.part(part, of: resource.type)
  }

  private func isFound(_ pending: RawValues.Pending) -> Bool {
    if let type = type(of: pending.id) {
      guard let attribute = pending.attribute else { return true }
      // A nested stack has its outputs.
      if type == ResourceType.stack.name { return attribute.hasPrefix("Outputs.") || attribute == "StackId" }
      return ResourceType.deployed(type)?.hasAttribute(attribute) ?? true
    }
    return !pending.isResource && pending.attribute == nil && names.parameters.contains(pending.id)
      || mayBeGenerated(pending.id)
  }

  /// The names that a reference may have.
  private var knownNames: [String] {
    placed.flatMap { [$0.id, $0.path] } + names.parameters.sorted() + Value.pseudoParameters.sorted()
      + [UpdateFacts.implicitApi].filter(mayBeGenerated)
  }

  /// The place whose section is misspelled in a name: `functions.f.Arn` for `function.f.Arn`.
  private func place(like name: String, among known: [String]) -> String? {
    guard let dot = name.firstIndex(of: "."),
      let section = Suggestion.nearest(to: String(name[..<dot]), among: Section.all.map(\.name))
    else { return nil }
    let place = section + name[dot...]
    return known.contains { place == $0 || place.hasPrefix($0 + ".") } ? place : nil
  }

  /// The place of an element whose section is missing in a name.
  static func element(called name: String, among known: [String]) -> String? {
    known.first { $0.hasSuffix(".\(name)") && $0.utf8.count(where: { $0 == UInt8(ascii: ".") }) == 1 }
  }

  private func help(for name: String, _ attribute: String?, among known: [String]) -> String? {
    if findings.isLong { return nil }
    if MappingVariable.Root(rawValue: name) != nil {
      return "what API Gateway reads, and not CloudFormation, has a `!` inside `!Sub`: `${!\(name).…}`"
    }
    if names.conditions.contains(name) { return "a condition chooses a value: `!If [\(name), VALUE, VALUE]`" }
    if names.mappings.contains(name) { return "write `!FindInMap [\(name), KEY, KEY]`" }
    if names.spec.variables.contains(name) { return "write `$(\(name))`" }
    if let function = names.functionOfSam(withAlias: name) { return "set `AutoPublishAlias: live` on `\(function)`" }
    if let meant = ReferenceSpelling.meant(by: name, among: known) { return "write `\(meant)`" }
    if name == "AWS", let attribute,
      let pseudo = Suggestion.nearest(to: "AWS::\(attribute)", among: Value.pseudoParameters)
    {
      return "write `\(pseudo)`"
    }
    if attribute == nil, let dot = name.firstIndex(of: "."), template[String(name[..<dot])] != nil {
      return "write `!GetAtt \(name)`"
    }
    return
      (Synthesis.element(called: name, among: known) ?? self.place(
        like: attribute.map { "\(name).\($0)" } ?? name, among: known)
      ?? Suggestion.nearest(to: name, among: known)).map {
        "did you mean `\($0)`?"
      }
      ?? "a reference names a parameter, a logical ID, or a place; `apigw-synth ids` lists those"
  }
}
