import SpecReading

/// The reference page of the spec language.
public enum LanguageReference {
  /// The JSON Schema.
  public static var schema: [UInt8] {
    JSONSchema.json(
      of: Spec.self, title: "apigw-synth spec",
      description: "HTTP and WebSocket APIs of API Gateway v2, from which apigw-synth makes CloudFormation templates.")
  }

  /// The page as Markdown.
  public static var markdown: String {
    ReferencePage.markdown(
      of: Spec.self,
      introduction: """
        # Language reference

        Printed by `apigw-synth reference` from the declarations that the program reads specs with; a test keeps this
        file the same. Keys in **bold** must be there. Every list takes a single value without brackets. Every value may
        be one of CloudFormation's functions (`!Ref`, `!GetAtt`, `!Sub` …), but for names, `type`, and what decides which
        resources are written. Keys that start with `x-` are the author's own.

        """)
  }
}
