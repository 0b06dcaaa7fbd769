import SpecReading
import TextSearch
import YAMLTree

/// Principals in trust policies and policies of resources (source: IAM's grammar of JSON policies).
enum PolicyPrincipal {
  private static let kinds = ["AWS", "Federated", "Service", "CanonicalUser"]

  /// The mistakes in a `Principal`.
  static func flaws(of principal: Model.Property) -> [PlacedFlaw] {
    if principal.isFunction || principal.text == "*" { return [] }
    guard principal.form == .mapping else {
      guard principal.form == .list || principal.text != nil else { return [] }
      let help = principal.text.flatMap { text in kind(of: text).map { "write `{\($0): \(text)}`" } }
      return [
        (
          principal.mark, "a principal is `*` or a mapping, found \(principal.found)",
          help ?? "write `{Service: NAME.amazonaws.com}`"
        )
      ]
    }
    return principal.members.flatMap { member -> [PlacedFlaw] in
      if member.name.hasPrefix("Fn::") { return [] }
      guard kinds.contains(member.name) else {
        return [
          (
            member.key, "\(Reader.quoted(member.name)) is not a kind of principal",
            Suggestion.help(for: member.name, among: kinds)
          )
        ]
      }
      if let flaw = flaw(ofTexts: member) { return [flaw] }
      guard member.name == "Service" else { return [] }
      return member.list.compactMap { service in
        guard let text = service.text, !text.contains(".") else { return nil }
        return (service.mark, "\(Reader.quoted(text)) is not a service", "write `\(text).amazonaws.com`")
      }
    }
  }

  /// The mistake in an element that is a text or a list of texts.
  static func flaw(ofTexts element: Model.Property) -> PlacedFlaw? {
    element.list.first(where: \.isCollection).map { item in
      let place = element.form == .list ? " in the list" : ""
      return (item.valueMark, "`\(element.name)` is a text or a list of texts, found \(item.found)\(place)", nil)
    }
  }

  /// The kind of principal that a text is, where its form shows it.
  private static func kind(of text: String) -> String? {
    if text.hasSuffix(".amazonaws.com") { return "Service" }
    return text.hasPrefix("arn:") || text.utf8.count == 12 && text.allSatisfy(\.isNumber) ? "AWS" : nil
  }
}
