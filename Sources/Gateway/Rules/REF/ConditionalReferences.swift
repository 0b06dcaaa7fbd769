import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// A reference that may lead to something that does not exist.
  static let conditionalReference = Rule(
    id: "REF011",
    severity: .error,
    premise: .element,
    summary: "reference to something that may not exist because of its condition",
    why: """
      CloudFormation creates a resource with a condition only where the condition is true. Everywhere else it rejects all
      references to it: \"Unresolved resource dependencies\". A reference is valid if it is in a resource whose condition
      implies the other one, or inside `Fn::If`.
      """,
    source: "CloudFormation User Guide, Conditions section syntax",
    example: """
      conditions:
        IsTest: !Equals [!Ref AWS::Region, eu-west-1]
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
        trace: {runtime: nodejs24.x, handler: index.handler, code: src/trace, condition: IsTest}
      apis:
        store:
          routes:
            GET /books: books
            GET /trace: ⟪⟦trace⟧ → {lambda: trace, condition: IsTest}⟫
      """,
    check: { model, report in
      let conditional = Set(model.template.resources.filter { $0.condition != nil }.map(\.id))
      if conditional.isEmpty { return }
      var search = ConditionalSearch(model, conditional)
      search.run()
      for found in search.findings {
        report.report(only: found.mark, found.message, related: found.related, help: found.help)
      }
    })
}

/// Finds references to resources whose conditions the place of the reference does not imply.
private struct ConditionalSearch {
  struct Finding {
    let mark: Mark
    let message: String
    let related: [Related]
    let help: String
  }

  private let model: Model
  private let conditional: Set<String>
  private let logic: ConditionLogic
  private(set) var findings: [Finding] = []
  private var marks: Set<Mark> = []
  /// The names of targets that were reported where they are written.
  private var written: Set<String> = []

  init(_ model: Model, _ conditional: Set<String>) {
    self.model = model
    self.conditional = conditional
    logic = model.conditionLogic
  }

  mutating func run() {
    var unwritten: [(target: String, mark: Mark, word: String)] = []
    for resource in model.template.resources {
      let dangling = dangling(in: resource)
      for (index, (target, property)) in dangling.enumerated() {
        let word = model.resource(resource.id)?.isRaw == true ? "Condition" : "condition"
        if resource.type == "AWS::ApiGatewayV2::Integration" {
          reportRoutes(of: resource.id, to: target, property)
        } else if property.isWritten {
          // A condition of the resource would be right for all of its references.
          func isAnother(_ other: (String, Model.Property)) -> Bool { other.0 == target && other.1.isWritten }
          if dangling[..<index].contains(where: isAnother) { continue }
          let others = dangling[(index + 1)...].filter(isAnother).map(\.1.mark).filter { $0 != property.mark }
          report(target, at: property.mark, word, also: others)
        } else {
          unwritten.append((target, property.mark, word))
        }
      }
    }
    for output in model.names.spec.outputs { check(output) }
    for (target, mark, word) in unwritten where !(model.resource(target).map { written.contains($0.name) } ?? false) {
      report(target, at: mark, word)
    }
  }

  private func known(_ condition: String?) -> [ConditionLogic.Literal] { condition.map { [.holds($0)] } ?? [] }

  private func isMissing(_ id: String, under known: [ConditionLogic.Literal]) -> Bool {
    guard conditional.contains(id), let condition = model.template[id]?.condition else { return false }
    return logic.implies(known, condition) == false
  }

  /// The references of a resource to what may not exist, each with the innermost written value around it.
  private func dangling(in resource: CloudFormation.Resource) -> [(String, Model.Property)] {
    var found: [(String, Model.Property)] = []
    var mayDangle = false
    let known = known(resource.condition)
    Value.object(resource.properties).forEachReference(under: known) { id, known in
      if !mayDangle { mayDangle = isMissing(id, under: known) }
    }
    guard mayDangle, let element = model.resource(resource.id) else { return [] }
    func search(_ property: Model.Property) {
      if property.isFunction {
        property.value.forEachReference(under: known) { id, known in
          if isMissing(id, under: known) { found.append((id, property)) }
        }
      } else {
        for part in property.items ?? property.members { search(part) }
      }
    }
    for property in element.properties.members { search(property) }
    return found
  }

  // MARK: Reporting

  /// An integration that routes share: those whose conditions do not imply the target's.
  private mutating func reportRoutes(of integration: String, to target: String, _ property: Model.Property) {
    let routes = model.loweredRoutes.filter { model.loweredTargets[$0.target].id == integration }
    for route in routes {
      let options = [route.resolved.route.value.options.condition?.literal, model.template[route.id]?.condition]
      if !isMissing(target, under: options.compactMap { $0 }.map { .holds($0) }) { continue }
      let own = route.resolved.route.value.target?.integration.name.mark
      report(target, at: own ?? (property.isWritten ? property.mark : route.resolved.route.mark), "condition")
    }
    if routes.isEmpty { report(target, at: property.mark, property.isRaw ? "Condition" : "condition") }
  }

  private mutating func check(_ output: Named<Raw>) {
    let value = model.spec.values.value(output.value.node)
    let entries = model.names.tree.entries(output.value.node)
    let known = known(value.object?["Condition"]?.text)
    for entry in entries where !model.names.tree.equals(entry.key, "Condition") {
      let key = model.names.tree.string(entry.key)
      var missing: [String] = []
      value.object?[key]?.forEachReference(under: known) { id, known in
        if isMissing(id, under: known) { missing.append(id) }
      }
      for id in missing { report(id, at: model.names.tree.mark(entry.key), "Condition") }
    }
  }

  private mutating func report(_ target: String, at mark: Mark, _ word: String, also others: [Mark] = []) {
    guard let other = model.resource(target), let condition = other.condition, marks.insert(mark).inserted else {
      return
    }
    written.insert(other.name)
    findings.append(
      Finding(
        mark: mark,
        message: "\(Reader.quoted(other.name)) only exists where the condition \(Reader.quoted(condition)) is true",
        related: [Related(message: "defined here", mark: other.mark)]
          + others.map { Related(message: "also referred to here", mark: $0) },
        help: "set `\(word): \(condition)` here as well, or write the reference inside `Fn::If`"))
  }
}
