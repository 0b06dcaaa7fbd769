import CloudFormation
import Support
import Testing

/// Resources and references with conditions.
struct ConditionalReferenceTests {
  private let head = """
    conditions:
      C: !Equals [!Ref AWS::Region, eu-west-1]
      D: !Equals [!Ref AWS::Region, eu-west-2]
      Both: !And [!Condition C, !Equals [!Ref AWS::AccountId, '111122223333']]
    resources: {Q: {Type: AWS::SQS::Queue, Condition: C}}

    """

  private func findings(_ spec: String) -> [String] { found(Compiled(head + spec)) }

  private func found(_ compiled: Compiled) -> [String] {
    compiled.findings.filter { $0.id == "REF011" }.map { "\($0.id) \($0.message)" }
  }

  @Test func aRoleHasTheConditionOfItsQueue() {
    let compiled = Compiled(
      head + "apis: {s: {routes: {POST /b: {sqs: Q, condition: C}, GET /c: 'https://example.com'}}}")
    #expect(compiled.errors == [])
    #expect(compiled.resources("AWS::IAM::Role").map(\.condition) == ["C"])
  }

  @Test(arguments: ["condition: C, ", "condition: Both, "])
  func aConditionThatImpliesTheOther(_ condition: String) {
    #expect(findings("apis: {s: {routes: {POST /b: {\(condition)sqs: Q}}}}") == [])
  }

  @Test(arguments: ["", "condition: D, "])
  func aConditionThatDoesNot(_ condition: String) {
    #expect(
      findings("apis: {s: {routes: {POST /b: {\(condition)sqs: Q}}}}")
        == ["REF011 `Q` only exists where the condition `C` is true"])
  }

  @Test func onlyTheRouteWithoutTheConditionIsReported() {
    let compiled = Compiled(head + "apis: {s: {routes: {POST /b: {sqs: Q, condition: C}, POST /c: {sqs: Q}}}}")
    #expect(found(compiled).count == 1)
  }

  @Test func insideIf() {
    #expect(findings("outputs: {U: {Value: !If [C, !Ref Q, none]}}") == [])
    #expect(findings("outputs: {U: {Value: !If [Both, !Ref Q, none]}}") == [])
    #expect(findings("outputs: {U: {Condition: C, Value: !Ref Q}}") == [])
    #expect(findings("outputs: {U: {Value: !If [C, none, !Ref Q]}}").count == 1)
    #expect(findings("outputs: {U: {Value: !Ref Q}}").count == 1)
  }
}
