import CloudFormation
import SpecReading
import YAMLTree

/// Functions behind integrations of `resources`.
extension Rule {
  /// How functions are called.
  static let methodOfFunction = Rule(
    id: "WS005",
    severity: .error,
    summary: "a function behind a WebSocket API that is not called by `POST`",
    why: "Lambda is asked to call a function by `POST`, whatever the message is.",
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
    check: { spec, report in
      for integration in spec.rawIntegrations where integration.isWebSocket == true && integration.kind == "AWS_PROXY" {
        guard let method = integration["IntegrationMethod"], let text = method.text, text != "POST",
          integration["IntegrationSubtype"] == nil
        else { continue }
        report.report(
          at: method.mark, "functions are called by `POST`, not by \(Reader.quoted(text))", help: "write `POST`")
      }
    })

  /// The whole URI.
  static let functionUriOfWebSocket = Rule(
    id: "WS006",
    severity: .error,
    summary: "a function behind a WebSocket API by its ARN alone",
    why: """
      A WebSocket API calls a function by the URI of API Gateway's that the function's ARN stands in. An HTTP API
      takes the ARN by itself.
      """,
    source: "API Gateway's page on integration requests of WebSocket APIs",
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
    check: { spec, report in
      let functions = spec.ownFunctionIds
      for integration in spec.rawIntegrations where integration.isWebSocket == true && integration.kind == "AWS_PROXY" {
        guard let uri = integration["IntegrationUri"], isArn(uri, of: functions) else { continue }
        report.report(
          at: uri.mark, "a WebSocket API does not call a function by its ARN alone",
          help:
            "write `arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/ARN/invocations`")
      }
    })

  private static func isArn(_ uri: RawProperty, of functions: Set<String>) -> Bool {
    switch uri.value {
    case .string(let text):
      let arn = Arn(text)
      return text.hasPrefix("arn:") && arn.service == "lambda" && arn.resource.hasPrefix("function:")
    case .getAtt(let id, "Arn"): return functions.contains(id)
    default: return false
    }
  }
}

extension ResolvedSpec {
  /// The logical ids of functions, those of `functions` and those of `resources`.
  fileprivate var ownFunctionIds: Set<String> {
    let own = createdFunctions.map { names.id(.function($0.element.name)) }
    let types: Set = ["AWS::Lambda::Function", "AWS::Serverless::Function"]
    return Set(own + names.resourceTypes.filter { types.contains($0.value) }.keys)
  }
}
