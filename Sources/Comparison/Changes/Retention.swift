import CloudFormation

/// Whether a policy keeps a resource, which an `Fn::If` may decide (source: CloudFormation user guide, transform
/// `AWS::LanguageExtensions`).
struct Retention {
  /// Whether the resource is kept in each case.
  let isCertain: Bool
  /// The condition under which it is not, if it is kept otherwise.
  let loss: String?

  init(_ policy: Value?) {
    let arms = policy?.guarded ?? []
    let lost = arms.filter { !["Retain", "RetainExceptOnCreate"].contains($0.value.text) }
    isCertain = !arms.isEmpty && lost.isEmpty
    if let unknown = lost.first(where: { $0.value.text == nil }) {
      loss = unknown.value.isNothing ? nil : "unless its policy retains it"
    } else if lost.isEmpty || lost.count == arms.count {
      loss = nil
    } else {
      loss = "if \(lost[0].guards.map(\.words).joined(separator: " and "))"
    }
  }
}
