import CloudFormation
import Support
import Testing

/// Places that are written without a function: `functions.books`.
@Suite struct PlainPlaceTests {
  private func spec(_ outputs: String = "{}", on resources: String = "Table", route: String = "books") -> Compiled {
    Compiled(
      """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: "exports.handler = async () => ({})"}
          policies: {allow: "lambda:InvokeFunction", on: \(resources)}
        other: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:other"}
        worker: {runtime: nodejs24.x, handler: index.handler, code: {inline: "exports.handler = async () => ({})"}}
      userPools:
        readers: {clients: shop}
      apis:
        store:
          routes:
            GET /books: \(route)
      resources:
        Table:
          Type: AWS::DynamoDB::Table
          DeletionPolicy: Delete
          UpdateReplacePolicy: Delete
          Properties:
            BillingMode: PAY_PER_REQUEST
            KeySchema: [{AttributeName: id, KeyType: HASH}]
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      outputs: \(outputs)
      """)
  }

  @Test(arguments: [
    ("functions.worker", Value.ref("WorkerFunction")), ("functions.worker.Arn", .getAtt("WorkerFunction", "Arn")),
    ("functions.other", "arn:aws:lambda:eu-west-1:111122223333:function:other"), ("Table", .ref("Table")),
    ("userPools.readers.clients.shop", .ref("ReadersShopUserPoolClient")), ("resources.Table", .ref("Table")),
    ("apis.store.ApiEndpoint", .getAtt("StoreApi", "ApiEndpoint")),
    ("!GetAtt functions.other.Arn", "arn:aws:lambda:eu-west-1:111122223333:function:other"),
    ("{Ref: functions.other}", "arn:aws:lambda:eu-west-1:111122223333:function:other"), ("!Sub constant", "constant"),
  ])
  func inOutputs(_ place: String, _ value: Value) {
    let spec = spec("{Made: \(place)}")
    #expect(spec.errors.isEmpty)
    #expect(spec.template.outputs["Made"] == ["Value": value])
  }

  @Test(arguments: [
    ("functions.worker", Value.getAtt("WorkerFunction", "Arn")),
    ("functions.worker.Arn", .getAtt("WorkerFunction", "Arn")),
    ("functions.other", "arn:aws:lambda:eu-west-1:111122223333:function:other"),
    ("userPools.readers", .getAtt("ReadersUserPool", "Arn")), ("Table", .getAtt("Table", "Arn")),
  ])
  func inPolicies(_ place: String, _ arn: Value) {
    let spec = spec(on: place)
    #expect(spec.errors.isEmpty)
    #expect(spec["functions.books.role"]?.properties["Policies"]?.allowed == [arn])
  }

  @Test func whatDoesNotExistIsReported() {
    #expect(
      spec("{Made: functions.worke}").findings.contains { $0.message.contains("there is no `worke` in `functions`") })
    #expect(spec(on: "functions.worke").findings.contains { $0.message.contains("there is no `worke` in `functions`") })
    #expect(spec(on: "apis.store").findings.contains { $0.message.contains("has no attribute `Arn`") })
  }

  @Test(arguments: [
    ("functions.books", "write `books`"), ("{lambda: functions.books}", "write `books`"),
    ("{sqs: resources.Table}", "write `Table`"),
  ])
  func aNameIsNotAPlace(_ target: String, _ help: String) {
    #expect(spec(route: target).findings.contains { $0.help == help })
  }
}

extension Value {
  /// The resources of the only statement of the last policy.
  fileprivate var allowed: Value? {
    guard case .list(let policies) = self, let document = policies.last?.object?["PolicyDocument"]?.object,
      case .list(let statements)? = document["Statement"]
    else { return nil }
    return statements.first?.object?["Resource"]
  }
}
