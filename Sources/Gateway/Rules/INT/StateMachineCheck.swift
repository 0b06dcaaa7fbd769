import SpecReading
import TextSearch
import YAMLTree

/// The mistakes in a state machine, and in the branches and loops inside it.
struct StateMachineCheck {
  private(set) var flaws: [PlacedFlaw] = []

  private static let types = ["Choice", "Fail", "Map", "Parallel", "Pass", "Succeed", "Task", "Wait"]
  private static let queryLanguages = ["JSONPath", "JSONata"]

  /// Looks at the states of a machine, a branch or a loop.
  mutating func check(_ machine: Model.Property) {
    // `{}` is a placeholder of an author.
    guard machine.form == .mapping, !machine.members.isEmpty, !machine.mayBeMade else { return }
    guard let states = machine["States"] else {
      if machine.lacks("States") {
        let word = machine.members.first { Suggestion.nearest(to: $0.name, among: ["States"]) != nil }
        add(
          word?.key ?? machine.key, "the state machine has no `States`",
          word.map { "write `States` instead of `\($0.name)`" } ?? "add `States: {NAME: {…}}`")
      }
      return
    }
    if states.mayBeMade { return }
    guard states.form == .mapping, !states.members.isEmpty else {
      return add(states.mark, "`States` must be a mapping of names to states", "write `NAME: {Type: …}` for each")
    }
    checkWord(machine["QueryLanguage"], among: StateMachineCheck.queryLanguages)
    let names = states.members.map(\.name)
    let known = Set(names)
    let flawsBefore = flaws.count
    for state in states.members { check(state: state) }
    guard let start = machine["StartAt"] else {
      if machine.lacks("StartAt") { add(machine.key, "the state machine has no `StartAt`", "add the first state") }
      return
    }
    let transitions = [start] + states.members.flatMap(\.transitions)
    for transition in transitions where checkText(transition) {
      guard let target = transition.text, !target.mentions("${"), !known.contains(target) else { continue }
      add(transition.mark, "there is no state \(Reader.quoted(target))", Suggestion.help(for: target, among: names))
    }
    // A misspelled transition was meant for one of them.
    if flaws.count == flawsBefore, transitions.allSatisfy({ $0.text.map(known.contains) ?? false }) {
      checkReach(from: start, states)
    }
  }

  private mutating func check(state: Model.Property) {
    if state.mayBeMade { return }
    guard state.form == .mapping else {
      return add(state.mark, "a state is a mapping, found \(state.found)", "write `{Type: …, …}`")
    }
    for inner in state.innerMachines { check(inner) }
    guard let type = state["Type"] else {
      if state.lacks("Type") {
        add(state.key, "the state \(Reader.quoted(state.name)) has no `Type`", "add `Type: Task`")
      }
      return
    }
    checkWord(state["QueryLanguage"], among: StateMachineCheck.queryLanguages)
    guard checkWord(type, among: StateMachineCheck.types), let text = type.text else { return }
    if text == "Task" { checkResource(of: state) }
    checkEnd(of: state, text)
  }

  /// The ARN that a task calls.
  private mutating func checkResource(of state: Model.Property) {
    guard let resource = state["Resource"] else {
      if state.lacks("Resource") {
        add(state.key, "the task \(Reader.quoted(state.name)) has no `Resource`", "add the ARN of what it calls")
      }
      return
    }
    guard checkText(resource), let text = resource.text, !text.mentions("${"), !text.hasPrefix("arn:") else { return }
    add(
      resource.mark, "\(Reader.quoted(text)) is not an ARN",
      "write the ARN of a function or an activity, or one such as `arn:aws:states:::lambda:invoke`")
  }

  /// Whether a value is a known one of some words.
  @discardableResult
  private mutating func checkWord(_ property: Model.Property?, among words: [String]) -> Bool {
    guard let property, checkText(property), let text = property.text, !text.mentions("${") else { return false }
    if words.contains(text) { return true }
    add(
      property.mark, "\(Reader.quoted(text)) is not a valid `\(property.name)` of states",
      Suggestion.help(for: text, among: words))
    return false
  }

  /// Whether a value is a text, or a function may give one.
  private mutating func checkText(_ property: Model.Property) -> Bool {
    if property.form == .scalar || property.isFunction { return true }
    add(property.key, "`\(property.name)` is a text, found \(property.found)", "write the text itself")
    return false
  }

  /// A state of most types has a next one, or ends.
  private mutating func checkEnd(of state: Model.Property, _ type: String) {
    let name = Reader.quoted(state.name)
    switch type {
    case "Succeed", "Fail":
      for word in ["Next", "End"] {
        if let member = state[word] { add(member.key, "a state of type `\(type)` has no `\(word)`", "remove it") }
      }
    case "Choice":
      if let end = state["End"] { add(end.key, "a state of type `Choice` has no `End`", "remove it") }
      if state.lacks("Choices") {
        add(state.key, "the state \(name) has no `Choices`", "add `Choices`, a list of rules")
      }
      for rule in state["Choices"]?.items ?? [] where rule.form == .mapping && !rule.mayBeMade && rule.lacks("Next") {
        let start = rule.members.first?.key ?? rule.mark
        add(start, "this rule of \(name) has no `Next`", "add the state that it leads to")
      }
    default:
      let isEnd = state["End"].map { $0.text != "false" } ?? false
      if let next = state["Next"], isEnd {
        add(next.key, "the state \(name) has both `Next` and `End`", "remove one of the two")
      } else if !isEnd, state.lacks("Next") {
        add(state.key, "the state \(name) has neither `Next` nor `End`", "add `Next: STATE`, or `End: true`")
      }
    }
  }

  /// States that no transition leads to, where all transitions are known.
  private mutating func checkReach(from start: Model.Property, _ states: Model.Property) {
    if states.members.contains(where: \.mayBeMade) { return }
    let next = Dictionary(states.members.map { ($0.name, $0.transitions.compactMap(\.text)) }) { first, _ in first }
    var open = start.text.map { [$0] } ?? []
    var reached = Set(open)
    while let name = open.popLast() {
      for target in next[name] ?? [] where reached.insert(target).inserted { open.append(target) }
    }
    for state in states.members where !reached.contains(state.name) {
      add(
        state.key, "nothing leads to the state \(Reader.quoted(state.name))",
        "name it in `StartAt` or in a `Next`, or remove it")
    }
  }

  @inline(never)
  private mutating func add(_ mark: Mark, _ message: String, _ help: String?) { flaws.append((mark, message, help)) }
}

extension Model.Property {
  /// The names of states that a state goes on to.
  fileprivate var transitions: [Model.Property] {
    let lists = ["Choices", "Catch"].flatMap { self[$0]?.items ?? [] }
    return [self["Next"], self["Default"]].compactMap { $0 } + lists.compactMap { $0["Next"] }
  }

  /// The machines inside of a state: branches of `Parallel`, the loop of `Map`.
  fileprivate var innerMachines: [Model.Property] {
    (self["Branches"]?.items ?? []) + ["ItemProcessor", "Iterator"].compactMap { self[$0] }
  }

  /// Whether a function gives it, or a macro or a substitution a part of it.
  var mayBeMade: Bool {
    isFunction || members.contains { $0.name.hasPrefix("Fn::") || $0.name.mentions("${") }
  }
}
