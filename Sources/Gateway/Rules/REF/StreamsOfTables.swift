import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// Streams of DynamoDB tables.
  static let streamOfTable = Rule(
    id: "REF018",
    severity: .error,
    summary: "ARN of a stream of a DynamoDB table that has none, or of the table instead of its stream",
    why: """
      A table has a stream, and with it the attribute `StreamArn`, only if it has a `StreamSpecification`. Without it the
      deployment fails at the reference. Lambda reads the stream of a table, which has an ARN of its own.
      """,
    source: """
      CloudFormation's pages of AWS::DynamoDB::Table and AWS::DynamoDB::GlobalTable ("You must specify the StreamSpecification \
      property to use this attribute"); Lambda's CreateEventSourceMapping (EventSourceArn)
      """,
    example: """
      functions:
        count: {runtime: nodejs24.x, handler: index.handler, code: src/count, policies: AWSLambdaDynamoDBExecutionRole}
      resources:
        Orders:
          Type: AWS::DynamoDB::Table
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties:
            BillingMode: PAY_PER_REQUEST
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
            ⟪→
            StreamSpecification: {StreamViewType: NEW_IMAGE}
            ⟫
        Count:
          Type: AWS::Lambda::EventSourceMapping
          Properties: {FunctionName: !Ref functions.count, EventSourceArn: ⟦!GetAtt Orders.StreamArn⟧, StartingPosition: LATEST}
      """,
    check: { model, report in
      let tables = ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"].flatMap { model.resources($0) }
      let simple = Set(model.resources("AWS::Serverless::SimpleTable").map(\.id))
      if tables.isEmpty, simple.isEmpty { return }
      let ids = Set(tables.map(\.id))
      for mapping in model.eventSources("AWS::Lambda::EventSourceMapping") {
        guard let arn = mapping["EventSourceArn"], case .getAtt(let id, "Arn") = arn.value, ids.contains(id) else {
          continue
        }
        report.report(
          at: arn, "this is the ARN of the table `\(id)`, not of its stream", help: "write `!GetAtt \(id).StreamArn`")
      }
      let streamless = simple.union(tables.filter { $0.lacks("StreamSpecification") }.map(\.id))
      if streamless.isEmpty { return }
      model.forEachStream(of: streamless) { id, mark in
        report.report(
          at: mark, "the table `\(id)` has no stream",
          help: simple.contains(id)
            ? "define the table as `AWS::DynamoDB::Table`, with a `StreamSpecification`"
            : "add `StreamSpecification: {StreamViewType: NEW_AND_OLD_IMAGES}` to the table")
      }
    })
}

extension Model {
  /// Calls `body` with the references to the streams of tables in resources and outputs.
  fileprivate func forEachStream(of tables: Set<String>, _ body: (_ table: String, Mark) -> Void) {
    for type in types {
      for resource in resources(type) where resource.isInTemplate {
        resource.properties.forEachStream(of: tables, body)
      }
    }
    for output in names.spec.outputs {
      guard let value = names.tree.value(ofOutput: output.value.node) else { continue }
      // In a scenario, an output may be absent.
      if !branches.isEmpty, template.outputs[output.name] == nil { continue }
      if let table = spec.values.value(value).stream(of: tables) { body(table, names.tree.mark(value)) }
    }
  }
}

extension Model.Property {
  fileprivate func forEachStream(of tables: Set<String>, _ body: (_ table: String, Mark) -> Void) {
    switch value {
    case .getAtt,
      .object where isFunction:
      for branch in branches {
        if let table = branch.value.stream(of: tables) { body(table, branch.mark) }
      }
    case .object: for member in members { member.forEachStream(of: tables, body) }
    case .list: for item in items ?? [] { item.forEachStream(of: tables, body) }
    default: break
    }
  }
}

extension Value {
  /// The first of the tables whose stream a text names.
  fileprivate func stream(of tables: Set<String>) -> String? {
    guard let text = spelled, text.mentions(".StreamArn}") else { return nil }
    return SpelledReference.all(in: text).found.first { $0.attribute == "StreamArn" && tables.contains($0.id) }?.id
  }
}
