import YAMLTree

extension Diagnostic {
  /// A finding for a mistake in the YAML itself: `YAML001` and so on, in the order of the kinds.
  public init(_ problem: Problem) {
    self.init(
      id: Diagnostic.id(of: problem.kind), message: problem.message, mark: problem.mark,
      related: problem.related.map { Related(message: $0.message, mark: $0.mark) }, help: problem.help)
  }

  /// The rule ID of a kind of YAML mistake.
  public static func id(of kind: Problem.Kind) -> String {
    let number = kind.rawValue + 1
    return number < 10 ? "YAML00\(number)" : "YAML0\(number)"
  }
}
