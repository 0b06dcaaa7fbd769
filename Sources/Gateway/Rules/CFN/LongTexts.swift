import SpecReading
import YAMLTree

extension Rule {
  /// Descriptions and defaults over CloudFormation's limits.
  static let longText = Rule(
    id: "CFN010",
    severity: .error,
    summary: "description or parameter default that is too long",
    why: """
      CloudFormation rejects a description, of the template or of an output, of more than 1,024 bytes, and a parameter's default
      of more than 4,096. Letters outside ASCII have several bytes.
      """,
    source: "CloudFormation's quotas",
    example: "description: ⟦\(description("büch")) → \(description("buch"))⟧\n" + api,
    check: { model, report in
      func check(_ text: String?, at mark: Mark, _ limit: Int, _ what: String) {
        guard let size = text?.utf8.count, size > limit else { return }
        report.report(
          at: mark, "the \(what) has \(size) bytes; at most \(limit) are allowed", help: "shorten it")
      }
      if let description = model.names.spec.description {
        check(description.literal, at: description.mark, 1_024, "template's description")
      }
      let tree = model.names.tree
      func check(_ key: String, of node: Node, _ limit: Int, _ what: String) {
        for entry in tree.entries(node) where tree.string(entry.key) == key && tree.kind(entry.value) == .scalar {
          check(tree.string(entry.value), at: tree.mark(entry.value), limit, what)
        }
      }
      for section in model.names.spec.sections where section.name == "Parameters" {
        for entry in section.value.map({ Array(tree.entries($0.node)) }) ?? [] {
          check("Default", of: entry.value, 4_096, "default of `\(tree.string(entry.key))`")
        }
      }
      for output in model.names.spec.outputs {
        check("Description", of: output.value.node, 1_024, "description of the output `\(output.name)`")
      }
    })

  private static func description(_ word: String) -> String { String(repeating: word + " ", count: 200) + word }

  private static let api = "apis:\n  store:\n    routes:\n      GET /books: https://books.example.com\n"
}
