import SpecReading
import YAMLTree

extension Rule {
  /// Templates and their like on an HTTP API.
  static let messageTargetOfHttpApi = Rule(
    id: "INT030",
    severity: .error,
    summary: "HTTP API integration with a property of WebSocket APIs",
    why: """
      An HTTP API passes requests on, changed at most by parameter mappings. API Gateway rejects templates, content handling and
      the other properties that only WebSocket APIs have.
      """,
    source: "API Gateway's CreateIntegration",
    example: """
      apis:
        store:
          routes:
            POST /books: {http: https://books.example.com⟪, requestTemplates: {⟦$default⟧: '{"a": 1}'} →⟫}
      """,
    find: { model, report in
      model.forEachProperty(.integration, of: .http, only: .websocket) { property in
        report.report(
          at: property.key, "`\(property.word)` is only available on WebSocket APIs",
          help: "remove `\(property.word)`")
      }
      // The language writes none of these on an HTTP API.
      model.spec.forEachTarget { answering in
        if answering.api.value.isWebSocket { return }
        for key in answering.target.integration.messageKeys {
          report.report(
            at: key.mark, "`\(key.key)` is only available on WebSocket APIs",
            help: "remove `\(key.key)`; if this is a WebSocket API, write `type: websocket`")
        }
        // Default request parameters are for the targets that pass on a request.
        if case .aws(let target) = answering.target, let mark = target.requestParametersMark {
          report.report(
            at: mark, "`requestParameters` of an action are only available on WebSocket APIs",
            help: "write `parameters`")
        }
      }
    })

  /// An action that is only known at deployment.
  static let actionFromFunction = Rule(
    id: "INT040",
    severity: .error,
    summary: "`aws` action given by an intrinsic function",
    why:
      "The parameters and the role of an action depend on its name, so the name must be known when the template is written.",
    source: "the language reference",
    example: """
      parameters:
        Action: {Type: String}
      apis:
        store:
          routes:
            POST /orders:
              aws: ⟦!Ref Action → SQS-SendMessage⟧
              parameters:
                QueueUrl: https://sqs.eu-west-1.amazonaws.com/111122223333/orders
                MessageBody: $request.body
      ⟪
      outputs:
        Action: {Value: !Ref Action}
      →
      outputs:
        Action: {Value: !Ref Action}
      ⟫
      """,
    isEssential: true,
    find: { model, report in
      model.spec.forEachTarget { answering in
        guard case .aws(let target) = answering.target, !answering.api.value.isWebSocket,
          case .intrinsic = target.name.content
        else { return }
        report.report(
          at: target.name.mark, "the action must be a literal, found an intrinsic function",
          help: "write its name, such as `SQS-SendMessage`")
      }
    })
}
