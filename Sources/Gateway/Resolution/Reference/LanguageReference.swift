import SpecReading

/// The reference page of the spec language.
public enum LanguageReference {
  /// The JSON Schema.
  public static var schema: [UInt8] {
    JSONSchema.json(
      of: Spec.self, title: "apigw-synth spec",
      description: "HTTP and WebSocket APIs, from which apigw-synth generates CloudFormation templates.",
      id: "urn:apigw-synth:spec:1", examples: .specs, constraints: SchemaConstraints.members,
      definitions: SchemaConstraints.definitions)
  }

  /// The page in Markdown.
  public static var markdown: String {
    ReferencePage.markdown(
      of: Spec.self,
      introduction: """
        # Language reference

        Printed by `apigw-synth reference`; a test compares this file with its output.

        - Keys in **bold** are required. `NAME` is a name of your own: letters, digits, `-` and `_`.
        - A list may be written as a single value without brackets.
        - Every value may be a CloudFormation function (`!Ref`, `!GetAtt`, `!Sub` …), except names, `type`, and values that
          determine which resources are generated.
        - `cors`, `accessLogs`, `throttle` and other blocks may be `!If [CONDITION, {…}, !Ref AWS::NoValue]`.
        - A duration has a unit: `500ms`, `29s`, `5m`, `1h`, `30d`.
        - Keys that start with `x-` are ignored.
        - An element may have several forms: one that creates a resource, and others that are selected by a key, such as `id`
          for an existing resource. Such a key is in bold, and the column "with" lists the forms that have the other keys.

        """, common: ElementOptions.self, examples: .specs, appendix: [Services.reference, PlaceKind.reference])
  }
}
