import Support
import Testing

/// A spec with a variable: an API with a route to a URL.
private func spec(_ url: String, _ rest: String = "") -> String {
  rest + "apis:\n  store:\n    routes:\n      GET /docs: \(url)\n"
}

@Suite struct VariableTests {
  @Test func variablesInValuesAndKeys() {
    let result = Compiled(
      """
      variables: {stage: dev, host: "$(stage).example.com", path: docs, memory: 256, section: functions}
      $(section):
        books$(stage):
          runtime: nodejs24.x
          handler: index.handler
          code: {inline: "exports.handler = async () => ({});"}
          memory: $(memory)
          environment: {STAGE: $(stage)}
      apis:
        store:
          name: "store ($(stage))"
          routes:
            GET /$(path): https://$(host)/docs
            GET /books: books$(stage)
      resources:
        Topic:
          Type: AWS::SNS::Topic
          Properties:
            DisplayName: !Sub "${AWS::StackName}-$(stage)"
            FifoTopic: $(fifo)
            ArchivePolicy: {days: $(memory), text: "$(memory)"}
      """, set: ["fifo": "true"])
    #expect(result.reports == [])
    #expect(result.json("BooksdevFunction", "MemorySize") == "256")
    #expect(result.json("StoreApi", "Name") == "\"store (dev)\"")
    #expect(result.json("StoreGetDocsRoute", "RouteKey") == "\"GET /docs\"")
    #expect(result.json("Topic", "DisplayName") == #"{"Fn::Sub":"${AWS::StackName}-dev"}"#)
    #expect(result.json("Topic", "FifoTopic") == "true")
    #expect(result.json("Topic", "ArchivePolicy") == #"{"days":256,"text":"256"}"#)
  }

  @Test(
    arguments: [
      (nil, [:], "dev.example.com"), ("prod", [:], "www.example.com"), ("test", [:], "dev.example.com"),
      ("prod", ["host": "$(own)"], "$(own)"), (nil, ["stage": "x"], "x.example.com"),
    ] as [(String?, [String: String], String)])
  func settingsOverrideEnvironmentsAndVariables(_ env: String?, _ set: [String: String], _ host: String) {
    let result = Compiled(
      spec(
        "https://$(host)/",
        "variables: {host: $(stage).example.com, stage: dev}\nenvironments:\n  prod: {host: www.example.com}\n  test:\n"
      ),
      env: env, set: set)
    #expect(result.reports == [])
    #expect(result.template.resources.contains { $0.properties["IntegrationUri"] == .string("https://\(host)/") })
    #expect(result.offered?.environments == ["prod", "test"])
    #expect(result.offered?.variables == ["host", "stage"])
  }

  @Test(arguments: [
    ("$$(name)", "$(name)"), ("$$$(name)", "$$(name)"), ("a$$(", "a$("), ("$5 ($x)", "$5 ($x)"), ("$", "$"),
    ("$$(a)$(v)$$(b)", "$(a)x$(b)"),
  ])
  func aDoubleDollarIsAnEscape(_ written: String, _ read: String) {
    let result = Compiled(
      "variables: {v: x}\ndescription: '\(written)'\nstack: a$(v)\napis: {a: {routes: {$default: https://a.example.com}}}\n"
    )
    #expect(result.reports == [])
    #expect(result.template.description == .string(read))
  }

