extension Rule {
  /// The quota of multi-level base paths.
  static let tooManyMultiLevelMappings = Rule(
    id: "QUO005",
    severity: .error,
    summary: "more multi-level base paths than a domain may have",
    why: """
      A domain has room for 200 mappings whose base path has several levels, such as `shop/books`. AWS does not raise that.
      Base paths of one level are not counted.
      """,
    source: "API Gateway's quotas of HTTP APIs",
    example: mappings(200) + "⟪\n      - ⟦api.example.com/shop/last⟧\n→⟫\n",
    check: { model, report in
      for group in model.domains.mappingsByHost where group.count > 200 {
        let deep = group.filter { $0.pathText?.contains("/") ?? false }
        guard deep.count > 200 else { continue }
        report.report(
          at: deep[200].mark,
          "\(deep.count) multi-level base paths on \(deep[200].hostWords); AWS allows 200",
          help: "give some of them base paths of one level, or a host of their own")
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
