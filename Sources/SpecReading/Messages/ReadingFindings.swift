import Diagnostics

/// Mistakes in a value, independent of the meaning of its field.
extension FindingKind {
  /// An unknown key.
  public static let unknownKey = FindingKind(
    id: "SPEC001", summary: "unknown key",
    why: """
      A misspelled key must not be ignored: the default would apply, and the mistake would go unnoticed. Keys that start
      with `x-` are ignored wherever the reference lists fixed keys.
      """,
    example: {
      """
      apis:
        store:
          routes:
            GET /books: {http: https://books.example.com, ⟦timout → timeout⟧: 5s}
      """
    })

  /// A missing required key.
  public static let missingKey = FindingKind(
    id: "SPEC002", summary: "missing required key",
    why: "The resource cannot be generated without this value, and there is no obvious default.",
    example: {
      """
      apis:
        store:
          authorizers:
            users: {⟦jwt⟧: {issuer: https://login.example.com⟪→, audience: web⟫}}
          routes:
            GET /books: {http: https://books.example.com, auth: users}
      """
    })

  /// A value of the wrong type: a list where a string is expected.
  public static let wrongKind = FindingKind(
    id: "SPEC003", summary: "value of the wrong type, for example a list where a string is expected",
    why: """
      The field determines how its value is read. A string may be quoted or not, and a list may be a single value
      without brackets. Nothing else is converted.
      """,
    example: {
      """
      apis:
        store:
          routes:
            GET /books: {http: ⟦[https://books.example.com] → https://books.example.com⟧}
      """
    })

  /// A value of the right type that is not allowed: an unknown word, a number out of range.
  public static let notAllowed = FindingKind(
    id: "SPEC004", summary: "word, number or duration that is not allowed",
    why: """
      AWS accepts only the listed words, or numbers within the range, and would reject the deployment. A duration has a
      unit: `500ms`, `29s`, `5m`, `1h`, `30d`.
      """,
    example: {
      """
      apis:
        store:
          routes:
            GET /books: {http: https://books.example.com, timeout: ⟦45s → 29s⟧}
      """
    })

  /// Keys that cannot be combined.
  public static let conflict = FindingKind(
    id: "SPEC005", summary: "keys that cannot be combined",
    why: """
      Only one of the keys can apply: `arn` and `id` import an existing resource, so they cannot be combined with
      options that create one, and a route has one target. The program cannot know which one was intended.
      """)

  /// A key without a value.
  public static let emptyValue = FindingKind(
    id: "SPEC006", summary: "key without a value",
    why: """
      Usually the value was forgotten, or the next line is not indented enough. An element without options may be
      empty; a field must have a value.
      """)

  /// A name with invalid characters.
  public static let badName = FindingKind(
    id: "SPEC007", summary: "invalid character in a name",
    why: "Names become parts of logical IDs and of paths, so only letters, digits, `-` and `_` are allowed.")

  /// A YAML tag that is not a CloudFormation function.
  public static let unknownTag = FindingKind(
    id: "SPEC008", summary: "unknown YAML tag",
    why: """
      A tag such as `!Ref` is the short form of a CloudFormation function. CloudFormation would reject the template
      with any other tag.
      """)

  /// Aliases that expand to too many values.
  public static let tooLarge = FindingKind(
    id: "SPEC009", summary: "aliases that expand to more values than can be read",
    why: """
      A few lines of aliases can expand to millions of values. No spec needs that; reading stops before memory is
      exhausted.
      """)

  /// All of them.
  public static let reading = [
    unknownKey, missingKey, wrongKind, notAllowed, conflict, emptyValue, badName, unknownTag, tooLarge,
  ]
}
