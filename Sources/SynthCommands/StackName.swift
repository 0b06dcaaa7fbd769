/// Names of stacks, which their templates are called after.
enum StackName {
  /// What a stack is called that no one names, when it is read from standard input.
  private static let standard = "spec"
  /// CloudFormation's limit.
  private static let maximum = 128

  /// The name of a spec's stack where the spec gives none: the file's name without its extension, with `-` for what
  /// CloudFormation does not take.
  static func from(path: String) -> String {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? ""
    if file == InputFile.standardInput { return standard }
    // A file that only has an extension, `.yaml`, is called like that.
    let dot = file.dropFirst().lastIndex(of: ".") ?? file.endIndex
    let name = String(file[..<dot].map { isFit($0) ? $0 : "-" })
    guard let first = name.first else { return standard }
    let full = first.isLetter ? name : standard + (first == "-" ? "" : "-") + name
    return String(full.prefix(maximum))
  }

  /// Whether a template can be called so. Pipeline reports a name that CloudFormation does not take at its place; this
  /// only makes sure that no name ever leads out of the output folder.
  static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }

  private static func isFit(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || character == "-"
  }
}
