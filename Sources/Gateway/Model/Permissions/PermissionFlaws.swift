import TextSearch

/// Permissions for calls of API Gateway that do not allow them.
extension Model.Resource {
  /// A principal that is not API Gateway's.
  var principalFlaw: Model.Property? {
    guard let principal = self["Principal"], let text = principal.text, text != Permission.principal, text != "*" else {
      return nil
    }
    let isForCalls = self["SourceArn"].flatMap { CallSource($0) }?.arn.service == "execute-api"
    let isLike = ["apigateway", "api-gateway", "execute-api"].contains { text.lowercased().hasPrefix($0) }
    return isForCalls || isLike ? principal : nil
  }

  /// A source that is not the ARN of calls.
  var sourceFlaw: Model.Property? {
    guard self["Principal"]?.text == Permission.principal, let arn = self["SourceArn"], let text = arn.value.spelled,
      text != "*"
    else { return nil }
    // A reference at the start may be any part of an ARN, unless it is an API.
    if text.hasPrefix("${") {
      guard let first = SpelledReference.first(of: text), ["", "ApiEndpoint"].contains(first.attribute),
        model.apis[.ref(first.id)] != nil
      else { return nil }
    }
    let source = CallSource(arn)
    // A `*` may be several parts, and a function any of them.
    if source == nil, text.mentions("*:") || text.mentions("${}") || text.hasPrefix("arn:*") { return nil }
    if let source, source.isOfExecuteApi {
      // The ARNs of calls have a region, an account and the ID of the API.
      guard source.arn.service == "execute-api",
        source.arn.region.isEmpty || source.arn.account.isEmpty || source.isUrl
      else { return nil }
    }
    return arn
  }
}
