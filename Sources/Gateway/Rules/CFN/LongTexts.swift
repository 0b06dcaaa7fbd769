import SpecReading
import YAMLTree

extension Rule {
  /// CloudFormation's own texts have an end.
  static let longText = Rule(
    id: "CFN010",
    severity: .error,
    summary: "a text of the template that is longer than CloudFormation takes",
    why: """
      CloudFormation counts bytes, of which letters beyond ASCII have several: 1,024 in the description of a template or of
      an output, 4,096 in the default of a parameter.
      """,
    source: "CloudFormation's quotas",
    example: "description: ⟦\(description("büch")) → \(description("buch"))⟧\n" + api,
    check: { spec, report in
      func check(_ text: String?, at mark: Mark, _ limit: Int, _ what: String) {
        guard let size = text?.utf8.count, size > limit else { return }
        report.report(
          at: mark, "\(size) bytes in the \(what); CloudFormation takes \(limit)", help: "write something shorter")
      }
      if let description = spec.names.spec.description {
        check(description.literal, at: description.mark, 1_024, "template's description")
      }
      let tree = spec.names.tree
      func check(_ key: String, of node: Node, _ limit: Int, _ what: String) {
        for entry in tree.entries(node) where tree.string(entry.key) == key && tree.kind(entry.value) == .scalar {
          check(tree.string(entry.value), at: tree.mark(entry.value), limit, what)
        }
      }
      for section in spec.names.spec.sections where section.name == "Parameters" {
        for entry in section.value.map({ Array(tree.entries($0.node)) }) ?? [] {
          check("Default", of: entry.value, 4_096, "default of `\(tree.string(entry.key))`")
        }
      }
      for output in spec.names.spec.outputs {
        check("Description", of: output.value.node, 1_024, "description of the output `\(output.name)`")
      }
    })

  private static func description(_ word: String) -> String { String(repeating: word + " ", count: 200) + word }

  private static let api = "apis:\n  store:\n    routes:\n      GET /books: https://books.example.com\n"
}
