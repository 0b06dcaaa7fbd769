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
    check: { model, report in
      model.forEachTag { tag in
        if tag.key.lowercased().hasPrefix("aws:") {
          report.report(
            at: tag.mark, "AWS reserves `aws:` for its own tags",
            help: "write \(Reader.quoted(String(tag.key.dropFirst(4))))")
        } else if tag.key.isEmpty || tag.key.count > 128 {
          report.report(at: tag.mark, "a tag's key has 1 to 128 characters, found \(tag.key.count)", help: "shorten it")
        }
        if let value = tag.value, value.count > 256 {
          report.report(
            at: tag.valueMark, "a tag's value has at most 256 characters, found \(value.count)", help: "shorten it")
        }
      }
    })
}

/// A tag, and where its key and its value are written.
private struct Tag {
  let key: String
  let mark: Mark
  let value: String?
  let valueMark: Mark
}

extension Model {
  /// The tags of the spec and of its elements, once for all of their resources, and those in AWS's words.
  fileprivate func forEachTag(_ body: (Tag) -> Void) {
    func add(_ tags: [Named<Given<String>>]) {
      for tag in tags {
        body(Tag(key: tag.name, mark: tag.mark, value: tag.value.literal, valueMark: tag.value.mark))
      }
    }
    add(names.spec.tags)
    for element in names.elements where !element.options.tags.isEmpty { add(element.options.tags) }
    forEachResource { resource, type in
      guard let name = type.tags?.name, let tags = resource[name], tags.isRaw else { return }
      for tag in tags.members { body(Tag(key: tag.name, mark: tag.key, value: tag.text, valueMark: tag.mark)) }
      for tag in tags.items ?? [] {
        guard let key = tag["Key"], let text = key.text else { continue }
        let value = tag["Value"] ?? key
        body(Tag(key: text, mark: key.mark, value: value.text, valueMark: value.mark))
      }
    }
  }
}
