import SpecReading

/// Parts of the JSON Schema that do not follow from the fields: the form of route keys, and CloudFormation's functions and
/// sections. They are stated for the whole document, since functions may occur anywhere in it.
enum SchemaConstraints {
  /// Members of the root. A transform may process functions and sections that CloudFormation does not know.
  static var members: [(String, SchemaValue)] {
    let plain = SchemaValue.object([
      ("allOf", .array([.object([("$ref", .string("#/$defs/functions"))]), .object([("properties", sections)])]))
    ])
    return [
      ("allOf", .array([.object([("properties", .object([("apis", each(api))]))])])),
      ("if", required("transform")), ("then", .object([])), ("else", plain),
    ]
  }

  /// The definitions that the members use.
  static var definitions: [(String, SchemaValue)] {
    [("functions", functions), ("ruleFunctions", ruleFunctions)]
  }

  // MARK: Route keys

  private static let segment = #"(\{[\w.:-]+\+?\}|[a-zA-Z0-9.:_-]+)"#
  private static let method = "(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY)"

  /// Route keys of an HTTP API. Those of a WebSocket API may be any text.
  private static var api: SchemaValue {
    let isHttp = SchemaValue.object([
      ("anyOf", .array([.object([("not", required("type"))]), properties([("type", constant("http"))])]))
    ])
    let keys = pattern(#"^\$default$|^\#(method)(, ?\#(method))* /(\#(segment)(/\#(segment))*)?$|\$\("#)
    let routes = SchemaValue.object([("propertyNames", keys)])
    let operation = properties([(DocumentWords.integrationKey, integration)])
    let paths = SchemaValue.object([
      ("propertyNames", pattern("^/(\(segment)(/\(segment))*)?$|^x-|^\\$default$|^/\\$default$")),
      ("additionalProperties", .object([("additionalProperties", operation)])),
    ])
    return .when(
      isHttp,
      then: properties([
        ("routes", routes), ("stages", each(properties([("routes", routes)]))),
        ("openapi", properties([("paths", paths)])),
      ]))
  }

  /// An integration of a document.
  private static var integration: SchemaValue {
    .when(
      properties([("type", .object([("pattern", .string("(?i)^http_proxy$"))]))]).adding([
        ("required", .strings(["type"]))
      ]),
      then: properties([("payloadFormatVersion", .object([("enum", .array([.string("1.0"), .number("1.0")]))]))])
        .adding([("required", .strings(["payloadFormatVersion"]))]))
  }

  // MARK: Sections of CloudFormation

  private static var sections: SchemaValue {
    let assertion = properties([("Assert", isFunction), ("AssertDescription", type("string"))])
      .adding([("required", .strings(["Assert"])), ("additionalProperties", .bool(false))])
    let rule = properties([
      ("RuleCondition", isFunction), ("Assertions", .object([("type", .string("array")), ("items", assertion)])),
    ]).adding([("required", .strings(["Assertions"])), ("additionalProperties", .bool(false))])
    let noLoops = ("^Fn::ForEach", SchemaValue.bool(false))
    let resource = properties([("Type", .object([("not", pattern("^AWS::Serverless::"))]))])
    return .object([
      ("conditions", each(.object([("allOf", .array([type("object"), isFunction]))]))),
      (
        "rules",
        .object([("allOf", .array([.object([("$ref", .string("#/$defs/ruleFunctions"))]), each(rule)]))])
      ),
      ("resources", each(resource).adding([("patternProperties", .object([noLoops]))])),
      ("outputs", each(output)),
    ])
  }

  /// A mapping with `Value`, a function, or a logical ID.
  private static var output: SchemaValue {
    let isMapping = SchemaValue.object([("properties", .object([("Value", value)])), ("required", .strings(["Value"]))])
    return .object([
      (
        "anyOf",
        .array([
          isMapping,
          .object([
            ("type", .array([.string("object"), .string("string")])), ("propertyNames", pattern("^(Ref|Fn::.*)$")),
          ]),
        ])
      )
    ])
  }

  /// A scalar, a list, or a function.
  private static var value: SchemaValue { .when(type("object"), then: isFunction) }

  /// A mapping with one known function.
  private static var isFunction: SchemaValue {
    .when(type("object"), then: .object([("propertyNames", pattern("^(Ref|Condition|Fn::.*)$"))]))
  }

  /// The functions of rules.
  private static var ruleFunctions: SchemaValue {
    let known = "And|Contains|EachMemberEquals|EachMemberIn|Equals|Not|Or|RefAll|ValueOf|ValueOfAll"
    let other = ("^Fn::(?!(\(known))$)", SchemaValue.bool(false))
    let again = SchemaValue.object([("$ref", .string("#/$defs/ruleFunctions"))])
    return .object([("patternProperties", .object([other])), ("additionalProperties", again), ("items", again)])
  }

  // MARK: Arguments of functions

  /// The arguments of functions, at any depth.
  private static var functions: SchemaValue {
    let again = SchemaValue.object([("$ref", .string("#/$defs/functions"))])
    func list(_ counts: ClosedRange<Int>) -> SchemaValue {
      .object([
        ("type", .string("array")), ("minItems", .integer(counts.lowerBound)),
        ("maxItems", .integer(counts.upperBound)),
        ("items", again),
      ])
    }
    let arguments: [(String, SchemaValue)] = [
      ("Ref", .object([("not", type("object"))])), ("Fn::If", list(3...3)), ("Fn::Join", list(2...2)),
      ("Fn::Equals", list(2...2)), ("Fn::Not", list(1...1)), ("Fn::And", list(2...10)), ("Fn::Or", list(2...10)),
      ("Fn::Select", list(2...2)), ("Fn::Split", list(2...2)), ("Fn::FindInMap", list(3...4)),
      (
        "Fn::Sub",
        .when(
          type("array"), then: .object([("minItems", .integer(2)), ("maxItems", .integer(2)), ("items", again)]),
          otherwise: type("string"))
      ),
    ]
    return .object([
      ("if", .object([("maxProperties", .integer(1))])), ("then", .object([("properties", .object(arguments))])),
      ("additionalProperties", again), ("items", again),
    ])
  }

  // MARK: Words of JSON Schema

  private static func type(_ name: String) -> SchemaValue { .object([("type", .string(name))]) }
  private static func constant(_ text: String) -> SchemaValue { .object([("const", .string(text))]) }
  private static func pattern(_ text: String) -> SchemaValue { .object([("pattern", .string(text))]) }
  private static func required(_ key: String) -> SchemaValue { .object([("required", .strings([key]))]) }
  private static func properties(_ all: [(String, SchemaValue)]) -> SchemaValue {
    .object([("properties", .object(all))])
  }
  private static func each(_ schema: SchemaValue) -> SchemaValue { .object([("additionalProperties", schema)]) }
}
