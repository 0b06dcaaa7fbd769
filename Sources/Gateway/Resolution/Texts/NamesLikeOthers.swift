import SpecReading
import TextSearch

/// Texts that are not names: an address, a listener in another notation, quotes of a word processor.
extension ReferenceCheck {
  /// What to write for such a text; nil for one that is a name.
  func helpForSpelling(_ text: String, _ kind: Kind) -> String? {
    let bare = text.unicodeScalars.filter {
      !NamesLikeOthers.quotes.contains($0) && !NamesLikeOthers.invisible.contains($0)
    }
    if bare.count < text.unicodeScalars.count, !bare.isEmpty {
      let isQuoted = text.unicodeScalars.contains { NamesLikeOthers.quotes.contains($0) }
      return "write `\(String(String.UnicodeScalarView(bare)))`"
        + (isQuoted ? ": typographic quotes are a part of the name" : " without the invisible character")
    }
    if kind == .function, let end = text.firstIndex(where: { $0 == "." || $0 == ":" }),
      names.index(String(text[..<end]), in: "functions") != nil
    {
      return "write `\(text[..<end])`; its `alias` is called if it has one"
    }
    if kind == .function { return webAddress(text).map { "write `http: https://\($0)` instead of `lambda`" } }
    if kind == .peer {
      if ["anywhere", "any", "all", "everyone", "internet", "world", "public", "*"].contains(text.lowercased()) {
        return "write `0.0.0.0/0`"
      }
      return text.lowercased() == "self" ? "write the name of this security group" : nil
    }
    return kind == .listener ? listenerHelp(text) : nil
  }

  /// A URL without its scheme, such as `www.example.com/books`; nil for a text that may be a name or a handler.
  private func webAddress(_ text: String) -> Substring? {
    var rest = text[...]
    for start in ["https:/", "http:/", "//"] where rest.hasPrefix(start) { rest = rest.dropFirst(start.count) }
    rest = rest.drop { $0 == "/" }
    let host = rest.prefix { $0 != "/" && $0 != ":" }
    let dots = host.utf8.count { $0 == UInt8(ascii: ".") }
    guard dots > 0, dots > 1 || rest.contains("/") || rest.count < text.count, host.first != ".", host.last != ".",
      String(host).isMade(ofLettersDigitsAnd: ".-")
    else { return nil }
    return rest
  }

  /// A listener by its own name, with its port, or by the host of its load balancer.
  private func listenerHelp(_ text: String) -> String? {
    if text.hasSuffix(".elb.amazonaws.com") {
      return
        "write the ARN of its listener, which ends in `:listener/app/NAME/ID/ID`; the load balancer's page lists them"
    }
    var places = names.spec.loadBalancers.flatMap { balancer in
      balancer.value.listeners.filter { $0.name == text }.map { "\(balancer.name).\($0.name)" }
    }
    let parts = text.split(whereSeparator: { $0 == "/" || $0 == ":" })
    if parts.count == 2, let balancer = names.spec.loadBalancers.first(where: { $0.name == parts[0] }) {
      let listeners = balancer.value.listeners
      places = listeners.filter { $0.name == parts[1] || listeners.count == 1 }.map { "\(balancer.name).\($0.name)" }
    }
    return places.count == 1 ? "write `\(places[0])`" : nil
  }
}

private enum NamesLikeOthers {
  static let quotes = "“”„‘’«»".unicodeScalars
  static let invisible = "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{A0}\u{AD}".unicodeScalars
}
