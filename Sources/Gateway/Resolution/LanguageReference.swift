import SpecReading

/// The reference page of the spec language.
public enum LanguageReference {
  /// The JSON Schema.
  public static var schema: [UInt8] {
    JSONSchema.json(
      of: Spec.self, title: "apigw-synth spec",
      description: "HTTP and WebSocket APIs, from which apigw-synth generates CloudFormation templates.")
  }

  /// The page in Markdown.
  public static var markdown: String {
    ReferencePage.markdown(
      of: Spec.self,
      introduction: """
        # Language reference

        Printed by `apigw-synth reference`; a test compares this file with its output. Keys in **bold** are required. A
        list may be written as a single value without brackets. Every value may be a CloudFormation function (`!Ref`,
        `!GetAtt`, `!Sub` …), except names, `type`, and values that determine which resources are generated. Keys that
        start with `x-` are ignored. `cors`, `accessLogs`, `throttle` and other blocks may be
        `!If [CONDITION, {…}, !Ref AWS::NoValue]`.

        """) + Services.reference + PlaceKind.reference
  }
}
