import Diagnostics

extension Explanation {
  /// What the ids of values that cannot be read stand for.
  public static let reading: [Explanation] = ReadingProblem.allCases.map { problem in
    Explanation(id: problem.rawValue, summary: problem.summary, why: problem.why)
  }
}

extension ReadingProblem {
  fileprivate var summary: String {
    switch self {
    case .unknownKey: "a key that the language does not have here"
    case .missingKey: "a key is missing that has to be there"
    case .wrongKind: "a value of the wrong kind, such as a list where text is due"
    case .notAllowed: "a word, number or duration that is not allowed"
    case .conflict: "keys that exclude each other"
    case .emptyValue: "a key with nothing behind it"
    case .badName: "a name with characters that names do not have"
    case .unknownTag: "a tag that is none of CloudFormation's functions"
    case .tooLarge: "aliases of aliases that stand for more than can be read"
    }
  }

  fileprivate var why: String {
    switch self {
    case .unknownKey:
      """
      Nothing is silently ignored: a misspelt key would otherwise mean that the default holds, and nobody would see it.
      Keys that start with `x-` are the author's own wherever the reference page fixes the keys.
      """
    case .missingKey: "The resource cannot be written without it, and there is no default that everybody would mean."
    case .wrongKind:
      """
      The field decides how its value is read. A text field takes what is written, quoted or not; a list field takes a
      single value without brackets, too; nothing else is converted.
      """
    case .notAllowed:
      """
      AWS takes a fixed list of words there, or numbers within a range, and would refuse the deployment. A duration has
      a unit: `500ms`, `29s`, `5m`, `1h`, `30d`.
      """
    case .conflict:
      """
      Only one of the keys can hold: what brings in something that exists (`arn`, `id`) cannot stand beside what would
      create it, and a route has one target. Which of them was meant cannot be known.
      """
    case .emptyValue:
      """
      Most often the value was forgotten, or stands on the next line with too little indentation. An element that needs
      no options may be empty; a field may not.
      """
    case .badName: "Names become parts of logical ids and places, so they are made of letters, digits, `-` and `_`."
    case .unknownTag:
      """
      A tag such as `!Ref` stands for one of CloudFormation's functions. CloudFormation would refuse the template with
      any other.
      """
    case .tooLarge:
      """
      A few lines of aliases can stand for millions of values. No spec means that; reading stops before the memory is
      gone.
      """
    }
  }
}
