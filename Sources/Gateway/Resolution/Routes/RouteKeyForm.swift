import SpecReading
import TextSearch

/// Route keys with the right words in another order.
extension RouteKeyParser {
  /// A URL as the path, the method after the path, or several methods without commas.
  static func flawOfForm(_ text: String) -> (message: String, help: String)? {
    let words = text.split(separator: " ")
    if let last = words.last, last.mentions("://") {
      let path = last.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3).joined(separator: "/")
      let method = words.count == 2 && HttpMethod(rawValue: String(words[0])) != nil ? words[0] : "ANY"
      return ("a route key has a path, not a URL", "write `\(method) /\(path): \(last)`: the URL is the value")
    }
    if words.count == 2, words[0].hasPrefix("/"), HttpMethod(rawValue: words[1].uppercased()) != nil {
      return ("the method of \(Reader.quoted(text)) is after the path", "write `\(words[1].uppercased()) \(words[0])`")
    }
    guard let path = text.firstRange(of: " /") else { return nil }
    let methods = text[..<path.lowerBound].split { " |&;+/".contains($0) }
    let known = methods.compactMap { HttpMethod(rawValue: $0.uppercased())?.rawValue }
    guard known.count > 1, known.count == methods.count else { return nil }
    return (
      "several methods are separated by commas",
      "write `\(known.joined(separator: ", ")) \(text[path.lowerBound...].dropFirst())`"
    )
  }
}
