import SpecReading
import TextSearch

extension Rule {
  static let executionWithoutInput = Rule(
    id: "INT043",
    severity: .note,
    summary: "state machine execution without input",
    why: """
      `StartExecution` passes on what is mapped to `Input` only. Without it the execution gets an empty object, and the body of the
      request is discarded.
      """,
    source: "Step Functions' API reference of StartExecution (input)",
    example: """
      resources:
        Flow:
          Type: AWS::StepFunctions::StateMachine
          Properties:
            RoleArn: arn:aws:iam::111122223333:role/flow
            Definition: {StartAt: A, States: {A: {Type: Pass, End: true}}}
        Start:
          Type: AWS::ApiGatewayV2::Integration
          Properties:
            ApiId: !Ref apis.store
            IntegrationType: AWS_PROXY
            IntegrationSubtype: StepFunctions-StartExecution
            PayloadFormatVersion: "1.0"
            CredentialsArn: arn:aws:iam::111122223333:role/caller
            RequestParameters: {StateMachineArn: ⟦!Ref Flow⟧⟪→ , Input: $request.body⟫}
        Orders:
          Type: AWS::ApiGatewayV2::Route
          Properties: {ApiId: !Ref apis.store, RouteKey: POST /orders, Target: !Sub "integrations/${Start}"}
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let name = integration.subtype?.name, name.hasPrefix("StepFunctions-Start"),
          let parameters = integration["RequestParameters"], !parameters.isFunction, parameters["Input"] == nil,
          // `Input: null` is written on purpose.
          !integration.removes("Input"), !integration.misspells("Input")
        else { return }
        report.report(
          at: parameters["StateMachineArn"] ?? parameters, "the execution gets no input: the request body is discarded",
          help: "add `Input: $request.body` to `\(integration.parametersWord)`")
      }
    })

  static let messageAttributes = Rule(
    id: "INT044",
    severity: .warning,
    summary: "`MessageAttributes` that is not a JSON object of attributes",
    why: """
      `MessageAttributes` is a string with a JSON object: each attribute has `DataType`, and `StringValue` or `BinaryValue`. SQS
      rejects a message with anything else.
      """,
    source: "SQS's API reference of SendMessage; terraform-provider-aws#17348",
    example: """
      resources:
        Orders: {Type: AWS::SQS::Queue}
      apis:
        store:
          routes:
            POST /orders:
              sqs: Orders
              parameters:
                MessageBody: $request.body
                MessageAttributes: ⟦kind=order → '{"kind": {"DataType": "String", "StringValue": "order"}}'⟧
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        for name in ["MessageAttributes", "MessageSystemAttributes"] {
          guard let given = integration["RequestParameters"]?[name] else { continue }
          let open =
            given.openText {
              !$0.start.isEmpty && (!$0.start.hasPrefix("{") || $0.isBrokenJSON)
            }.map { [(given, $0)] } ?? []
          for (given, text) in given.choices + open where !text.hasPrefix("$") {
            var json = JSONCheck(text)
            let isObject = text.hasPrefix("{") && json.firstFlaw == nil && text.contains("\"DataType\"")
            if isObject {
              let types = dataTypes(in: text)
              if ["StringValue", "BinaryValue"].map({ text.ranges(of: "\"\($0)\"").count }).reduce(0, +) < types.count {
                report.report(
                  at: given, "an attribute has no `StringValue` or `BinaryValue`",
                  help: #"write, for example, `'{"kind": {"DataType": "String", "StringValue": "order"}}'`"#)
              }
              guard let type = types.first(where: { !isDataType($0) }) else { continue }
              report.report(
                at: given, "SQS does not have a data type \(Reader.quoted(type))",
                help:
                  "the types are `String`, `Number` and `Binary`, each with a suffix of your own such as `Number.int`"
              )
              continue
            }
            report.report(
              at: given, "`\(name)` is not a JSON object of attributes",
              help: #"write, for example, `'{"kind": {"DataType": "String", "StringValue": "order"}}'`"#)
          }
        }
      }
    })

  static let actionWithoutBody = Rule(
    id: "INT049",
    severity: .warning,
    premise: .part,
    summary: "action that needs the request body on a route without one",
    why: """
      Clients send no body with `GET` and `HEAD`, so that `$request.body` is empty. The service rejects a request without a parameter that it
      requires, and the client gets status 400.
      """,
    source: "RFC 9110, section 9.3.1; the API references of the services",
    example: """
      resources:
        Orders: {Type: AWS::SQS::Queue}
      apis:
        store:
          routes:
            ⟦GET /orders → POST /orders⟧: {sqs: Orders}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let subtype = integration.subtype,
          let parameter = integration.requestParameters.first(where: {
            subtype.required.contains($0.name) && ($0.text?.hasPrefix("$request.body") ?? false)
          })
        else { return }
        for line in integration.lines where !line.keys.isEmpty && line.keys.allSatisfy(\.hasNoBody) {
          report.report(
            only: line.routes[0].mark,
            "a `\(line.keys[0].text.prefix { $0 != " " })` request has no body for `\(parameter.name)`",
            help:
              "use `POST`, or map another value such as `$request.querystring.NAME` in `\(integration.parametersWord)`")
        }
      }
    })
}

extension RouteKey {
  /// Whether clients send no body.
  fileprivate var hasNoBody: Bool {
    if case .http("GET", _) = form { return true }
    if case .http("HEAD", _) = form { return true }
    return false
  }
}

extension Rule {
  /// The words behind `"DataType":` in JSON.
  private static func dataTypes(in json: String) -> [String] {
    json.parts(separatedBy: "\"DataType\"").dropFirst().compactMap { part in
      let value = part.drop { $0 == " " || $0 == ":" }
      return value.first == "\"" ? String(value.dropFirst().prefix { $0 != "\"" }) : nil
    }
  }

  private static func isDataType(_ text: String) -> Bool {
    text.contains("$") || ["String", "Number", "Binary"].contains(String(text.prefix { $0 != "." }))
  }
}

extension Model.Integration {
  /// Whether the author removes a parameter with `null`.
  fileprivate func removes(_ name: String) -> Bool {
    (target?.integration as? any ServiceIntegration)?.parameters.entries.contains { $0.name == name && $0.value == nil }
      ?? false
  }
}
