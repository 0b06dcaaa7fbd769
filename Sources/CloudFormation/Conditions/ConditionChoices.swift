/// Which values of the variables make formulas true.
extension ConditionLogic {
  /// The maximum number of choices that are tried.
  static let choiceLimit = 4096

  /// Whether some choice makes all formulas true.
  func isPossible(_ all: [Formula]) -> Bool? {
    var given: [Int: Int] = [:]
    for case .equal(let variable, let value) in all {
      guard given.updateValue(value, forKey: variable) ?? value == value else { return false }
    }
    let truths = all.map { truth(of: $0, given) }
    if truths.contains(false) { return false }
    let open = zip(all, truths).filter { $1 == nil }.map(\.0)
    var compared: [Int: Set<Int>] = [:]
    for formula in open { collect(formula, into: &compared) }
    let choice = firstChoice(of: compared, beside: given) { chosen in open.allSatisfy { holds($0, chosen) } }
    return choice.map { $0 != nil }
  }

  /// The first choice of values for some variables, which are compared with some, that is fine, beside those that are
  /// chosen; nil within if none is, and nil if there are too many to try.
  func firstChoice(
    of compared: [Int: Set<Int>], beside known: [Int: Int], where isFine: ([Int: Int]) -> Bool
  ) -> [Int: Int]?? {
    let order = compared.keys.filter { known[$0] == nil }.sorted()
    let places = order.map { variables[$0].choices(compared[$0] ?? []) }
    var choices = 1
    for places in places {
      choices *= places.count
      if choices > ConditionLogic.choiceLimit { return nil }
    }
    for choice in 0..<choices {
      var rest = choice
      var chosen = known
      for (variable, places) in zip(order, places) {
        chosen[variable] = places[rest % places.count]
        rest /= places.count
      }
      if isFine(chosen) { return chosen }
    }
    return .some(nil)
  }

  func holds(_ formula: Formula, _ chosen: [Int: Int]) -> Bool { truth(of: formula, chosen) == true }

  /// Whether a formula holds with what is chosen; nil if that depends on more.
  private func truth(of formula: Formula, _ chosen: [Int: Int]) -> Bool? {
    switch formula {
    case .constant(let value): value
    case .equal(let variable, let value): chosen[variable].map { $0 == value }
    case .not(let inner): truth(of: inner, chosen).map { !$0 }
    case .all(let parts): truth(of: parts, unless: false, chosen)
    case .any(let parts): truth(of: parts, unless: true, chosen)
    }
  }

  /// `decisive` if one of the formulas is it; the opposite if all are known.
  private func truth(of parts: [Formula], unless decisive: Bool, _ chosen: [Int: Int]) -> Bool? {
    var isKnown = true
    for part in parts {
      let truth = truth(of: part, chosen)
      if truth == decisive { return decisive }
      if truth == nil { isKnown = false }
    }
    return isKnown ? !decisive : nil
  }

  /// Collects the values that a formula compares variables with.
  func collect(_ formula: Formula, into compared: inout [Int: Set<Int>]) {
    switch formula {
    case .constant: break
    case .equal(let variable, let value): compared[variable, default: []].insert(value)
    case .not(let inner): collect(inner, into: &compared)
    case .all(let parts), .any(let parts): for part in parts { collect(part, into: &compared) }
    }
  }
}
