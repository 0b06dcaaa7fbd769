import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// Turns what is passed on to CloudFormation into values: short tags become functions, places become logical IDs.
///
/// References that can only be checked once every resource is written are kept in `pending`.
final class RawValues {
  /// A logical ID that something refers to.
  struct Pending {
    let id: String
    let written: String
    let mark: Mark
    /// The attribute that is asked for, where the author wrote a logical ID; nil for `Ref`.
    var attribute: String?
    /// Whether it has to be a resource's: `DependsOn` does not accept parameters.
    var isResource = false
  }

  let names: SpecNames
  private(set) var findings = Findings(limited: [.error])
  private(set) var pending: [Pending] = []
  /// Places that are looked up when all resources are written.
  var later: [LaterPlace] = []
  /// Places and logical IDs that something refers to.
  private(set) var used: Set<String> = []
  /// The part of the template that is being converted.
  var part = IntrinsicFunction.Part.values
  /// Whether the value that is being converted is JSON of its own.
  var isJson = false
  /// The loops around the value that is being converted.
  var loops = Loops()
  /// Variables of all loops.
  var loopVariables: Set<String> = []
  /// Variables of `Fn::Sub` that its text does not contain.
  var unusedVariables: [Mark: String] = [:]
  /// The arguments of other functions with `${…}`, which no function replaces there.
  var unreadArguments: [Node] = []
  /// The keys of the mappings that a value was looked up in; nil for one that a macro makes.
  var mappingKeys: [String: MappingKeys?] = [:]
  /// The lookups in mappings and the comparisons that depend on a parameter.
  var choices = ParameterChoices()
  /// The mappings of `resources`, once they are known.
  var rawMappings: RawMappings?
  /// The macros that the whole template goes through.
  private(set) lazy var macroNames: [String] = {
    names.spec.section("Transform").map { value($0.node).macroNames.map(TransformNames.known) } ?? []
  }()
  /// Whether one of them is not owned by AWS, so that it may change anything.
  private(set) lazy var hasOwnMacro = macroNames.contains { !$0.hasPrefix("AWS::") }
  /// Whether SAM is one of them.
  private(set) lazy var isSAM = macroNames.contains { $0.hasPrefix("AWS::Serverless") }
  /// Whether functions are evaluated in more places.
  private(set) lazy var hasLanguageExtensions =
    macroNames.contains(where: TransformNames.isLanguageExtensions) || macroNames.isEmpty && isTransformMisspelt
  private var isTransformMisspelt: Bool {
    names.tree.kind(.first) == .mapping
      && names.tree.entries(.first).contains {
        Suggestion.nearest(to: names.tree.string($0.key), among: ["transform"]) != nil
      }
  }
  /// Whether there is an `Fn::Transform`, whose text may name resources that the spec does not have.
  var hasMacros = false
  /// Whether a function gives a list, which may be where a text is expected.
  var hasLists = false
  private var converted: [Node: Value] = [:]
  private var open: Set<Node> = []
  private var routeKeys: [Int: [String: RouteKey]] = [:]

  init(names: SpecNames) { self.names = names }

  /// A node that was noted by the reader, as a value; each node is converted once.
  func value(_ node: Node) -> Value {
    if let value = converted[node] { return value }
    guard open.insert(node).inserted else {
      report(.cycle, at: node, "this refers to itself", help: "use the ID or ARN of another resource")
      return .null
    }
    defer { open.remove(node) }
    let value = convert(node)
    converted[node] = value
    return value
  }

  /// Whether a node is being converted.
  func isOpen(_ node: Node) -> Bool { open.contains(node) }

  /// Converts a node in a part of the template, before anything else asks for its value.
  func convert(_ node: Node, in part: IntrinsicFunction.Part) {
    self.part = part
    _ = value(node)
    self.part = .values
  }

  /// Converts a loop at the top of a section.
  func convertLoop(_ key: Node, _ name: String, _ node: Node) { converted[node] = loop(name, node, at: key) }

  /// A literal or a function, as a value.
  func value(_ given: Given<String>) -> Value {
    switch given.content {
    case .literal(let text): .string(text)
    case .intrinsic(let node): value(node)
    }
  }

  /// The ARN or ID of what a name means, as the properties of resources need it; nil if there is none.
  func reference(_ kind: Kind, _ given: Given<String>) -> Value? {
    switch names.find(kind, given) {
    case .literal(let text): .string(text)
    case .intrinsic(let node): value(node)
    case .resource(let id):
      // SAM's name for the alias that it creates.
      kind == .function && names.publishesAlias(id)
        ? .ref("\(id).Alias") : kind.reference(to: id, ofType: names.resourceTypes[id])
    case .element(let index): kind.section.flatMap(names.section).map { reference(kind, to: $0, index) }
    case nil: nil
    }
  }

  private func reference(_ kind: Kind, to table: Section.Table, _ index: Int) -> Value {
    let id = { [names] in names.id(table.section.place(table.elements[index].name)) }
    return switch table.elements[index].resource {
    case .existing(let given, _, _): value(given)
    case .created(let type, _): kind.reference(to: id(), ofType: type)
    case nil: .ref(id())
    }
  }

  /// The route of an API that a path begins with: the whole of it, or the part before one of its dots.
  func route(_ path: Substring, of api: Int) -> RouteKey? {
    let keys = routeKeys[api] ?? Dictionary(ApiRoutes.keys(of: names.spec.apis[api]).map { ($0.text, $0) }) { $1 }
    routeKeys[api] = keys
    var rest = path
    while keys[String(rest)] == nil {
      guard let dot = rest.lastIndex(of: ".") else { return nil }
      rest = rest[..<dot]
    }
    return keys[String(rest)]
  }

  // MARK: Notes

  func note(used name: String) { used.insert(name) }

  func note(_ reference: Pending) { pending.append(reference) }

  /// Takes a reference back whose mistake is reported otherwise.
  func withdraw(_ id: String, at node: Node) {
    let mark = names.tree.mark(node)
    pending.removeAll { $0.id == id && $0.mark == mark }
  }

  func report(_ kind: FindingKind, at node: Node, _ message: String, help: String? = nil) {
    report(kind, at: names.tree.mark(node), message, help: help)
  }

  func report(
    _ kind: FindingKind, _ severity: Severity? = nil, at mark: Mark, _ message: String, help: String? = nil
  ) {
    findings.report(Diagnostic(kind, severity: severity, message: message, mark: mark, help: help))
  }
}

extension Kind {
  /// The function that gives the ARN or ID of a resource of the stack.
  fileprivate func reference(to id: String, ofType type: String?) -> Value {
    if let type, let attribute = resourceTypes[type] ?? nil { .getAtt(id, attribute) } else { .ref(id) }
  }
}
