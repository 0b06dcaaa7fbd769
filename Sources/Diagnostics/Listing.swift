extension Array<String> {
  /// The words as a sentence lists them: `a, b and c`.
  public var listed: String {
    count < 2 ? first ?? "" : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}
