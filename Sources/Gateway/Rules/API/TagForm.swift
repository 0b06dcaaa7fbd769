import SpecReading
import YAMLTree

extension Rule {
  /// The form of a tag.
  static let tagForm = Rule(
    id: "API017",
    severity: .error,
    summary: "invalid tag",
    why: """
      A resource has at most 50 tags. A tag's key has 1 to 128 characters and does not begin with `aws:`, which AWS reserves;
      its value has at most 256.
      """,
    source: "AWS's page on tagging resources; found by deployments (cdk-preflight)",
    example: """
      tags: {⟦"aws:team" → team⟧: books}
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      """,
    find: { model, report in
      func check(_ tags: [Named<Given<String>>]) {
        for tag in tags {
          if tag.name.lowercased().hasPrefix("aws:") {
            report.report(
              at: tag.mark, "AWS reserves `aws:` for its own tags",
              help: "write \(Reader.quoted(String(tag.name.dropFirst(4))))")
          } else if tag.name.isEmpty || tag.name.count > 128 {
            report.report(
              at: tag.mark, "a tag's key has 1 to 128 characters, found \(tag.name.count)", help: "shorten it")
          }
          if let value = tag.value.literal, value.count > 256 {
            report.report(
              at: tag.value.mark, "a tag's value has at most 256 characters, found \(value.count)", help: "shorten it")
          }
        }
      }
      check(model.names.spec.tags)
      for element in model.names.elements where !element.options.tags.isEmpty { check(element.options.tags) }
    })
}
