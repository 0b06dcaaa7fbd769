import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// A tag inside of quotes.
  static let quotedFunction = Rule(
    id: "SPEC033",
    severity: .error,
    summary: "function in quotes, which is a plain text",
    why: """
      YAML reads `!Ref Table` as a function only without quotes around it. In quotes it is a text that AWS gets as it is.
      """,
    source: "YAML 1.2, section 6.8.2 (node tags); CloudFormation User Guide: intrinsic functions",
    example: """
      resources:
        Orders: {Type: AWS::SNS::Topic}
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          environment: {TOPIC: ⟦"!Ref Orders" → !Ref Orders⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for type in model.types {
        // Members are only made where there is something to report.
        for resource in model.resources(type)
        where resource.isWritten && resource.properties.value.hasText(where: QuotedFunction.isOne) {
          for property in resource.properties.members where property.value.hasText(where: QuotedFunction.isOne) {
            Rule.report(quotedIn: property, &report)
          }
        }
      }
      let tree = model.names.tree
      for output in model.names.spec.outputs {
        guard let value = tree.value(ofOutput: output.value.node) else { continue }
        tree.forEachScalar(in: value) { node in
          let text = tree.string(node)
          guard QuotedFunction.isOne(text), tree.tag(node) == .none else { return }
          Rule.report(quoted: text, at: tree.mark(node), &report)
        }
      }
    })

  private static func report(quoted text: String, at mark: Mark, _ report: inout Report) {
    report.report(
      at: mark, "\(Reader.quoted(text)) is in quotes, so that it is not a function",
      help: "write it without quotes: `\(text)`")
  }

  private static func report(quotedIn property: Model.Property, _ report: inout Report) {
    if let items = property.items {
      for item in items where item.value.hasText(where: QuotedFunction.isOne) { Rule.report(quotedIn: item, &report) }
    } else if property.form == .mapping {
      for member in property.members where member.value.hasText(where: QuotedFunction.isOne) {
        Rule.report(quotedIn: member, &report)
      }
    } else if let text = property.text, property.isRaw, !prose.contains(property.name) {
      Rule.report(quoted: text, at: property.mark, &report)
    }
  }

  /// Properties that are read by people or programs.
  private static let prose: Set<String> = ["Description", "ZipFile", "InlineCode", "TemplateBody"]
}
