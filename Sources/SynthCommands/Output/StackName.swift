/// Stack names, from which file names of templates are derived.
enum StackName {
  /// The default for a spec from standard input.
  private static let standard = "spec"
  /// CloudFormation's limit.
  private static let maximum = 128

  /// The default name: the spec's file name without its extension, with `-` in place of characters that CloudFormation
  /// does not allow.
  static func from(path: String) -> String {
    let file = path.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? ""
    if file == InputFile.standardInput { return standard }
    // A file name such as `.yaml` has no extension.
    let dot = file.dropFirst().lastIndex(of: ".") ?? file.endIndex
    let name = String(file[..<dot].map { isFit($0) ? $0 : "-" })
    guard let first = name.first else { return standard }
    let full = first.isLetter ? name : standard + (first == "-" ? "" : "-") + name
    return String(full.prefix(maximum))
  }

  /// A line about the name of a stack, if it is not the name of the spec's file because of its first character.
  static func remark(on item: Batch.Item) -> String? {
    let stack = item.compilation.stack
    guard let file = item.path.split(separator: "/").last, let first = file.first, !(first.isASCII && first.isLetter),
      stack.hasPrefix(standard), stack == from(path: item.path), item.path != InputFile.standardInputName
    else { return nil }
    return
      "the stack name is \(stack), because stack names must begin with a letter; set `stack` in \(item.path) to choose one"
  }

  /// Whether the name is a valid file name, so that it cannot refer to a file outside of the output folder. The rules
  /// report names that CloudFormation does not allow.
  static func isFileName(_ name: String) -> Bool {
    !name.isEmpty && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }

  private static func isFit(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber) || character == "-"
  }
}
