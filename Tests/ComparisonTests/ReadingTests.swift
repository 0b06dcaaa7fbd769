import CloudFormation
import Comparison
import Testing
import YAMLTree

@Suite struct ReadingTests {
  private func read(_ text: String) throws -> Template {
    try Template(reading: Source(path: "x.json", bytes: Array(text.utf8)))
  }

  private func queue(_ value: String) -> String {
    #"{"Resources": {"Q": {"Type": "AWS::SQS::Queue", "Properties": {"P": \#(value)}}}}"#
  }

  /// JSON gives the same values as the same text in YAML.
  @Test(
    arguments: [
      ("\"a\\n\\\"\\u00e9\\/\"", .string("a\n\"é/")), ("-1.5e3", .number("-1.5e3")), ("true", true),
      ("null", .null), ("[]", []), ("{}", [:]), (#"[1, {"Ref": "A"}]"#, [.number("1"), .ref("A")]),
      (#"{"Fn::GetAtt": ["A", "Arn"]}"#, .getAtt("A", "Arn")), (#"{"Fn::GetAtt": "A.B.C"}"#, .getAtt("A", "B.C")),
      (#"{"Ref": "A", "B": 1}"#, ["Ref": "A", "B": 1]),
    ] as [(String, Value)])
  func values(_ text: String, _ value: Value) throws {
    #expect(try read(queue(text))["Q"]?.properties["P"] == value)
    let yaml = try read("# YAML\n" + queue(text))["Q"]?.properties["P"]
    #expect(yaml.map { $0.isSame(as: value) } == true)
  }

  @Test func pairsOfCodeUnits() throws {
    #expect(try read(queue(#""\ud83d\ude00""#))["Q"]?.properties["P"] == "😀")
  }

  @Test func shortTags() throws {
    let text =
      "Resources: {Q: {Type: AWS::SQS::Queue, Properties: {P: !Join ['', [!Ref A, !GetAtt B.C]], D: !If [C, 1, true]}}}"
    let properties = try read(text)["Q"]?.properties
    #expect(properties?["P"] == ["Fn::Join": ["", [.ref("A"), .getAtt("B", "C")]]])
    #expect(properties?["D"] == ["Fn::If": ["C", "1", true]])
  }

  @Test(arguments: [
    ("{\"Resources\": {", "line "), ("[1]", "line 1: "), ("", "empty"), ("a: 1", "no `Resources`"),
    ("{\"Resources\": []}", "no `Resources`"), ("{\"a\": \"\\ud800\"}", "line 1"), ("{\"a\": 1}x", "line 1"),
    (String(repeating: "[", count: 100_000), "line 1"),
  ])
  func aFileThatIsNoTemplateIsExplained(_ text: String, _ words: String) throws {
    let problem = #expect(throws: TemplateProblem.self) { try read(text) }
    #expect(problem?.message.contains(words) == true, "\(problem?.message ?? "")")
  }

  @Test func aliasesDoNotMultiply() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text += "a\(level): &a\(level) [\((0..<10).map { _ in "*a\(level - 1)" }.joined(separator: ", "))]\n"
    }
    #expect(throws: TemplateProblem.self) { try read(text + "Resources: {}\n") }
  }
}
