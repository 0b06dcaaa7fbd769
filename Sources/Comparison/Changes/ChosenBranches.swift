import CloudFormation

/// The ways to choose among the branches in two versions of some properties.
struct ChosenBranches {
  /// The most conditions of which each combination is tried.
  private static let conditionLimit = 4

  private let names: [String]
  private let choices: [[String: Bool]]

  /// `mayHold`: whether literals hold at once in some stack.
  init(_ before: Object, _ after: Object, mayHold: ([ConditionLogic.Literal]) -> Bool) {
    var found: [String] = []
    for value in [Value.object(before), .object(after)] {
      value.forEachCondition { if !found.contains($0) { found.append($0) } }
    }
    names = found.count > ChosenBranches.conditionLimit ? [] : found
    var choices: [[String: Bool]] = [[:]]
    for name in names {
      choices = choices.flatMap { choice in
        [true, false].map { holds in choice.merging([name: holds]) { first, _ in first } }
      }
    }
    self.choices = choices.filter { choice in
      choice.isEmpty || mayHold(choice.map { .init(name: $0.key, holds: $0.value) })
    }
  }

  /// The notes for each choice; those that only some have name the condition.
  func notes(_ before: Object, _ after: Object, _ body: (Object, Object) -> [UpdateNote]) -> [UpdateNote] {
    var notes: [UpdateNote] = []
    var places: [String: [Int]] = [:]
    for (index, choice) in choices.enumerated() {
      for note in body(before.choosing(choice), after.choosing(choice)) {
        if places[note.message] == nil { notes.append(note) }
        places[note.message, default: []].append(index)
      }
    }
    return notes.map { note in
      let places = places[note.message] ?? []
      if places.count == choices.count { return note }
      return note.with(suffix: " (\(words(of: places)))")
    }
  }

  /// `if not `Prod``, where one condition decides.
  private func words(of places: [Int]) -> String {
    for name in names {
      for holds in [true, false]
      where choices.indices.allSatisfy({ (choices[$0][name] == holds) == places.contains($0) }) {
        return "if \(ConditionLogic.Literal(name: name, holds: holds).words)"
      }
    }
    return "under some conditions"
  }
}

extension UpdateNote {
  fileprivate func with(suffix: String) -> UpdateNote {
    UpdateNote(kind, message + suffix, topic: topic, id: id, help: help)
  }
}

extension Object {
  fileprivate func choosing(_ choice: [String: Bool]) -> Object {
    if choice.isEmpty { return self }
    var chosen = Object()
    for member in members {
      let value = member.value.choosing(choice)
      if !value.isNothing { chosen.add(member.key, value) }
    }
    return chosen
  }
}

extension Value {
  fileprivate func choosing(_ choice: [String: Bool]) -> Value {
    switch self {
    case .object(let object):
      if let branches = self.choice, let holds = branches.condition.text.flatMap({ choice[$0] }) {
        return (holds ? branches.first : branches.second).choosing(choice)
      }
      return .object(object.choosing(choice))
    case .list(let items): return .list(items.map { $0.choosing(choice) }.filter { !$0.isNothing })
    default: return self
    }
  }
}
