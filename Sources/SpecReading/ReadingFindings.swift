import Diagnostics

/// What can be wrong with a value before anybody knows what it means.
extension FindingKind {
  /// A key that the language does not have here.
  public static let unknownKey = FindingKind(
    id: "SPEC001", summary: "a key that the language does not have here",
    why: """
      Nothing is silently ignored: a misspelt key would otherwise mean that the default holds, and nobody would see it.
      Keys that start with `x-` are the author's own wherever the reference page fixes the keys.
      """)

  /// A key that must be there is not.
  public static let missingKey = FindingKind(
    id: "SPEC002", summary: "a key is missing that has to be there",
    why: "The resource cannot be written without it, and there is no default that everybody would mean.")

  /// A value of the wrong kind: a list where text is due.
  public static let wrongKind = FindingKind(
    id: "SPEC003", summary: "a value of the wrong kind, such as a list where text is due",
    why: """
      The field decides how its value is read. A text field takes what is written, quoted or not; a list field takes a
      single value without brackets, too; nothing else is converted.
      """)

  /// A value of the right kind that is not allowed: a word that is none of the list, a number out of its range.
  public static let notAllowed = FindingKind(
    id: "SPEC004", summary: "a word, number or duration that is not allowed",
    why: """
      AWS takes a fixed list of words there, or numbers within a range, and would refuse the deployment. A duration has
      a unit: `500ms`, `29s`, `5m`, `1h`, `30d`.
      """)

  /// Keys that exclude each other.
  public static let conflict = FindingKind(
    id: "SPEC005", summary: "keys that exclude each other",
    why: """
      Only one of the keys can hold: what brings in something that exists (`arn`, `id`) cannot stand beside what would
      create it, and a route has one target. Which of them was meant cannot be known.
      """)

  /// A key with nothing behind it.
  public static let emptyValue = FindingKind(
    id: "SPEC006", summary: "a key with nothing behind it",
    why: """
      Most often the value was forgotten, or stands on the next line with too little indentation. An element that needs
      no options may be empty; a field may not.
      """)

  /// A name with characters that names do not have.
  public static let badName = FindingKind(
    id: "SPEC007", summary: "a name with characters that names do not have",
    why: "Names become parts of logical ids and places, so they are made of letters, digits, `-` and `_`.")

  /// A YAML tag that is not one of CloudFormation's.
  public static let unknownTag = FindingKind(
    id: "SPEC008", summary: "a tag that is none of CloudFormation's functions",
    why: """
      A tag such as `!Ref` stands for one of CloudFormation's functions. CloudFormation would refuse the template with
      any other.
      """)

  /// More than anybody can mean, by aliases of aliases.
  public static let tooLarge = FindingKind(
    id: "SPEC009", summary: "aliases of aliases that stand for more than can be read",
    why: """
      A few lines of aliases can stand for millions of values. No spec means that; reading stops before the memory is
      gone.
      """)

  /// All of them.
  public static let reading = [
    unknownKey, missingKey, wrongKind, notAllowed, conflict, emptyValue, badName, unknownTag, tooLarge,
  ]
}
