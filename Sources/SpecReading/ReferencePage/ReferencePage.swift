/// The reference of a language in Markdown, generated from its field declarations: contents, and a section with a table
/// for each object.
public struct ReferencePage {
  /// A section: an object under the path where it is found first.
  struct Section {
    let path: String
    let level: Int
    let type: any SpecObject.Type
    let fields: [FieldDescription]
  }

  private(set) var sections: [Section] = []
  private(set) var headings: [ObjectIdentifier: String] = [:]
  let examples: ObjectExamples
  /// The fields that most elements have.
  let common: [FieldDescription]

  static let commonTitle = "Common keys"

  private init(examples: ObjectExamples, common: [FieldDescription]) {
    self.examples = examples
    self.common = common
  }

  /// The reference of a root object.
  ///
  /// The fields of `common` are described once, in a section of their own. `appendix` has further sections that begin with
  /// a heading.
  public static func markdown<T: SpecObject>(
    of root: T.Type, introduction: String, common: (any SpecObject.Type)? = nil, examples: ObjectExamples = .none,
    appendix: [String] = []
  ) -> String {
    var page = ReferencePage(examples: examples, common: common.map { Describer.list(of: $0) } ?? [])
    page.collect(root)
    let tables = page.sections.map { page.text(of: $0) }
    let rest = (page.common.isEmpty ? [] : [page.commonSection]) + tables.dropFirst() + appendix
    let titles = appendix.compactMap { $0.split(separator: "\n").first?.drop { $0 == "#" || $0 == " " } }
    return introduction + page.contents(titles.map(String.init)) + tables[0] + rest.joined()
  }

  // MARK: Sections

  /// Collects the sections. Those of objects inside an element follow the element.
  private mutating func collect(_ root: any SpecObject.Type) {
    let fields = Describer.list(of: root)
    headings[ObjectIdentifier(root)] = "The spec"
    sections = [Section(path: "The spec", level: 2, type: root, fields: fields)]
    let top = newObjects(in: fields, of: "")
    for (path, type) in top { add(path, type, level: 2) }
  }

  private mutating func add(_ path: String, _ type: any SpecObject.Type, level: Int) {
    var waiting = [(path: path, type: type)]
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      let fields = Describer.list(of: next.type)
      sections.append(
        Section(path: next.path, level: next.path == path ? level : level + 1, type: next.type, fields: fields))
      waiting += newObjects(in: fields, of: next.path)
    }
  }

  /// The objects in fields that have no heading yet, which they get.
  private mutating func newObjects(
    in fields: [FieldDescription], of path: String
  ) -> [(path: String, type: any SpecObject.Type)] {
    var found: [(path: String, type: any SpecObject.Type)] = []
    for field in fields {
      guard let (type, isNamed) = field.shape.object, headings[ObjectIdentifier(type)] == nil else { continue }
      let inner = (path.isEmpty ? field.key : "\(path).\(field.key)") + (isNamed ? ".NAME" : "")
      headings[ObjectIdentifier(type)] = inner
      found.append((inner, type))
    }
    return found
  }

  // MARK: Contents

  private func contents(_ titles: [String]) -> String {
    var text = "\n## Contents\n\n"
    for title in ["The spec"] + (common.isEmpty ? [] : [ReferencePage.commonTitle]) {
      text += "- \(ReferencePage.link(title, to: title))\n"
    }
    for (index, section) in sections.enumerated() where index > 0 && section.level == 2 {
      let inner = sections[(index + 1)...].prefix { $0.level > 2 }
      text += "- \(ReferencePage.link("`\(section.path)`", to: section.path))"
      let links = inner.map { part in
        ReferencePage.link("`\(part.path.dropFirst(section.path.count + 1))`", to: part.path)
      }
      text += (links.isEmpty ? "" : ": ") + links.joined(separator: ", ") + "\n"
    }
    for title in titles { text += "- \(ReferencePage.link(title, to: title))\n" }
    return text
  }

  /// A link to a heading.
  static func link(_ words: String, to heading: String) -> String {
    let anchor = heading.lowercased().compactMap { character -> Character? in
      if character == " " { return "-" }
      return character.isLetter || character.isNumber || character == "-" ? character : nil
    }
    return "[\(words)](#\(String(anchor)))"
  }
}
