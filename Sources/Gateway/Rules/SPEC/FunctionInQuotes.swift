import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// A tag inside of quotes.
  static let quotedFunction = Rule(
    id: "SPEC033",
    severity: .error,
    summary: "function in quotes, or a place without a function: a plain text",
    why: """
      YAML reads `!Ref Table` as a function only without quotes around it. In quotes it is a text that AWS gets as it is.
      A place such as `functions.books`, and `AWS::Region`, are plain texts as well in an environment variable and under `Value`,
      and so is a logical ID in a variable such as `TABLE`.
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
          guard tree.tag(node) == .none else { return }
          if QuotedFunction.isOne(text) {
            Rule.report(quoted: text, at: tree.mark(node), &report)
          } else if node == value {
            Rule.report(unread: text, at: tree.mark(node), model, &report)
          }
        }
      }
      for type in ["AWS::Lambda::Function", "AWS::Serverless::Function"] {
        for function in model.resources(type) where function.isWritten {
          function.forEach("Environment.Variables.*") { variable in
            guard let text = variable.text else { return }
            Rule.report(unread: text, at: variable.mark, model, &report)
            if let found = model.resource(text), names(variable, generatedNameOf: found) {
              report.report(
                at: variable.mark, "\(Reader.quoted(text)) is a plain text here: AWS gives the resource another name",
                related: [.init(message: "the resource", mark: found.mark)], help: "write `!Ref \(text)`")
            }
          }
        }
      }
    })

  /// Whether a variable such as `TABLE` or `ORDERS_QUEUE` is for the name of a resource, and AWS generates that name.
  private static func names(_ variable: Model.Property, generatedNameOf resource: Model.Resource) -> Bool {
    let kind = resource.type.split(separator: ":").last ?? ""
    return variable.name.filter { $0 != "_" }.uppercased().hasSuffix(kind.uppercased())
      && !resource.properties.members.contains { $0.name.hasSuffix("Name") }
  }

  /// Reports a place or a pseudo parameter as a text.
  private static func report(unread text: String, at mark: Mark, _ model: Model, _ report: inout Report) {
    if Value.pseudoParameters.contains(text) {
      return report.report(at: mark, "`\(text)` is a plain text here", help: "write `!Ref \(text)`")
    }
    guard text.utf8.contains(UInt8(ascii: ".")), !text.utf8.contains(UInt8(ascii: " ")) else { return }
    let parts = model.names.words(of: text)
    guard parts.count > 1, model.names.index(parts[1], in: parts[0]) != nil, let help = reference(to: text, model)
    else { return }
    report.report(
      at: mark, "\(Reader.quoted(text)) is a plain text here, not a reference",
      help: help)
  }

  /// What to write for a text that is a place or an attribute of one; nil for another, such as a host.
  private static func reference(to text: String, _ model: Model) -> String? {
    let last = text.lastIndex(of: ".") ?? text.startIndex
    let attribute = String(text[last...].dropFirst())
    if attribute.first?.isUppercase == true, model.names.place(String(text[..<last])) != nil {
      return model.spec.values.stageUrl(text[..<last], attribute) ?? "write `!GetAtt \(text)`"
    }
    return model.names.place(text) == nil ? nil : "write `!Ref \(text)`"
  }

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
