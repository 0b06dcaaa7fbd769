/// The conditions of a template as formulas over the values that they compare.
///
/// Whether conditions imply another one is decided by trying every choice of these values.
public struct ConditionLogic: Sendable {
  /// A condition that is true, or that is false.
  public struct Literal: Hashable, Sendable {
    /// The name of the condition.
    public let name: String
    /// Whether it is true.
    public let holds: Bool

    /// A condition that is true, or that is false.
    public init(name: String, holds: Bool) { (self.name, self.holds) = (name, holds) }

    /// A condition that is true.
    public static func holds(_ name: String) -> Literal { Literal(name: name, holds: true) }

    /// The same of the condition with another name.
    public func renamed(_ rename: (String) -> String) -> Literal { Literal(name: rename(name), holds: holds) }
  }

  indirect enum Formula: Sendable {
    case constant(Bool)
    /// A variable has the value with this index.
    case equal(Int, Int)
    case not(Formula)
    case all([Formula])
    case any([Formula])
  }

  /// A value that conditions compare with texts: that of a parameter, for example.
  struct Variable: Sendable {
    /// The known values.
    private(set) var values: [String] = []
    private(set) var places: [String: Int] = [:]
    /// Whether it may have others.
    let isOpen: Bool

    init(_ values: [String], isOpen: Bool) {
      self.isOpen = isOpen
      for value in values { _ = place(of: value) }
    }

    /// The place of a value, which is known from now on.
    mutating func place(of value: String) -> Int {
      if let place = places[value] { return place }
      places[value] = values.count
      values.append(value)
      return values.count - 1
    }

    /// The values that a formula distinguishes, by place: those that it compares, and one for all others.
    func choices(_ compared: Set<Int>) -> [Int] {
      let other = (0..<values.count + (isOpen ? 1 : 0)).first { !compared.contains($0) }
      return (compared + (other.map { [$0] } ?? [])).sorted()
    }
  }

  private(set) var variables: [Variable] = []
  private(set) var numbers: [String: Int] = [:]
  private(set) var formulas: [String: Formula] = [:]
  private var open: Set<String> = []
  /// The conditions that are not formulas because of a mistake in them or in one that they contain.
  private var mistaken: Set<String> = []
  private var isMistaken = false

  private let conditions: Object
  let parameters: Object

  /// The conditions of a template.
  public init(_ template: Template) {
    conditions = template.section("Conditions")
    parameters = template.section("Parameters")
    for member in conditions.members { _ = formula(named: member.key) }
  }

  /// Whether a condition is true wherever all of `known` are; nil if that is unknown: there are too many
  /// choices to try, or the condition is not defined.
  public func implies(_ known: [Literal], _ condition: String) -> Bool? {
    if known.contains(.holds(condition)) { return true }
    guard let goal = formula(of: .holds(condition)) else { return nil }
    return isPossible(known.compactMap(formula(of:)) + [.not(goal)]).map { !$0 }
  }

  /// Whether all of these may hold at once, and of each list in `others` not all; nil if that is unknown.
  public func mayHold(_ literals: [Literal], without others: [[Literal]] = []) -> Bool? {
    if literals.isEmpty, others.isEmpty { return true }
    let all = (literals + others.joined()).map(formula(of:))
    if all.contains(where: { $0 == nil }) { return nil }
    let excluded = others.map { Formula.not(.all($0.compactMap(formula(of:)))) }
    return isPossible(literals.compactMap(formula(of:)) + excluded)
  }

  private func formula(of literal: Literal) -> Formula? {
    mistaken.contains(literal.name) ? nil : formulas[literal.name].map { literal.holds ? $0 : .not($0) }
  }
}

extension ConditionLogic {
  private mutating func formula(named name: String) -> Formula {
    if let known = formulas[name] {
      isMistaken = isMistaken || mistaken.contains(name)
      return known
    }
    // A cycle is an error elsewhere; a condition of a macro has no known formula.
    guard let value = conditions[name], open.insert(name).inserted else { return flag("condition \(name)") }
    let outer = isMistaken
    isMistaken = false
    let formula = formula(value)
    open.remove(name)
    formulas[name] = formula
    if isMistaken { mistaken.insert(name) }
    isMistaken = isMistaken || outer
    return formula
  }

  private mutating func formula(_ value: Value) -> Formula {
    guard let object = value.object, object.members.count == 1 else {
      isMistaken = true
      return flag("value \(value.fingerprint)")
    }
    let (key, argument) = (object.members[0].key, object.members[0].value)
    switch (key, argument) {
    case ("Condition", .string(let name)): return formula(named: name)
    case ("Fn::Not", .list(let items)) where items.count == 1: return .not(formula(items[0]))
    case ("Fn::And", .list(let items)): return .all(items.map { formula($0) })
    case ("Fn::Or", .list(let items)): return .any(items.map { formula($0) })
    case ("Fn::Equals", .list(let items)) where items.count == 2: return equality(items[0], items[1])
    case ("Fn::Equals", _), ("Fn::Not", _): isMistaken = true
    default: break
    }
    return flag("value \(value.fingerprint)")
  }

  private mutating func equality(_ one: Value, _ other: Value) -> Formula {
    switch (one.scalar, other.scalar) {
    case (let one?, let other?): return .constant(one == other)
    case (let text?, nil): return equality(of: other, text)
    case (nil, let text?): return equality(of: one, text)
    case (nil, nil): return flag([one.fingerprint, other.fingerprint].sorted().joined(separator: "="))
    }
  }

  private mutating func equality(of value: Value, _ text: String) -> Formula {
    let parameters = parameters
    let variable = variable(value.fingerprint) {
      guard case .ref(let name) = value, case .list(let items)? = parameters[name]?.object?["AllowedValues"] else {
        return nil
      }
      return items.compactMap(\.scalar)
    }
    if !variables[variable].isOpen, variables[variable].places[text] == nil { return .constant(false) }
    return .equal(variable, variables[variable].place(of: text))
  }

  /// A variable that is only true or false.
  private mutating func flag(_ key: String) -> Formula { .equal(variable(key) { ["true", "false"] }, 0) }

  private mutating func variable(_ key: String, _ allowed: () -> [String]?) -> Int {
    if let number = numbers[key] { return number }
    let allowed = allowed()
    numbers[key] = variables.count
    variables.append(Variable(allowed ?? [], isOpen: allowed == nil))
    return variables.count - 1
  }
}
