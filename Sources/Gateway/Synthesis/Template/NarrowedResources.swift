import CloudFormation

extension Synthesis {
  /// Gives each resource that the program adds (roles, rules of security groups, permissions) the conditions of all that
  /// it refers to: CloudFormation rejects a reference to something that does not exist.
  mutating func narrowGenerated() {
    guard template.resources.contains(where: { $0.condition != nil }) else { return }
    var narrowing = Narrowing(template, generated, names.generatedConditions)
    for (id, conditions) in narrowing.found() {
      let condition = allOf(conditions)
      template[id]?.condition = condition
    }
  }
}

/// The conditions that generated resources need besides their own.
private struct Narrowing {
  private let template: Template
  private let logic: ConditionLogic
  private let generated: Set<String>
  private var conditions: [String: [String]] = [:]
  private var added: Set<String> = []
  private var done: Set<String> = []

  /// Loops generate resources that the template does not have yet.
  init(_ template: Template, _ generated: Set<String>, _ ofLoops: [String: String]) {
    self.template = template
    self.generated = generated
    logic = ConditionLogic(template)
    conditions = ofLoops.mapValues { [$0] }
    for resource in template.resources { conditions[resource.id] = resource.condition.map { [$0] } }
  }

  /// All conditions of the generated resources that need more than their own.
  mutating func found() -> [(String, [String])] {
    for resource in template.resources where generated.contains(resource.id) { narrow(resource.id) }
    while revert() {}
    return added.sorted().compactMap { id in conditions[id].map { (id, $0) } }
  }

  private mutating func narrow(_ id: String) {
    guard done.insert(id).inserted, let resource = template[id] else { return }
    var needed: [String] = []
    Value.object(resource.properties).forEachReference(under: []) { other, guards in
      if guards.isEmpty { needed.append(other) }
    }
    for other in needed {
      if generated.contains(other) { narrow(other) }
      for condition in conditions[other] ?? [] {
        let own = conditions[id] ?? []
        if logic.implies(own.map { .holds($0) }, condition) == true { continue }
        conditions[id] = own + [condition]
        added.insert(id)
      }
    }
  }

  /// Where something that refers to a narrowed resource may exist without it, the author has to decide: the resource keeps
  /// its own condition, and a rule reports what it refers to.
  private mutating func revert() -> Bool {
    var reverted = false
    for user in template.resources {
      let known = (conditions[user.id] ?? []).map { ConditionLogic.Literal.holds($0) }
      Value.object(user.properties).forEachReference(under: known) { [logic] id, known in
        guard added.contains(id), let needed = conditions[id] else { return }
        if needed.contains(where: { logic.implies(known, $0) == false }) {
          added.remove(id)
          conditions[id] = template[id]?.condition.map { [$0] }
          reverted = true
        }
      }
    }
    return reverted
  }
}
