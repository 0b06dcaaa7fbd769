import YAMLTree

/// The authorization of a route, as far as it is known without the identity provider.
///
/// Source: API Gateway's pages on JWT and Lambda authorizers of HTTP APIs: a request without an identity source gets 401,
/// and the Lambda authorizer is not invoked.
struct AuthorizationCheck {
  private let route: Model.Route
  private let values: RequestValues

  init(_ route: Model.Route, _ values: RequestValues) { (self.route, self.values) = (route, values) }

  private var mark: Mark { route["AuthorizationType"].map(\.mark).flatMap { $0.isNowhere ? nil : $0 } ?? route.mark }

  /// Adds the steps; returns whether the request may reach the target.
  func add(to trace: inout Trace) -> Bool {
    let source = route.inheritsAuthorization ? " (`defaultAuth`)" : ""
    switch route.authorizationType {
    case nil:
      trace.doubt("the authorization of `\(route.name)` is only known at deployment")
      return true
    case "NONE"?:
      trace.add(.authorization, "none: everyone can call the route", at: route.mark)
      return true
    case "AWS_IAM"?:
      trace.add(.authorization, "IAM\(source): the caller needs the permission `execute-api:Invoke`", at: mark)
      return addSignature(to: &trace)
    default:
      trace.add(.authorization, route.authorizationWords + source, at: mark)
      return addAuthorizer(to: &trace)
    }
  }

  private func addSignature(to trace: inout Trace) -> Bool {
    let header = values.request.header("authorization") ?? ""
    if header.hasPrefix("AWS4-") || values.request.queryParameter("X-Amz-Signature") != nil { return true }
    trace.status = 403
    trace.add(
      .authorization, "the request has no signature (AWS Signature Version 4): 403, without the target", at: mark,
      isRejected: true)
    return false
  }

  private func addAuthorizer(to trace: inout Trace) -> Bool {
    guard let authorizer = route.authorizer else {
      trace.doubt("the authorizer of `\(route.name)` is not in the spec")
      return true
    }
    let consequence =
      authorizer.isJwt == true ? "without the target" : "without the authorizer's function and the target"
    var isComplete = true
    for source in authorizer["IdentitySource"]?.list ?? [] {
      let text = source.text ?? ""
      for variable in MappingVariable.all(in: text) where values[variable] == .missing && isComplete {
        isComplete = false
        trace.status = 401
        trace.add(
          .authorization, "the identity source `\(text)` is missing in the request: 401, \(consequence)",
          at: source.mark, isRejected: true)
      }
    }
    if isComplete { addConditions(of: authorizer, to: &trace) }
    return isComplete
  }

  /// The conditions of the authorizer, whose result depends on the token or the function.
  private func addConditions(of authorizer: Model.Authorizer, to trace: inout Trace) {
    if authorizer.isJwt == true {
      let issuer = authorizer.issuer?.text ?? "only known at deployment"
      let audience = authorizer.audience?.list.compactMap(\.text) ?? []
      var details = [Trace.Detail(name: "iss", value: issuer, mark: authorizer.issuer?.mark ?? authorizer.mark)]
      if let property = authorizer.audience, !audience.isEmpty {
        details.append(.init(name: "aud", value: audience.joined(separator: " or "), mark: property.mark))
      }
      let scopes = route["AuthorizationScopes"]
      if let scopes, case let names = scopes.list.compactMap(\.text), !names.isEmpty {
        details.append(.init(name: "scope", value: names.joined(separator: " or "), mark: scopes.mark))
      }
      let statuses = details.contains { $0.name == "scope" } ? "otherwise 401, without the scope 403" : "otherwise 401"
      trace.add(
        .authorization, "the token must be valid and have these claims; \(statuses)", at: authorizer.mark,
        details: details)
      return
    }
    let function = authorizer["AuthorizerUri"].flatMap { uri in
      uri.reference.flatMap { authorizer.resource.model.resource($0)?.name }
    }
    let ttl = authorizer["AuthorizerResultTtlInSeconds"]?.number ?? 0
    trace.add(
      .authorization,
      "\(function.map { "the function `\($0)`" } ?? "a function") decides; 403 if it denies"
        + (ttl > 0 ? "; its result is cached for \(ttl) seconds" : ""), at: authorizer.mark)
  }
}
