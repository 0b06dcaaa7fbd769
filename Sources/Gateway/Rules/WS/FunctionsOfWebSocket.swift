import CloudFormation
import TextSearch

extension Rule {
  static let methodOfFunction = Rule(
    id: "WS005",
    severity: .error,
    summary: "`IntegrationMethod` of a Lambda function is not `POST`",
    why: """
      A WebSocket API invokes a Lambda function with `POST`, whatever the message is. With another method every message
      fails with "Internal server error".
      """,
    source: "API Gateway's page on integration requests of WebSocket APIs; the CDK's documentation",
    example: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: AWS_PROXY
            IntegrationMethod: ⟦GET → POST⟧
            IntegrationUri: arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:books/invocations
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations where integration.type == "AWS_PROXY" {
        guard let method = integration["IntegrationMethod"], let text = method.text, text != "POST",
          integration["IntegrationSubtype"] == nil
        else { continue }
        report.report(at: method, "Lambda functions are invoked with `POST`, found `\(text)`", help: "use `POST`")
      }
    })

  static let functionUriOfWebSocket = Rule(
    id: "WS006",
    severity: .warning,
    summary: "`IntegrationUri` of a WebSocket API is a function's ARN",
    why: """
      A WebSocket API invokes a Lambda function by an API Gateway URI that includes the function's ARN. API Gateway accepts the ARN
      itself, but the console does not show such an integration, and messages are reported to fail with 500.
      """,
    source: """
      API Gateway's page on integration requests of WebSocket APIs; public reports (aws-cdk#13679, aws-cdk#13820, \
      terraform-aws-apigateway-v2#8)
      """,
    example: """
      resources:
        Chat:
          Type: AWS::ApiGatewayV2::Api
          Properties: {Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action}
        Backend:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref Chat
            IntegrationType: AWS_PROXY
            IntegrationMethod: POST
            IntegrationUri: ⟦arn:aws:lambda:eu-west-1:111122223333:function:books → arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:books/invocations⟧
      """,
    check: { model, report in
      for integration in model.apis.messageIntegrations where integration.type == "AWS_PROXY" {
        guard let uri = integration["IntegrationUri"], isFunctionArn(uri) else { continue }
        report.report(
          at: uri, "a WebSocket API calls a function by a URI, not by the function's ARN",
          help: "use " + FunctionUri.written(uri.value.spelled.map(model.names.inPlaces) ?? "ARN"))
      }
    })

  private static func isFunctionArn(_ uri: Model.Property) -> Bool {
    switch uri.value {
    case .string(let text):
      return text.hasPrefix("arn:") && FunctionUri.isFunctionArn(text)
    case .getAtt(_, "Arn"): return uri.resource.model.resource(uri)?.isFunction ?? false
    default:
      guard let text = uri.value.spelled else { return false }
      return text.hasPrefix("arn:") && text.mentions(":lambda:") && text.mentions(":function:")
        && !text.mentions(":apigateway:")
    }
  }
}
