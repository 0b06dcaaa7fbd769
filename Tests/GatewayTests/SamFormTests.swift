import Testing

@testable import Gateway

/// The kinds of values of SAM's properties.
@Suite struct SamFormTests {
  @Test(arguments: SamProperties.all)
  func everyPropertyWithAKindExists(_ type: String) {
    let known = SamProperties.of(type) ?? []
    let named = SamForms.properties(of: String(type.dropFirst(SamProperties.prefix.count))).map(\.name)
    #expect(named.allSatisfy(known.contains), "\(named.filter { !known.contains($0) })")
  }

  @Test(arguments: [
    "AlexaSkill", "Api", "CloudWatchEvent", "CloudWatchLogs", "Cognito", "DocumentDB", "DynamoDB", "EventBridgeRule",
    "HttpApi", "IoTRule", "Kinesis", "MQ", "MSK", "S3", "SNS", "SQS", "Schedule", "ScheduleV2", "SelfManagedKafka",
  ])
  func everyPropertyOfAnEventExists(_ type: String) {
    let known = SamProperties.ofEvent(type)?.all ?? []
    let named = SamForms.properties(ofEvent: type).map(\.name)
    #expect(named.allSatisfy(known.contains), "\(named.filter { !known.contains($0) })")
  }

  @Test func kindsThatCloudFormationKnowsAreFound() {
    let forms = SamForms.properties(of: "SimpleTable")
    #expect(forms["SSESpecification"]?.form.at(["SSEEnabled"][...]) != nil)
    #expect(forms["PrimaryKey"]?.form.at(["Type"][...])?.limit != nil)
  }
}
