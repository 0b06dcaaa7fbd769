extension Rule {
  /// Paths of several levels are few on a domain.
  static let tooManyMultiLevelMappings = Rule(
    id: "QUO005",
    severity: .error,
    summary: "more base paths of several levels than a domain may have",
    why: """
      A domain has room for 200 mappings whose path has several levels, such as `shop/books`. AWS does not raise that.
      Paths of one level are not counted.
      """,
    source: "API Gateway's quotas of HTTP APIs",
    example: mappings(200) + "⟪\n      - ⟦api.example.com/shop/last⟧\n→⟫\n",
    check: { spec, report in
      for group in spec.mappingsByHost where group.count > 200 {
        let deep = group.filter { $0.pathText?.contains("/") ?? false }
        guard deep.count > 200 else { continue }
        report.report(
          at: deep[200].mapping.name.mark,
          "\(deep.count) paths of several levels on \(spec.words(for: deep[200].host)); AWS allows 200",
          help: "give some of them paths of one level, or a host of their own")
      }
    })

  private static func mappings(_ count: Int) -> String {
    """
    domains:
      api.example.com:
        certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
        hostedZone: Z0123456789EXAMPLE
    apis:
      store:
        routes:
          $default: https://books.example.com
        disableExecuteApiEndpoint: true
        outputs: false
        domain:

    """ + (1...count).map { "      - api.example.com/shop/b\($0)x\n" }.joined()
  }
}
