import SpecReading
import YAMLTree

extension Rule {
  /// What AWS takes for a tag.
  static let tagForm = Rule(
    id: "API017",
    severity: .error,
    summary: "a tag that AWS does not take",
    why: """
      A resource has at most 50 tags. A tag's key has 1 to 128 characters and does not begin with `aws:`, which AWS keeps
      for itself; its value has at most 256.
      """,
    source: "AWS's page on tagging resources; found by deployments (cdk-preflight)",
    example: """
      tags: {⟦"aws:team" → team⟧: books}
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      """,
    check: { spec, report in
      func check(_ tags: [Named<Given<String>>]) {
        for tag in tags {
          if tag.name.lowercased().hasPrefix("aws:") {
            report.report(
              at: tag.mark, "AWS keeps `aws:` for its own tags",
              help: "write \(Reader.quoted(String(tag.name.dropFirst(4))))")
          } else if tag.name.isEmpty || tag.name.count > 128 {
            report.report(
              at: tag.mark, "a tag's key with \(tag.name.count) characters", help: "it has 1 to 128 characters")
          }
          if let value = tag.value.literal, value.count > 256 {
            report.report(
              at: tag.value.mark, "a tag's value with \(value.count) characters", help: "it has at most 256")
          }
        }
      }
      check(spec.names.spec.tags)
      for element in spec.names.elements where !element.options.tags.isEmpty {
        check(element.options.tags)
      }
    })
}
