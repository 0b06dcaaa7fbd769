import Diagnostics
import SpecReading

extension Rule {
  /// Routes and settings of SAM's WebSocket APIs that SAM does not accept.
  static let serverlessWebSocketApi = Rule(
    id: "CFN041",
    severity: .error,
    premise: .element,
    summary: "route or authorization of a SAM WebSocket API that SAM rejects",
    why: """
      SAM's transform fails, and nothing is deployed: "WebSocket API must have at least one route", "Route must have associated
      function", "Route key … must be alphanumeric", "AuthArn must be specified if AuthType is CUSTOM", "Authorization is only
      available if there is a $connect route".
      """,
    source: "aws-sam-translator 1.115, `WebSocketApiGenerator`",
    example: """
      transform: AWS::Serverless-2016-10-31
      resources:
        Chat:
          Type: AWS::Serverless::WebSocketApi
          Properties:
            RouteSelectionExpression: $request.body.action
            Auth: {⟪⟦AuthType⟧: CUSTOM → AuthType: AWS_IAM⟫}
            Routes:
              $connect: {FunctionArn: !GetAtt Answer.Arn}
              $disconnect: {FunctionArn: !GetAtt Answer.Arn}
              $default: {FunctionArn: !GetAtt Answer.Arn}
              ⟦send⟪-m → M⟫essage⟧: {FunctionArn: !GetAtt Answer.Arn}
        Answer:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            InlineCode: "exports.handler = async () => ({statusCode: 200})"
      """,
    check: { model, report in
      for api in model.serverlessApis where api.isWebSocket {
        guard let routes = api.webSocketRoutes else { continue }
        if routes.isEmpty, let mark = api["Routes"]?.key ?? (api.resource.lacks("Routes") ? api.resource.mark : nil) {
          report.report(
            at: mark, "the WebSocket API has no routes",
            help: "add `Routes: {$default: {FunctionArn: !GetAtt FUNCTION.Arn}}`")
        }
        for route in routes { check(route, &report) }
        if let auth = api["Auth"], !auth.isFunction { check(auth, routes, &report) }
        if let tls = api["Domain"]?["MutualTlsAuthentication"] {
          report.report(at: tls.key, "AWS SAM has no mutual TLS for WebSocket APIs", help: "remove it")
        }
      }
    })

  private static func check(_ route: Model.Property, _ report: inout Report) {
    let key = route.name
    if !["$connect", "$disconnect", "$default"].contains(key), !key.allSatisfy({ $0.isLetter || $0.isNumber }) {
      report.report(
        at: route.key, "AWS SAM only accepts route keys of letters and digits, found \(Reader.quoted(key))",
        help: "rename the action, or define the route as `AWS::ApiGatewayV2::Route`")
    }
    if route.isFunction { return }
    if route.lacks("FunctionArn") {
      report.report(
        at: route.key, "the route `\(key)` has no function", help: "add `FunctionArn: !GetAtt FUNCTION.Arn`")
    }
  }

  private static func check(_ auth: Model.Property, _ routes: [Model.Property], _ report: inout Report) {
    if !routes.contains(where: { $0.name == "$connect" }) {
      report.report(
        at: auth.key, "the API has no `$connect` route that could be authorized", help: "add the route `$connect`")
    }
    guard let type = auth["AuthType"] else {
      if auth.lacks("AuthType") {
        report.report(
          at: auth.key, "`Auth` requires `AuthType`",
          help: "add `AuthType: CUSTOM` for a function, or `AuthType: AWS_IAM`")
      }
      return
    }
    guard let text = type.text else { return }
    let allowed = ["AWS_IAM", "CUSTOM", "NONE"]
    if !allowed.contains(text) {
      report.report(
        at: type, "\(Reader.quoted(text)) is not an `AuthType`", help: Suggestion.help(for: text, among: allowed))
    } else if text == "CUSTOM" {
      if auth.lacks("AuthArn") {
        report.report(
          at: type.key, "`AuthType: CUSTOM` requires `AuthArn`", help: "add `AuthArn: !GetAtt FUNCTION.Arn`")
      }
    } else if let other = auth.members.first(where: { $0.name != "AuthType" && !$0.value.isNothing }) {
      report.report(
        at: other.key, "`AuthType: \(text)` has no other settings",
        help: "remove `\(other.name)`, or write `AuthType: CUSTOM`")
    }
  }
}
