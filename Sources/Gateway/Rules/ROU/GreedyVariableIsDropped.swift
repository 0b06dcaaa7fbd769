import Diagnostics
import SpecReading

extension Rule {
  /// Every path below a route leads to the same URL.
  static let greedyVariableIsDropped = Rule(
    id: "ROU014",
    severity: .warning,
    summary: "a route takes the rest of the path, and its URL has no place for it",
    why: """
      `{proxy+}` matches every path below a route, but only what the URL names is passed on: without `{proxy}` in it,
      `/books/1` and `/books/2` call the same address.
      """,
    source: "API Gateway's page on HTTP proxy integrations for HTTP APIs",
    example: """
      apis:
        store:
          routes:
            ANY /legacy/{proxy+}: ⟦https://legacy.example.com → https://legacy.example.com/{proxy}⟧
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        guard case .http(let target) = answering.target, let text = target.name.literal,
          TargetUrl.flaw(in: text) == nil,
          !(target.options.requestParameters?.parameters.contains { $0.name == "overwrite:path" } ?? false)
        else { return }
        let named = TargetUrl.variables(in: text).map(\.name)
        for line in answering.lines {
          for key in line.keys {
            guard case .http(_, let segments) = key.form, let last = segments.last, last.hasSuffix("+}"),
              let name = key.variables.last, !named.contains(name)
            else { continue }
            // A variable that the route has not is an error of its own, and most likely meant this one.
            guard named.allSatisfy(key.variables.contains) else { continue }
            let url = text.hasSuffix("/") ? String(text.dropLast()) : text
            report.report(
              only: line.place(of: answering.mark), "whatever `\(last)` of the route matches is not passed on",
              help: "write `\(url)/{\(name)}`, or `overwrite:path` in `requestParameters`")
            break
          }
        }
      }
    })
}
