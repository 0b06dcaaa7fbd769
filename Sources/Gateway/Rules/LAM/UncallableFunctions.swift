import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// Functions that these APIs cannot call.
extension Rule {
  static let durableFunction = Rule(
    id: "LAM029",
    severity: .error,
    summary: "durable function is called without a version or alias",
    why: """
      An execution of a durable function runs one version of the code. Lambda rejects other calls: "You cannot invoke a durable
      function using an unqualified ARN", and clients get status 500.
      """,
    source: "Lambda's page on durable functions; Lambda's API reference of CreateFunction (DurableConfig)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: "exports.handler = async () => ({ statusCode: 200 });"}
          ⟪→
          alias: live
          ⟫
          properties: {DurableConfig: {ExecutionTimeout: 60}}
      apis:
        store:
          routes:
            GET /books: ⟦books⟧
      """,
    check: { model, report in
      model.forEachCall(where: "DurableConfig") { mark, function, isQualified in
        if isQualified { return }
        report.report(
          at: mark, "the durable function `\(function.name)` is called without a version or alias",
          help: function.isRaw ? "call an alias of it" : "set `alias: live` on the function")
      }
    })

  static let tenantFunction = Rule(
    id: "LAM025",
    severity: .error,
    summary: "HTTP or WebSocket API calls a function with tenant isolation",
    why: """
      A function with tenant isolation needs the tenant's ID with every call (`X-Amz-Tenant-Id`). These APIs do not send it, so
      Lambda rejects every call.
      """,
    source: "Lambda's page on tenant isolation (TenancyConfig)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: "exports.handler = async () => ({ statusCode: 200 });"}
          ⟪
          properties: {TenancyConfig: {TenantIsolationMode: PER_TENANT}}
          →⟫
      apis:
        store:
          routes:
            GET /books: ⟦books⟧
      """,
    check: { model, report in
      model.forEachCall(where: "TenancyConfig") { mark, function, _ in
        report.report(
          at: mark, "this API cannot call `\(function.name)`, which isolates tenants",
          help: "use a REST API, or remove `TenancyConfig`")
      }
    })

  static let resourcePolicyOfFunction = Rule(
    id: "LAM026",
    severity: .error,
    summary: "resource policy of a function beside permissions",
    why: """
      `AWS::Lambda::ResourcePolicy` replaces the whole policy of a function, and with it the permissions that
      `AWS::Lambda::Permission` has added. API Gateway may then not call the function, and clients get status 500.
      """,
    source: "Lambda's API reference of PutResourcePolicy",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: "exports.handler = async () => ({ statusCode: 200 });"}
      apis:
        store:
          routes:
            GET /books: books
      resources:
        ⟪
        ⟦Policy⟧: {Type: AWS::Lambda::ResourcePolicy, Properties: {ResourceArn: !GetAtt functions.books.Arn, Policy: {}}}
        →⟫
        Orders: {Type: AWS::SQS::Queue}
      """,
    check: { model, report in
      let policies = model.resources("AWS::Lambda::ResourcePolicy")
      if policies.isEmpty { return }
      let permitted = Dictionary(
        model.permissions.compactMap { permission in
          permission["FunctionName"].flatMap { model.function(of: $0)?.id }.map { ($0, permission) }
        }
      ) { first, _ in first }
      for policy in policies {
        var target: String?
        policy.record.properties.members.forEach { $0.value.forEachReference { target = target ?? $0 } }
        guard let target, let permission = permitted[target] else { continue }
        report.report(
          at: policy.mark, "this policy replaces the permission of API Gateway to call `\(target)`",
          related: [Related(message: "the permission is for this", mark: permission.mark)],
          help:
            "allow `apigateway.amazonaws.com` in it and set `lambdaPermissions: none`, or use `AWS::Lambda::Permission`"
        )
      }
    })

  static let callbackHandler = Rule(
    id: "LAM027",
    severity: .error,
    summary: "inline code with a callback handler, or with a streamed response",
    why: """
      Node.js 24 and later runtimes have no `callback` argument of handlers: the call fails with
      `Runtime.CallbackHandlerDeprecated`. `awslambda.streamifyResponse` is for function URLs and REST APIs; HTTP and WebSocket
      APIs do not stream.
      """,
    source: "Lambda's page on Node.js runtimes (nodejs24.x); Lambda's page on response streaming",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: ⟦"exports.handler = ⟪(event, context, callback) => callback(null, { statusCode: 200 }) → async () => ({ statusCode: 200 })⟫;"⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functions {
        guard let code = function["Code"]?["ZipFile"], let text = code.text,
          let runtime = function["Runtime"]?.text, runtime.hasPrefix("nodejs")
        else { continue }
        if text.mentions("streamifyResponse(") {
          report.report(
            at: code, "HTTP and WebSocket APIs do not stream responses",
            help: "return the response as an object: `{ statusCode, body }`")
        } else if let version = Int(runtime.dropFirst(6).prefix { $0.isNumber }), version >= 24, text.hasCallback {
          report.report(
            at: code, "`\(runtime)` has no callback argument of handlers",
            help: "use an `async` handler that returns the response")
        }
      }
    })
}

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
      for function in model.functions where function.lacks("CapacityProviderConfig") {
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

extension StringProtocol {
  /// Whether a handler has a third argument: `(event, context, callback)`.
  fileprivate var hasCallback: Bool {
    guard let start = firstRange(of: "handler"), let open = self[start.upperBound...].firstIndex(of: "("),
      let close = self[open...].firstIndex(of: ")")
    else { return false }
    let arguments = self[index(after: open)..<close].split(separator: ",")
    return arguments.count == 3 && !arguments.contains { $0.contains("=") || $0.contains("\"") }
  }
}

extension Model {
  /// Calls `body` with the integrations and authorizers that call functions with a property, and whether they name an alias
  /// or version.
  fileprivate func forEachCall(where property: String, _ body: (Mark, Resource, Bool) -> Void) {
    let marked = functions.filter { $0[property] != nil }
    if marked.isEmpty { return }
    let calls =
      apis.integrations.map { ($0["IntegrationUri"], $0.mark) }
      + apis.authorizers.map { ($0["AuthorizerUri"], $0["AuthorizerUri"]?.mark ?? .nowhere) }
    for (uri, mark) in calls {
      guard let uri, let reference = functionTable.reference(uri.value),
        let function = marked.first(where: { $0.id == reference.function })
      else { continue }
      body(mark, function, !reference.qualifier.isEmpty)
    }
  }
}
