extension Rule {
  static let sizesOfManagedInstances = Rule(
    id: "LAM028",
    severity: .error,
    summary: "memory, `/tmp` or timeout that only functions on Managed Instances can have",
    why: """
      Lambda gives a function at most 10,240 MB of memory and of `/tmp`, and 900 seconds. Only functions on Managed Instances
      (`CapacityProviderConfig`) may have up to 32,768 MB and 5,400 seconds.
      """,
    source: "Lambda's page on quotas; Lambda's page on Managed Instances",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: "exports.handler = async () => ({ statusCode: 200 });"}
          memory: ⟦20480 → 10240⟧
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functionsAndLoops where function.lacks("CapacityProviderConfig") {
        for size in [function["MemorySize"], function["EphemeralStorage"]?["Size"]].compactMap({ $0 }) {
          for number in size.numbers where number > 10_240 {
            report.report(
              at: size, "\(number) MB are only possible on Managed Instances",
              help: "write at most 10240, or set `CapacityProviderConfig`")
          }
        }
        for number in function["Timeout"]?.numbers ?? [] where number > 900 {
          guard let timeout = function["Timeout"] else { continue }
          report.report(
            at: timeout, "a timeout of \(number) seconds is only possible on Managed Instances",
            help: "write at most 900, or set `CapacityProviderConfig`")
        }
      }
    })
}
