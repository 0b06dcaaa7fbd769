import YAMLTree

extension Rule {
  /// Requests that everyone on the way can read.
  static let plainHttpTarget = Rule(
    id: "INT011",
    severity: .warning,
    summary: "an `http` target that is called without encryption",
    why: """
      The request goes over the public internet as it is, with its headers and its body: whoever is on the way reads
      tokens and changes answers.
      """,
    source: "a rule of good design",
    example: """
      apis:
        store:
          routes:
            GET /books: {http: ⟦http://books.example.com/v1 → https://books.example.com/v1⟧}
      """,
    check: { spec, report in
      spec.forEachInternetUrl { text, mark in
        guard TargetUrl.flaw(in: text) == nil, let scheme = TargetUrl.scheme(of: text), scheme.count == "http://".count,
          PrivateHost.inUrl(text) == nil
        else { return }
        report.report(
          at: mark, "requests to this URL are not encrypted on their way through the internet",
          help: "write `https://\(text.dropFirst(scheme.count))`, or reach it through a VPC link (`alb`, `nlb`)")
      }
    })
}
