import Diagnostics

extension Explanation {
  /// The documentation of the rules about values that cannot be read.
  public static let reading: [Explanation] = ReadingProblem.allCases.map { problem in
    Explanation(id: problem.rawValue, summary: problem.summary, why: problem.why)
  }
}

extension ReadingProblem {
  fileprivate var summary: String {
    switch self {
    case .unknownKey: "unknown key"
    case .missingKey: "missing required key"
    case .wrongKind: "value of the wrong type, for example a list where a string is expected"
    case .notAllowed: "word, number or duration that is not allowed"
    case .conflict: "keys that cannot be combined"
    case .emptyValue: "key without a value"
    case .badName: "invalid character in a name"
    case .unknownTag: "unknown YAML tag"
    case .tooLarge: "aliases that expand to more values than can be read"
    }
  }

  fileprivate var why: String {
    switch self {
    case .unknownKey:
      """
      A misspelled key must not be ignored: the default would apply, and the mistake would go unnoticed. Keys that start
      with `x-` are ignored wherever the reference lists fixed keys.
      """
    case .missingKey: "The resource cannot be generated without this value, and there is no obvious default."
    case .wrongKind:
      """
      The field determines how its value is read. A string may be quoted or not, and a list may be a single value
      without brackets. Nothing else is converted.
      """
    case .notAllowed:
      """
      AWS accepts only the listed words, or numbers within the range, and would reject the deployment. A duration has a
      unit: `500ms`, `29s`, `5m`, `1h`, `30d`.
      """
    case .conflict:
      """
      Only one of the keys can apply: `arn` and `id` import an existing resource, so they cannot be combined with
      options that create one, and a route has one target. The program cannot know which one was intended.
      """
    case .emptyValue:
      """
      Usually the value was forgotten, or the next line is not indented enough. An element without options may be
      empty; a field must have a value.
      """
    case .badName: "Names become parts of logical IDs and of paths, so only letters, digits, `-` and `_` are allowed."
    case .unknownTag:
      """
      A tag such as `!Ref` is the short form of a CloudFormation function. CloudFormation would reject the template
      with any other tag.
      """
    case .tooLarge:
      """
      A few lines of aliases can expand to millions of values. No spec needs that; reading stops before memory is
      exhausted.
      """
    }
  }
}
