import Diagnostics

extension Rule {
  /// A rule on the values of single properties, by the limits that their types describe. The language rejects its own
  /// literals already when it is read. `others` finds the same mistake elsewhere.
  static func property(
    _ paths: [PropertyPath], id: String, severity: Severity = .error, summary: String, why: String,
    source: String, example: @autoclosure @escaping @Sendable () -> String,
    others: @escaping @Sendable (Model, inout Report) -> Void = { _, _ in }
  ) -> Rule {
    Rule(
      id: id, severity: severity, summary: summary, why: why, source: source, example: example(),
      check: { model, report in
        others(model, &report)
        for path in paths {
          guard !model.resources(path.type).isEmpty, let (limit, isOfWebSocket) = path.limit else { continue }
          model.forEach(path) { property in
            // A property that the protocol does not have is for the rules about protocols.
            if isOfWebSocket, property.resource.api?.isWebSocket == false { return }
            for (choice, text) in property.choices {
              if let flaw = limit.flaw(of: text, in: property) {
                report.report(flaw, at: choice)
              }
            }
          }
        }
      })
  }
}
