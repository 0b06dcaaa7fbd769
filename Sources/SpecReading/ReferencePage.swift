/// The reference of a language in Markdown, generated from its field declarations: a table for each object.
public struct ReferencePage {
  private var text = ""
  private var headings: [ObjectIdentifier: String] = [:]
  private var waiting: [(path: String, type: any SpecObject.Type)] = []

  private init() {}

  /// The reference of a root object.
  public static func markdown<T: SpecObject>(of root: T.Type, introduction: String) -> String {
    var page = ReferencePage()
    page.text = introduction
    page.waiting = [("", root)]
    page.headings[ObjectIdentifier(root)] = "The spec"
    while !page.waiting.isEmpty {
      let (path, type) = page.waiting.removeFirst()
      page.add(path, Describer.list(of: type))
    }
    return page.text
  }

  private mutating func add(_ path: String, _ fields: [FieldDescription]) {
    text += "\n## \(path.isEmpty ? "The spec" : "`\(path)`")\n\n"
    let hasForms = fields.contains { $0.form != nil }
    text +=
      hasForms
      ? "| key | value | with | meaning |\n| --- | --- | --- | --- |\n"
      : "| key | value | meaning |\n| --- | --- | --- |\n"
    for field in fields {
      let cells =
        [field.isRequired ? "**`\(field.key)`**" : "`\(field.key)`", value(field, path)]
        + (hasForms ? [field.form ?? ""] : []) + [field.documentation]
      text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
    }
  }

  /// The expected value. Each object is described once, under its own heading.
  private mutating func value(_ field: FieldDescription, _ path: String) -> String {
    let inner = path.isEmpty ? field.key : "\(path).\(field.key)"
    guard let (type, isNamed) = field.shape.object else { return field.expectation }
    return isNamed ? link("\(inner).NAME", type, "elements by name") : link(inner, type, field.expectation)
  }

  private mutating func link(_ path: String, _ type: any SpecObject.Type, _ words: String) -> String {
    let identifier = ObjectIdentifier(type)
    if headings[identifier] == nil {
      headings[identifier] = path
      waiting.append((path, type))
    }
    let heading = headings[identifier] ?? path
    let anchor = heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" }
    return "[\(words)](#\(anchor))"
  }
}
