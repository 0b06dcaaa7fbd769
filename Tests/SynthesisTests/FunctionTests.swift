import CloudFormation
import Support
import Testing

/// Arguments of functions, and the form of sections, as CloudFormation checks them.
struct FunctionTests {
  private static let head = """
    parameters: {P: {Type: String}, L: {Type: CommaDelimitedList}}
    mappings: {M: {a: {k: v}}}
    resources: {T: {Type: AWS::SNS::Topic}}

    """

  private func errors(_ text: String) -> [String] { Compiled(text).errors }

  @Test(arguments: [
    ("!Join ['-', !Ref P]", "the list of `!Join` must be a list, found `!Ref`"),
    ("!Join ['-']", "`!Join` expects a separator and a list, found 1 argument"),
    ("!Join [!Ref P, [a]]", "the separator of `!Join` cannot be `!Ref`"),
    ("!Join ['-', [!GetAZs '']]", "the item of `!Join` cannot be `!GetAZs`"),
    ("!Select [x, !Ref L]", "the index of `!Select` must be an integer from 0, found `x`"),
    ("!Select [2, [a, b]]", "the list of `!Select` has no index 2"),
    ("!If {C: x}", "`!If` expects a condition name and two values, found a mapping"),
    ("{Fn::Sub: !Ref P}", "`!Sub` expects a string, or a list of a string and a mapping"),
    ("{Ref: !Ref P}", "`Ref` expects a name, found `!Ref`"),
    ("{Fn::Length: !Ref L}", "`Fn::Length` needs the transform `AWS::LanguageExtensions`"),
    ("{Fn::Sub: a, x: b}", "`Fn::Sub` must be the only key of its mapping"),
  ])
  func arguments(_ written: String, _ message: String) {
    let spec = Self.head.replacing("AWS::SNS::Topic", with: "AWS::X::Y, Properties: {V: \(written)}")
    #expect(errors(spec) == ["CFN025 \(message)"])
  }

  @Test(arguments: [
    "!Join ['-', !Ref L]", "!Join ['-', [!GetAtt T.TopicName, a, 1]]", "!Select ['0', !Split [',', !Ref P]]",
    "!FindInMap [M, !Ref P, k]", "!Select [0, !GetAZs '']", "{Fn::Base64: !Sub '${P}'}",
  ])
  func rightArguments(_ written: String) {
    #expect(errors(Self.head + "outputs: {O: {Value: \(written)}}") == [])
  }

  @Test func languageExtensionsEvaluateNames() {
    let text = "transform: AWS::LanguageExtensions\n" + Self.head + "outputs: {O: {Value: {Ref: !Sub '${P}'}}}"
    #expect(errors(text) == [])
    #expect(Compiled(text).output("O") == ["Ref": ["Fn::Sub": "${P}"]])
  }

  @Test func namesOfLoopsAreComputed() {
    func loop(_ name: String) -> String {
      """
      transform: AWS::LanguageExtensions
      resources:
        Fn::ForEach::Topics: [N, [One, Two], {"Topic${N}": {Type: AWS::SNS::Topic, Properties: {TopicName: !Ref N}}}]
      outputs: {O: {Value: !Ref \(name)}}
      """
    }
    #expect(errors(loop("TopicTwo")) == [])
    #expect(errors(loop("TopicThree")) == ["REF001 there is no `TopicThree` to refer to"])
  }

  @Test(arguments: [
    ("conditions: {A: 'Equals [a, b]'}", "CFN026 the condition `A` must be a function, found `Equals [a, b]`"),
    ("conditions: {A: !Equals [a]}", "CFN025 `!Equals` expects two values, found 1 argument"),
    ("conditions: {A: !Not [!Condition B], B: !Not [!Condition A]}", "REF003 circular conditions: A → B → A"),
    ("rules: {A: {Assertion: []}}", "CFN026 the rule `A` has no key `Assertion`"),
    ("rules: {A: {Assertions: [{Assert: !Sub a}]}}", "CFN006 `!Sub` is not evaluated in rules"),
    ("outputs: {A: {value: a}}", "CFN026 the output `A` has no key `value`"),
    ("outputs: {A: {Value: {ref: P}}}", "CFN026 `Value` of the output `A` must be a string, found a mapping"),
    ("outputs: {A_B: {Value: a}}", "SPEC007 `A_B` is not a valid name in `outputs`"),
    ("overrides: {T: {Properties: a}}", "CFN026 `Properties` of a resource must be a mapping, found `a`"),
  ])
  func sections(_ section: String, _ message: String) {
    #expect(errors(Self.head + section) == [message])
  }

  @Test func includesAreAcceptedAnywhere() {
    let include = "{Fn::Transform: {Name: AWS::Include, Parameters: {Location: 's3://shared/a.yaml'}}}"
    for section in ["mappings: \(include)", "mappings: {M: \(include)}", "resources: {T: \(include)}"] {
      #expect(errors(section + "\napis: {a: {routes: {GET /: 'https://example.org'}}}") == [])
    }
  }
}
