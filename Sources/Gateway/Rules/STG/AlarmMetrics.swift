import CloudFormation
import SpecReading

extension Rule {
  /// An alarm that never gets data.
  static let alarmOnOtherMetric = Rule(
    id: "STG035",
    severity: .warning,
    summary: "alarm on a metric or a dimension that the API does not have",
    why: """
      HTTP APIs count errors as `4xx` and `5xx`, REST APIs as `4XXError` and `5XXError`, and WebSocket APIs have other metrics. The
      dimension is `ApiId`; `ApiName` is that of REST APIs. An alarm on another metric, or on a stage that does not exist, gets
      no data and never fires.
      """,
    source: "API Gateway's pages on metrics of HTTP and WebSocket APIs",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Errors:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: AWS/ApiGateway
            MetricName: ⟦5XXError → 5xx⟧
            Dimensions: [{Name: ApiId, Value: !Ref apis.store}]
            ComparisonOperator: GreaterThanThreshold
            EvaluationPeriods: 1
            Period: 60
            Statistic: Sum
            Threshold: 1
      """,
    check: { model, report in
      for alarm in model.resources("AWS::CloudWatch::Alarm") {
        check(alarm["Namespace"], alarm["MetricName"], alarm["Dimensions"], model, &report)
        for query in alarm["Metrics"]?.items ?? [] {
          guard let metric = query["MetricStat"]?["Metric"] else { continue }
          check(metric["Namespace"], metric["MetricName"], metric["Dimensions"], model, &report)
        }
      }
    })

  private static func check(
    _ namespace: Model.Property?, _ metric: Model.Property?, _ dimensions: Model.Property?, _ model: Model,
    _ report: inout Report
  ) {
    guard namespace?.text == "AWS/ApiGateway" else { return }
    for dimension in dimensions?.items ?? [] {
      guard let value = dimension["Value"] else { continue }
      switch dimension["Name"]?.text {
      case "ApiName":
        let named = model.apis.all.first { $0.resource?["Name"]?.value == value.value }
        guard let api = named ?? value.target.flatMap({ model.apis[.ref($0)] }), let id = api.resource?.id
        else { continue }
        let place = model.names.place(ofId: id)
        report.report(
          at: dimension["Name"]?.mark ?? value.mark, "`ApiName` is a dimension of REST APIs",
          help: "write `{Name: ApiId, Value: !Ref \(place)}`")
        check(metric, of: api, &report)
      case "ApiId":
        guard let id = value.target, let api = model.apis[.ref(id)] else { continue }
        check(metric, of: api, &report)
        check(stage: dimensions?.items?.first { $0["Name"]?.text == "Stage" }?["Value"], of: api, &report)
      default: break
      }
    }
  }

  private static func check(stage: Model.Property?, of api: Model.Api, _ report: inout Report) {
    guard let stage, let text = stage.text, let names = api.stageNames, !names.contains(text) else { return }
    report.report(
      at: stage, "the API `\(api.name)` has no stage \(Reader.quoted(text))",
      help: Suggestion.help(for: text, among: names))
  }

  private static func check(_ metric: Model.Property?, of api: Model.Api, _ report: inout Report) {
    guard let isWebSocket = api.isWebSocket, let metric, let text = metric.text else { return }
    let known = isWebSocket ? metricsOfWebSocketApis : metricsOfHttpApis
    if known.contains(text) { return }
    let meant = isWebSocket ? nil : ["4XXError": "4xx", "5XXError": "5xx", "4XX": "4xx", "5XX": "5xx"][text]
    report.report(
      at: metric, "\(isWebSocket ? "a WebSocket API" : "an HTTP API") has no metric \(Reader.quoted(text))",
      help: meant.map { "write `\($0)`" } ?? Suggestion.help(for: text, among: known))
  }

  private static let metricsOfHttpApis = ["4xx", "5xx", "Count", "IntegrationLatency", "Latency", "DataProcessed"]
  private static let metricsOfWebSocketApis = [
    "ConnectCount", "MessageCount", "IntegrationError", "ClientError", "ExecutionError", "IntegrationLatency",
  ]
}
