import Diagnostics
import SpecReading

extension Rule {
  /// Every path below a route leads to the same URL.
  static let greedyVariableIsDropped = Rule(
    id: "ROU014",
    severity: .warning,
    premise: .part,
    summary: "greedy path variable is not passed on to the URL",
    why: """
      `{proxy+}` matches every path below a route, but only the variables in the URL are passed on: without `{proxy}` in it,
      `/books/1` and `/books/2` call the same address.
      """,
    source: "API Gateway's page on HTTP proxy integrations for HTTP APIs",
    example: """
      apis:
        store:
          routes:
            ANY /legacy/{proxy+}: ⟦https://legacy.example.com → https://legacy.example.com/{proxy}⟧
      """,
    check: { model, report in
      for integration in model.apis.integrations where integration.isPublicHttpProxy {
        guard let uri = integration.internetUrls.first, uri.property.text != nil, uri.flaw == nil,
          integration["RequestParameters"]?["overwrite:path"] == nil
        else { continue }
        let named = TargetUrl.variables(in: uri.text).map(\.name)
        for line in integration.lines {
          // A variable that the route does not have is an error of its own, and was probably meant to be this one.
          let dropped = line.routes.first { route in
            guard let key = route.key, let name = key.greedyVariable else { return false }
            return !named.contains(name) && named.allSatisfy(key.variables.contains)
          }
          guard let dropped, let name = dropped.key?.greedyVariable else { continue }
          // `https://example.com/*` was to pass the path on.
          let bare = uri.text.hasSuffix("/*") ? uri.text.dropLast() : uri.text[...]
          let url = bare.hasSuffix("/") ? bare.dropLast() : bare
          report.report(
            only: dropped.place(of: uri.property.mark),
            "the path that `{\(name)+}` of the route matches is not passed on",
            help: "write `\(url)/{\(name)}`"
              + (integration.resource.source == .quickCreate
                ? "" : ", or `overwrite:path` in `\(integration.resource.words("RequestParameters"))`"))
        }
      }
    })
}
