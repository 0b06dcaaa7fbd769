import CloudFormation
import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// The form of a domain's host.
enum HostForm {
  /// The nearest of some hosts, if one is near enough to be meant. Equal labels do not count.
  static func nearest(to text: String, among hosts: [String]) -> String? {
    let labels = text.split(separator: ".")
    return hosts.first { host in
      let others = host.split(separator: ".")
      if others.count != labels.count { return Suggestion.nearest(to: text, among: [host]) != nil && labels.count == 1 }
      let different = labels.indices.filter { labels[$0] != others[$0] }
      return different.count == 1
        && different.allSatisfy { Suggestion.nearest(to: String(labels[$0]), among: [String(others[$0])]) != nil }
    }
  }

  /// The same for a text of which only parts may be known.
  static func flaw(of open: Model.OpenText) -> Flaw? {
    if let text = open.text { return flaw(text) }
    if open.start.mentions("://") { return ("a domain has no scheme", "write only the host") }
    for part in open.known {
      if part.contains(where: \.isUppercase) { return ("a domain must be in lower case", "use `\(part.lowercased())`") }
      if part.contains("_") { return ("API Gateway does not support `_` in a host", "use `-`") }
    }
    return nil
  }

  /// The message and the help for a text that is not a host; nil if it is one.
  static func flaw(_ text: String) -> Flaw? {
    let quoted = Reader.quoted(text)
    if text.isEmpty { return ("the host is missing", "write a host, such as `api.example.com`") }
    if let end = text.firstRange(of: "://") {
      return ("a domain has no scheme", "use `\(text[end.upperBound...])`")
    }
    if let slash = text.firstIndex(of: "/") {
      return (
        "a domain has no path", "use `\(text[..<slash])` here, and add the path where an API names the domain"
      )
    }
    if text.mentions("${") {
      return ("\(quoted) is not a host: `${…}` is only replaced in `!Sub`", "use `!Sub \(text)`")
    }
    if let colon = text.firstIndex(of: ":") {
      return ("a domain has no port: it uses 443", "use `\(text[..<colon])`")
    }
    if text != text.lowercased() { return ("a domain must be in lower case", "use `\(text.lowercased())`") }
    if text.contains("_") {
      return (
        "\(quoted) is not a host: API Gateway does not support `_`",
        "use `\(text.replacing("_", with: "-"))`, or another host without `_`"
      )
    }
    if text.hasSuffix(".") { return ("a domain must not end with a dot", "use `\(text.dropLast())`") }
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    if labels.count < 2 {
      return ("\(quoted) is not a host", "use a host with several labels, such as `api.example.com`")
    }
    if labels.dropFirst().contains(where: { $0.contains("*") }) || (labels[0].contains("*") && labels[0] != "*") {
      return (
        "a `*` is only allowed as the whole first label of a host",
        "use `*.\(labels.dropFirst().joined(separator: "."))`"
      )
    }
    if text.utf8.count > 255 || labels.contains(where: { $0.utf8.count > 63 }) {
      return ("\(quoted) is too long: at most 63 characters per label, 255 in all", nil)
    }
    for label in labels where label != "*" {
      if !label.isMade(ofLettersDigitsAnd: "-") || label.hasPrefix("-") || label.hasSuffix("-") {
        let help: String? =
          if let character = firstInvisibleCharacter(ofIdentifier: text) {
            "write `\(String(text.unicodeScalars.filter { $0 != character }))`, without the invisible character"
          } else {
            text.allSatisfy(\.isASCII) ? nil : "write other letters than those of ASCII as DNS does: `xn--…`"
          }
        return ("\(quoted) is not a host: its labels are made of letters, digits and inner `-`", help)
      }
    }
    return nil
  }
}
