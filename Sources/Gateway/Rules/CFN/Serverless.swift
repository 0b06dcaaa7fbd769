import Diagnostics
import SpecReading
import YAMLTree

/// Resources of AWS SAM next to the APIs of the spec.
extension Rule {
  static let serverlessWithoutTransform = Rule(
    id: "CFN023",
    severity: .error,
    premise: .spec,
    summary: "resource of AWS SAM without its transform",
    why: """
      CloudFormation does not know `AWS::Serverless::` types by itself: "Transform … is required". AWS SAM's macro replaces them
      by resources.
      """,
    source: "AWS SAM's specification, on the Transform section",
    example: """
      ⟪→
      transform: AWS::Serverless-2016-10-31
      ⟫
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Orders:
          Type: ⟦AWS::Serverless::Function⟧
          Properties: {Runtime: nodejs24.x, Handler: index.handler, InlineCode: "exports.handler = async () => ({})"}
      """,
    check: { model, report in
      if model.spec.isSAM || model.spec.hasMacros { return }
      let tree = model.names.tree
      let types = model.names.spec.resources.compactMap { tree.value("Type", in: $0.value.node) }.filter {
        tree.string($0).hasPrefix(SamProperties.prefix)
      }
      guard let first = types.first else { return }
      report.report(
        at: tree.mark(first), "`\(tree.string(first))` is a type of AWS SAM",
        related: types.dropFirst().map { Related(message: "so is this one", mark: tree.mark($0)) },
        help: "add `transform: AWS::Serverless-2016-10-31` at the top level")
    })

  static let serverlessEvent = Rule(
    id: "CFN024",
    severity: .warning,
    premise: .element,
    summary: "`HttpApi` or `Api` event of a SAM function",
    why: """
      For an `HttpApi` event without `ApiId`, or an `Api` event without `RestApiId`, AWS SAM creates an API of its own, beside
      the APIs of the spec: an HTTP API or a REST API. The function is then reachable at two URLs, and the second one lacks the
      settings of the first.
      """,
    source: "AWS SAM's specification, HttpApi and Api event sources",
    example: """
      transform: AWS::Serverless-2016-10-31
      apis:
        store:
          routes:
            GET /books: Books
      resources:
        Books:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            InlineCode: "exports.handler = async () => ({statusCode: 200})"
            ⟪
            Events:
              ⟦List⟧: {Type: HttpApi, Properties: {Path: /books, Method: get}}
            →⟫
      """,
    check: { model, report in
      if model.apis.all.allSatisfy({ $0.resource?.source == .serverless }) { return }
      model.forEachServerlessEvent { event, function in
        guard let type = event["Type"]?.text, let owner = owners[type] else { return }
        let properties = event["Properties"]
        if let api = properties?[owner] {
          guard let other = model.resource(api, of: ResourceType.api.name), other.source != .serverless else {
            return
          }
          return report.report(
            at: event.key, "AWS SAM creates no route for this event: the API is not one of its own",
            help: "write the route in the API's `routes`")
        }
        let path = properties?["Path"]?.text
        let method = properties?["Method"]?.text?.uppercased() ?? "ANY"
        let key = path.map { $0.hasPrefix("/") ? "\(method) \($0)" : $0 } ?? "$default"
        report.report(
          at: event.key,
          "AWS SAM creates \(type == "Api" ? "a REST API" : "an API") of its own for this event",
          help: "remove it, and write the route `\(key): \(function.id)`")
      }
    })

  static let serverlessEventType = Rule(
    id: "CFN031",
    severity: .error,
    summary: "unknown event type of a SAM resource",
    why: "AWS SAM rejects the template: \"Event with id [ID] is invalid\". It has the types of its own list.",
    source: "AWS SAM's specification, EventSource; the list of types in aws-sam-translator 1.115",
    example: """
      transform: AWS::Serverless-2016-10-31
      apis:
        store:
          routes:
            GET /books: Books
      resources:
        Books:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            InlineCode: "exports.handler = async () => ({statusCode: 200})"
            Events: {Daily: {Type: ⟦Schedules → Schedule⟧, Properties: {Schedule: rate(1 day)}}}
      """,
    check: { model, report in
      for (type, known) in eventTypes {
        for resource in model.resources("AWS::Serverless::\(type)") {
          for event in resource["Events"]?.members ?? [] {
            guard let type = event["Type"], let text = type.text, !known.contains(text) else { continue }
            report.report(
              at: type, "AWS SAM has no event type \(Reader.quoted(text)) here",
              help: text.lowercased().hasPrefix("websocket")
                ? "write the route in `Routes` of an `\(ServerlessApi.webSocketType)`"
                : Suggestion.help(for: text, among: known))
          }
        }
      }
    })

  /// The types of events, by SAM's type.
  private static let eventTypes = [
    (
      "Function",
      [
        "AlexaSkill", "Api", "CloudWatchEvent", "CloudWatchLogs", "Cognito", "DocumentDB", "DynamoDB",
        "EventBridgeRule", "HttpApi", "IoTRule", "Kinesis", "MQ", "MSK", "S3", "SNS", "SQS", "Schedule", "ScheduleV2",
        "SelfManagedKafka",
      ]
    ),
    ("StateMachine", ["Api", "CloudWatchEvent", "EventBridgeRule", "Schedule", "ScheduleV2"]),
  ]

  /// The property with the ID of the API for each type of event that creates one without it.
  private static let owners = ["HttpApi": "ApiId", "Api": "RestApiId"]
}