  private static let mistakes: [(String, [String])] = [
    (
      spec("https://$(hots)/", "variables: {host: a.example.com}\n"),
      [
        "spec.yaml:1:13+4: warning: unused variable `host` [VAR004] (`$(hots)` is used)",
        "spec.yaml:5:26+7: error: undefined variable `hots` [VAR001] (did you mean `$(host)`?)",
      ]
    ),
    (
      spec("https://$(host)/", "environments: {dev: {host: a.example.com}, prod: {host: b.example.com}}\n"),
      [
        "spec.yaml:5:26+7: error: undefined variable `host` [VAR001]"
          + " (it is defined in the environments `dev`, `prod`: select one with --env)"
      ]
    ),
    (
      spec("https://$(b)/", "variables: {a: $(b), b: x$(a)}\n"),
      [
        "spec.yaml:1:16+4: error: the variable `b` refers to itself [VAR002]"
          + " <- spec.yaml:1:22+1 (remove the reference to itself from one of the variables in the cycle)"
      ]
    ),
    (
      spec("https://a.example.com", "variables: {a: $(b), b: $(a)}\n"),
      [
        "spec.yaml:1:25+4: error: the variable `a` refers to itself [VAR002]"
          + " <- spec.yaml:1:13+1 (remove the reference to itself from one of the variables in the cycle)"
      ]
    ),
    (
      "description: |\n  $(date +%s) and $(date\n" + spec("https://a.example.com"),
      [
        "spec.yaml:2:3+11: error: `$(date +%s)` is not a valid variable [VAR003]"
          + " (write `$(name)` with letters, digits, `-` and `_`; for a literal `$(` write `$$(`)",
        "spec.yaml:2:19+6: error: `$(date` is not a valid variable [VAR003]"
          + " (write `$(name)` with letters, digits, `-` and `_`; for a literal `$(` write `$$(`)",
      ]
    ),
    (
      spec("https://$(a)$(b)/", "variables: {a: [x], b: !Ref X}\n"),
      [
        "spec.yaml:1:16+3: error: expected a string, found a list [SPEC003] (write `x` directly)",
        "spec.yaml:1:24+6: error: expected a string, found a function [SPEC004]"
          + " (write a literal: the template depends on this value, but functions are evaluated at deployment)",
      ]
    ),
    (
      "variables: {a: x, b: x}\ndescription: $(a)$(b)\nresources:\n  X$(a): {Type: AWS::SNS::Topic}\n  X$(b): {Type: AWS::SQS::Queue}\n",
      [
        "spec.yaml:5:3+5: error: duplicate key `Xx` [YAML006]"
          + " <- spec.yaml:4:3+5 (the keys are equal after variables are replaced; rename or remove one of them)"
      ]
    ),
    (
      spec("https://a.example.com", "variables: [a]\nenvironments: {dev: x}\ndescription: $(a)\n"),
      [
        "spec.yaml:1:12+3: error: expected a mapping, found a list [SPEC003] (write `{a: …}`)",
        "spec.yaml:2:21+1: error: expected a mapping, found `x` [SPEC003]",
      ]
    ),
  ]

  @Test(arguments: mistakes)
  func mistakesAreReportedAtTheirLocation(_ text: String, _ findings: [String]) {
    #expect(Compiled(text).reports == findings)
  }

  /// An unknown value is reported once, without further errors.
  @Test func anUnknownValueCausesNoFurtherErrors() {
    let result = Compiled(
      """
      functions:
        books: {runtime: nodejs24.x, handler: index.x, code: {inline: x}, memory: $(a), timeout: $(a)}
      apis:
        store:
          routes:
            $(a): books
            GET /x: $(a)
            GET /y: {lambda: books, timeout: $(a)s}
      """)
    #expect(result.messages.allSatisfy { $0.hasSuffix("undefined variable `a` [VAR001]") })
    #expect(result.messages.count == 5)
  }

  @Test func ownKeysOverrideMergedOnesAfterReplacement() {
    let result = Compiled(
      """
      variables: {k: DisplayName}
      x-base: &base {DisplayName: base, FifoTopic: true}
      resources:
        Topic:
          Type: AWS::SNS::Topic
          Properties: {<<: *base, $(k): own}
      """)
    #expect(result.reports == [])
    #expect(result.json("Topic", "DisplayName") == "\"own\"")
    #expect(result.template["Topic"]?.properties.members.count == 2)
  }

  @Test func variablesInAnAliasAreReplacedOnce() {
    let result = Compiled(
      "variables: {v: x}\ndescription: &a '$$($(v))'\nresources: {Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: *a}}}\n"
    )
    #expect(result.reports == [])
    #expect(result.json("Topic", "DisplayName") == "\"$(x)\"")
  }

  @Test func anEmptyValueIsAString() {
    let result = Compiled(
      "variables: {v: ''}\ndescription: $(v)\nresources: {Topic: {Type: AWS::SNS::Topic, Properties: {DisplayName: $(v)}}}\n"
    )
    #expect(result.reports == [])
    #expect(result.json("Topic", "DisplayName") == "\"\"")
  }

  @Test func exponentialExpansionIsLimited() {
    let doubling = (1..<60).map { "v\($0): $(v\($0 + 1))$(v\($0 + 1))" }.joined(separator: ", ")
    let result = Compiled(spec("https://$(v1)/", "variables: {\(doubling), v60: x}\n"))
    #expect(result.messages.count == 1)
    #expect(result.messages.first?.hasSuffix("variables expand to too much text here [VAR005]") == true)
  }

  @Test func deepNestingIsLimited() {
    let chain = (1..<5_000).map { "v\($0): $(v\($0 + 1))" }.joined(separator: ", ")
    let result = Compiled(spec("https://$(v1)/", "variables: {\(chain), v5000: x}\n"))
    #expect(
      result.messages.contains { $0.hasSuffix("variables refer to each other more than 100 levels deep [VAR005]") })
  }

  @Test func anUnknownEnvironmentIsNotReportedHere() {
    let result = Compiled(spec("https://$(host)/", "environments: {dev: {host: a.example.com}}\n"), env: "prod")
    #expect(result.reports == [])
    #expect(result.offered?.environments == ["dev"])
    #expect(result.template.resources.isEmpty)
  }
}
