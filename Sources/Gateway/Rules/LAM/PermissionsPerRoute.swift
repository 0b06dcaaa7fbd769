import SpecReading
import YAMLTree

extension Rule {
  /// The size of a function's resource-based policy.
  static let permissionsPerRoute = Rule(
    id: "LAM004",
    severity: .error,
    summary: "more permissions per route than fit in a function's resource-based policy",
    why: """
      With `lambdaPermissions: route` every route that calls a function adds a statement to the function's resource-based
      policy. The policy has room for 20 KB and a statement takes about 350 bytes, so the deployment fails beyond about
      fifty: "The final policy size is bigger than the limit".
      """,
    source: "Lambda's quotas: 20 KB for a function's resource policy; the size of a statement is computed",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      apis:
        store:
          lambdaPermissions: ⟦route⟧
          routes:
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /a: books
            ⟪
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /b: books
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /c: books
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /d: books
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /e: books
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /f: books
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /g: books
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /h: books
            GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS /i: books
            →⟫
      """,
    check: { model, report in
      let room = 20_480 / statementSize
      let permissions = model.permissions
      guard permissions.count > room else { return }
      let groups = Dictionary(grouping: permissions) { model.function(of: $0["FunctionName"])?.id }
      for (id, own) in groups.sorted(by: { $0.key ?? "" < $1.key ?? "" }) where id != nil && own.count > room {
        guard let id, let function = model.resource(id) else { continue }
        let written = own.filter(\.isRaw)
        if written.count > room {
          report.report(
            at: written[room].mark,
            "\(written.count) permissions on one function, whose policy has room for about \(room)",
            help: "write one for all routes of an API, with a `SourceArn` that ends in `/*/*`")
        } else if let setting = model.permissionSetting(of: function) {
          report.report(
            at: setting,
            "\(own.count) routes call `\(function.name)`, whose policy has room for about \(room) permissions",
            help: "`lambdaPermissions: api` creates one for all routes of an API")
        }
      }
    })

  private static let statementSize = 350
}

extension Model {
  /// Where a permission for each route is asked for: on the function, or on an API that calls it.
  fileprivate func permissionSetting(of function: Resource) -> Mark? {
    let own = names.spec.functions.first { names.id(.function($0.name)) == function.id }?.value.permissions
    if let own { return own.literal == .route ? own.mark : nil }
    return names.spec.apis.lazy.compactMap { $0.value.lambdaPermissions }.first { $0.literal == .route }?.mark
  }
}

extension ResolvedSpec {
  /// The targets that need a permission, with the setting of their permissions.
  func forEachPermittedTarget(_ body: (AnsweringTarget, LambdaTarget, Given<LambdaPermissions>?) -> Void) {
    forEachTarget { answering in
      guard case .lambda(let target) = answering.target, target.options.credentials == nil else { return }
      var setting = answering.api.value.lambdaPermissions
      if case .element(let index) = names.find(.function, target.name) {
        setting = names.spec.functions[index].value.permissions ?? setting
      }
      body(answering, target, setting)
    }
  }
}
