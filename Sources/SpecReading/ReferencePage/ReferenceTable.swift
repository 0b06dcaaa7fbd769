import TextSearch

/// The sections of the reference page.
extension ReferencePage {
  /// A section: heading, example, table.
  func text(of section: Section) -> String {
    let isRoot = section.path == "The spec"
    let heading =
      "\n" + String(repeating: "#", count: section.level) + (isRoot ? " The spec\n" : " `\(section.path)`\n")
    let example = examples.text(of: section.type).map { "\n```yaml\n\($0)\n```\n" } ?? ""
    let own = section.fields.filter { !isCommon($0) }
    let note = own.count < section.fields.count ? "\nAlso the \(commonLink).\n" : ""
    if let similar = similar(to: section, own) {
      let keys = own.map { "`\($0.key)`" }.joined(separator: ", ")
      let link = ReferencePage.link("`\(similar.path)`", to: similar.path)
      return heading + example + "\nKeys with the same meaning as in \(link): \(keys).\n" + note
    }
    return heading + example + shortForm(of: section) + (own.isEmpty ? "" : "\n" + table(own)) + note
  }

  /// The section with the fields that most elements have.
  var commonSection: String {
    "\n## \(ReferencePage.commonTitle)\n\nElements that become resources of the template also have these keys.\n\n"
      + table(common)
  }

  /// The keys whose value may be written in place of the object.
  private func shortForm(of section: Section) -> String {
    let keys = section.type.shorthands.map { "`\($0)`" }
    return keys.isEmpty ? "" : "\nShort form: only the value of \(keys.joined(separator: " or ")).\n"
  }

  private var commonLink: String {
    ReferencePage.link(ReferencePage.commonTitle.lowercased(), to: ReferencePage.commonTitle)
  }

  private func isCommon(_ field: FieldDescription) -> Bool {
    common.contains { $0.key == field.key && $0.documentation == field.documentation }
  }

  /// Another section that describes all the same fields, if they are many.
  private func similar(to section: Section, _ fields: [FieldDescription]) -> Section? {
    guard fields.count > 8 else { return nil }
    return sections.first { other in
      other.path != section.path && other.fields.count > section.fields.count
        && fields.allSatisfy { field in
          other.fields.contains { $0.key == field.key && $0.documentation == field.documentation }
        }
    }
  }

  private func table(_ fields: [FieldDescription]) -> String {
    let forms = Set(fields.flatMap(\.forms))
    let clauses = fields.map(\.clause)
    let hasDefaults = clauses.contains { !$0.words.isEmpty }
    let columns = ["key", "value"] + (hasDefaults ? ["default"] : []) + (forms.isEmpty ? [] : ["with"]) + ["meaning"]
    var text = row(columns) + row(columns.map { _ in "---" })
    for (field, clause) in zip(fields, clauses) {
      text += row(
        [field.isRequired ? "**`\(field.key)`**" : "`\(field.key)`", value(field)]
          + (hasDefaults ? [clause.words] : []) + (forms.isEmpty ? [] : [words(for: field, of: forms)])
          + [[clause.meaning, field.requirement].compactMap { $0 }.joined(separator: " ")])
    }
    return text
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }

  /// The forms that have a field: none if all do, and the other ones if these are few.
  private func words(for field: FieldDescription, of all: Set<String>) -> String {
    let own = field.forms
    if own == ["`\(field.key)`"] { return "" }
    let others = all.subtracting(own).sorted()
    if own.isEmpty || others.isEmpty && all.count > 2 { return "" }
    if all.count > 4, others.count < 4 { return "all except " + others.joined(separator: ", ") }
    return own.joined(separator: ", ")
  }

  /// The expected value. Each object is described once, under its own heading.
  private func value(_ field: FieldDescription) -> String {
    guard let (type, isNamed) = field.shape.object, let heading = headings[ObjectIdentifier(type)] else {
      return field.expectation
    }
    return ReferencePage.link(isNamed ? "elements by name" : field.expectation, to: heading)
  }
}
