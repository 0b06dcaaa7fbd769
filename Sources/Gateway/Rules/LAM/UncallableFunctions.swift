import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// Functions that these APIs cannot call.
extension Rule {
  static let durableFunction = Rule(
    id: "LAM029",
    severity: .error,
    premise: .element,
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
        guard let target = policy.properties.reference, let permission = permitted[target] else { continue }
        report.report(
          at: policy.mark, "this policy replaces the permission of API Gateway to call `\(target)`",
          related: [Related(message: "the permission is for this", mark: permission.mark)],
          help:
            "allow `apigateway.amazonaws.com` in it and set `lambdaPermissions: none`, or use `AWS::Lambda::Permission`"
        )
      }
    })
}

extension Model {
  /// Calls `body` with the integrations and authorizers that call functions with a property, and whether they name an alias
  /// or version.
  func forEachCall(where property: String, _ body: (Mark, Resource, Bool) -> Void) {
    let marked = functions.filter { $0[property] != nil }
    if marked.isEmpty { return }
    let byID = Dictionary(marked.map { ($0.id, $0) }) { first, _ in first }
    let calls =
      apis.integrations.map { ($0["IntegrationUri"], $0.mark) }
      + apis.authorizers.map { ($0["AuthorizerUri"], $0["AuthorizerUri"]?.mark ?? .nowhere) }
    for (uri, mark) in calls {
      guard let uri, let reference = functionTable.reference(uri.value),
        let function = byID[reference.function]
      else { continue }
      body(mark, function, !reference.qualifier.isEmpty || publishesAlias(function))
    }
  }
}
