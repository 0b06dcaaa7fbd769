import CloudFormation
import TextSearch

/// Names in references with more around them than the name.
enum ReferenceSpelling {
  /// The name that `${Table}` in `!Ref`, `Ref Table` in `${…}`, or `Region` for `AWS::Region` means; nil for others.
  static func meant(by text: String, among known: [String]) -> String? {
    if Value.pseudoParameters.contains("AWS::\(text)") { return "AWS::\(text)" }
    var name = text[...]
    if name.hasPrefix("${"), name.hasSuffix("}") { name = name.dropFirst(2).dropLast() }
    while name.first == " " || name.first == "!" { name = name.dropFirst() }
    while name.last == " " { name = name.dropLast() }
    for function in ["Ref ", "GetAtt "] where name.hasPrefix(function) { name = name.dropFirst(function.count) }
    if name.count == text.count { return nil }
    let isKnown =
      Value.pseudoParameters.contains(String(name)) || known.contains(String(name))
      || known.contains(String(name.prefix { $0 != "." }))
    return isKnown ? String(name) : nil
  }
}
