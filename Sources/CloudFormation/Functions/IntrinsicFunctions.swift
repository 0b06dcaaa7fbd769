extension IntrinsicFunction {
  /// All functions, with what each argument may be (source: cfn-lint's schemas of functions, the User Guide).
  public static let all: [IntrinsicFunction] = values + conditions + rules

  // MARK: Functions that return values

  private static let texts = [
    "Fn::Base64", "Fn::FindInMap", "Fn::GetAtt", "Fn::If", "Fn::ImportValue", "Fn::Join", "Fn::Select", "Fn::Sub",
    "Ref",
  ]
  private static let numbers = [
    "Fn::FindInMap", "Fn::GetAtt", "Fn::If", "Fn::ImportValue", "Fn::Select", "Fn::Sub", "Ref",
  ]
  private static let value = Argument("value", .any, nil)
  private static let key = keyOrName("key")
  private static func keyOrName(_ noun: String) -> Argument {
    Argument(
      noun, .text, ["Fn::FindInMap", "Ref"],
      extended: ["Fn::Join", "Fn::Sub", "Fn::If", "Fn::Select", "Fn::Length", "Fn::ToJsonString"])
  }
  /// The functions that `Ref` and `Fn::GetAtt` accept for a name with `AWS::LanguageExtensions`.
  public static let ofNames = [
    "Ref", "Fn::Base64", "Fn::FindInMap", "Fn::If", "Fn::Join", "Fn::Sub", "Fn::ToJsonString",
  ]

  private static let values: [IntrinsicFunction] = [
    IntrinsicFunction("Ref", .special, "a name", result: [.text, .list], parts: [.values, .conditions, .rules]),
    IntrinsicFunction("Fn::GetAtt", .special, "a logical ID and an attribute", result: .any, parts: [.values]),
    IntrinsicFunction("Fn::Sub", .special, "a string, or a list of a string and a mapping", result: .text),
    IntrinsicFunction("Fn::Transform", .special, "a macro", result: .any, parts: [.values, .conditions, .rules]),
    IntrinsicFunction(
      "Fn::Join",
      .list(
        [
          Argument("separator", .text),
          Argument(
            "list", .list,
            ["Fn::Cidr", "Fn::FindInMap", "Fn::GetAtt", "Fn::GetAZs", "Fn::If", "Fn::Split", "Ref"],
            items: texts + ["Fn::GetStackOutput"]),
        ], required: 2), "a separator and a list", result: .text),
    IntrinsicFunction(
      "Fn::Split",
      .list(
        [Argument("separator", .text, text: .separator), Argument("string", .text, texts + ["Fn::GetAZs"])],
        required: 2),
      "a separator and a string", result: .list),
    IntrinsicFunction(
      "Fn::Select",
      .list(
        [
          Argument("index", .text, ["Ref", "Fn::FindInMap"], extended: ["Fn::Length"], range: 0...Int(Int32.max)),
          Argument(
            "list", .list,
            ["Fn::FindInMap", "Fn::GetAtt", "Fn::GetAZs", "Fn::If", "Fn::Split", "Fn::Cidr", "Ref"]),
        ], required: 2), "an index and a list", result: .any),
    IntrinsicFunction(
      "Fn::If", .list([Argument("condition name", .text), value, value], required: 3),
      "a condition name and two values", result: .any, parts: [.values]),
    IntrinsicFunction(
      "Fn::FindInMap",
      .list(
        [keyOrName("mapping"), key, key, Argument("default", .mapping, key: "DefaultValue", isExtension: true)],
        required: 3),
      "a mapping and two keys", result: [.text, .list], parts: [.values, .conditions, .rules]),
    IntrinsicFunction(
      "Fn::Base64",
      .single(
        Argument(
          "string", .text,
          texts + ["Fn::Cidr", "Fn::GetStackOutput", "Fn::Length", "Fn::ToJsonString"])), "a string", result: .text,
      parts: [.values]),
    IntrinsicFunction(
      "Fn::Cidr",
      .list(
        [
          Argument("block", .text, numbers, text: .block),
          Argument("number of blocks", .text, numbers, range: 1...256),
          Argument("number of bits", .text, numbers, range: 1...128),
        ], required: 2), "a CIDR block, a number of blocks and a number of bits", result: .list, parts: [.values]),
    IntrinsicFunction(
      "Fn::GetAZs",
      .single(
        Argument(
          "region", .text, ["Fn::GetAtt", "Fn::If", "Fn::Join", "Fn::Select", "Fn::Sub", "Ref"], text: .region)),
      "a region", result: .list, parts: [.values]),
    IntrinsicFunction(
      "Fn::ImportValue",
      .single(
        Argument(
          "name", .text,
          ["Fn::Base64", "Fn::FindInMap", "Fn::If", "Fn::Join", "Fn::Select", "Fn::Sub", "Ref"])),
      "the name of an export",
      result: .text, parts: [.values]),
    IntrinsicFunction(
      "Fn::GetStackOutput",
      .mapping(
        ["StackName", "OutputName", "Region", "RoleArn"].map { Argument($0, .text, texts) }, required: 2),
      "a mapping with `StackName` and `OutputName`", result: .text, parts: [.values]),
    IntrinsicFunction(
      "Fn::Length",
      .single(
        Argument(
          "list", .list, ["Ref", "Fn::FindInMap", "Fn::Split", "Fn::If", "Fn::GetAZs"],
          items: [
            "Fn::If", "Fn::Base64", "Fn::FindInMap", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::Sub",
            "Fn::ToJsonString", "Fn::GetAZs", "Ref",
          ], itemKinds: .any)), "a list", result: .text, isExtension: true),
    IntrinsicFunction(
      "Fn::ToJsonString",
      .single(
        Argument(
          "value", [.list, .mapping],
          ["Fn::FindInMap", "Fn::GetAtt", "Fn::GetAZs", "Fn::If", "Fn::Select", "Fn::Split", "Ref"],
          isFilled: true)),
      "a list or a mapping", result: .text, isExtension: true),
  ]

  // MARK: Functions that return conditions

  private static let condition = Argument("condition", .condition)

  private static let conditions: [IntrinsicFunction] = [
    IntrinsicFunction("Condition", .special, "a condition name", result: .condition, parts: [.conditions]),
    IntrinsicFunction(
      "Fn::And", .several(condition, 2...10), "2 to 10 conditions", result: .condition, parts: [.conditions, .rules]),
    IntrinsicFunction(
      "Fn::Or", .several(condition, 2...10), "2 to 10 conditions", result: .condition, parts: [.conditions, .rules]),
    IntrinsicFunction(
      "Fn::Not", .several(condition, 1...1), "a list of one condition", result: .condition,
      parts: [.conditions, .rules]
    ),
    IntrinsicFunction(
      "Fn::Equals",
      .several(
        Argument(
          "value", .text,
          [
            "Ref", "Fn::FindInMap", "Fn::Sub", "Fn::Join", "Fn::Select", "Fn::Split", "Fn::Length", "Fn::ToJsonString",
            // Only in rules, as everywhere (source: the User Guide's page on rule functions).
            "Fn::ValueOf",
          ]),
        2...2), "two values", result: .condition, parts: [.conditions, .rules]),
  ]

  // MARK: Functions of rules

  private static let strings = Argument(
    "list", .list, ["Ref", "Fn::RefAll", "Fn::ValueOf", "Fn::ValueOfAll"], items: ["Ref"])
  private static let string = Argument("value", .text, ["Ref", "Fn::ValueOf"])
  private static let name = Argument("name", .text)

  private static let rules: [IntrinsicFunction] = [
    rule("Fn::Contains", [strings, string], "a list and a value"),
    rule("Fn::EachMemberEquals", [strings, string], "a list and a value"),
    rule("Fn::EachMemberIn", [strings, strings], "two lists"),
    rule("Fn::ValueOf", [name, name], "a parameter and an attribute", result: [.text, .list]),
    rule("Fn::ValueOfAll", [name, name], "a parameter type and an attribute", result: .list),
    IntrinsicFunction("Fn::RefAll", .single(name), "a parameter type", result: .list, parts: [.rules]),
  ]

  private static func rule(
    _ name: String, _ arguments: [Argument], _ usage: String, result: Kinds = .condition
  ) -> IntrinsicFunction {
    IntrinsicFunction(name, .list(arguments, required: arguments.count), usage, result: result, parts: [.rules])
  }
}

extension IntrinsicFunction.Argument {
  /// A variable of `Fn::Sub`.
  public static let variable = Self(
    "variable", .text,
    [
      "Fn::Base64", "Fn::FindInMap", "Fn::GetAtt", "Fn::If", "Fn::ImportValue", "Fn::Join", "Fn::Select", "Fn::Sub",
      "Ref", "Fn::GetStackOutput", "Fn::ToJsonString",
    ])
  /// The collection of `Fn::ForEach`.
  public static let collection = Self(
    "list", .list, ["Ref", "Fn::FindInMap", "Fn::If"], items: ["Ref", "Fn::FindInMap"])
  /// The attribute of `Fn::GetAtt`.
  public static let attribute = Self("attribute", .text, ["Ref"], extended: IntrinsicFunction.ofNames)
}
