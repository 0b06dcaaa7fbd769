import SpecReading
import YAMLTree

extension Rule {
  /// A function's policy has an end.
  static let permissionsPerRoute = Rule(
    id: "LAM004",
    severity: .error,
    summary: "more permissions for single routes than a function's policy has room for",
    why: """
      With `lambdaPermissions: route` every route that calls a function adds a statement to the function's policy. The
      policy has room for 20 KB and a statement takes about 350 bytes, so the deployment fails somewhere beyond fifty:
      "The final policy size is bigger than the limit".
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
    check: { spec, report in
      var counts: [String: Int] = [:]
      var order: [(name: String, mark: Mark)] = []
      spec.forEachCall { call in
        guard call.setting?.literal == .route, let mark = call.setting?.mark else { return }
        if counts[call.name] == nil { order.append((call.name, mark)) }
        counts[call.name, default: 0] += call.answering.keys.count
      }
      for (name, mark) in order {
        guard let count = counts[name], count * statementSize > 20_480 else { continue }
        report.report(
          at: mark,
          "\(count) routes call `\(name)`, whose policy has room for about \(20_480 / statementSize) permissions",
          help: "`lambdaPermissions: api` makes one for all routes of an API")
      }
      let raw = spec.rawPermissions
      // Fewer fit into the policy of one function.
      guard raw.count * statementSize > 20_480 else { return }
      let functions = FunctionTable(spec)
      let groups = Dictionary(grouping: raw) { $0["FunctionName"].flatMap { functions.reference($0.value) } }
      for (function, permissions) in groups where function != nil && permissions.count * statementSize > 20_480 {
        report.report(
          at: permissions[20_480 / statementSize].mark,
          "these are \(permissions.count) permissions on one function, whose policy has room for about \(20_480 / statementSize)",
          help: "write one for all routes of an API, with a `SourceArn` that ends in `/*/*`")
      }
    })

  private static let statementSize = 350
}

extension ResolvedSpec {
  /// A target that is a function, and what is said about the permission to call it.
  struct Call {
    let answering: AnsweringTarget
    let target: LambdaTarget
    /// Its name in `functions`, or what it was given as.
    let name: String
    let setting: Given<LambdaPermissions>?
  }

  /// The targets that are functions and need a permission.
  func forEachCall(_ body: (Call) -> Void) {
    forEachTarget { answering in
      guard case .lambda(let target) = answering.target, target.options.credentials == nil,
        let name = target.name.literal
      else { return }
      var setting = answering.api.value.lambdaPermissions
      if case .element(let index) = names.find(.function, target.name) {
        setting = names.spec.functions[index].value.permissions ?? setting
      }
      body(Call(answering: answering, target: target, name: name, setting: setting))
    }
  }
}
