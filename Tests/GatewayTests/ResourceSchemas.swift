import Foundation

@testable import Gateway

/// CloudFormation's schema of a resource type, as cfn-lint bundles it.
struct ResourceSchema {
  /// The folder of the schemas; nil before `make test` has installed cfn-lint.
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.venv/lib")
      .standardizedFileURL
    let versions = (try? FileManager.default.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)) ?? []
    return versions.map { $0.appending(path: "site-packages/cfnlint/data/schemas") }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// The file of each type, those of SAM's included.
  private static let files = ["us-east-1", "sam"].reduce(into: [String: String]()) { files, provider in
    let own = folder.flatMap { read($0.appending(path: "providers/\(provider).json")) } as? [String: String]
    files.merge(own ?? [:]) { first, _ in first }
  }

  let all: [String: Any]

  init?(_ type: String) {
    guard let folder = ResourceSchema.folder, let file = ResourceSchema.files[type],
      let all = ResourceSchema.read(folder.appending(path: "resources/\(file).json"))
    else { return nil }
    self.all = all
  }

  private static func read(_ url: URL) -> [String: Any]? {
    guard let data = try? Data(contentsOf: url) else { return nil }
    return try? JSONSerialization.jsonObject(with: data) as? [String: Any]
  }

  /// Paths of a list of JSON pointers, with dots.
  func paths(_ key: String) -> [String] {
    (all[key] as? [String] ?? []).map { String($0.dropFirst(12)).replacing("/", with: ".") }
  }

  /// The property that holds the tags, if a resource takes any.
  var tags: String? {
    let tagging = all["tagging"] as? [String: Any]
    let path = tagging?["tagProperty"] as? String
    guard tagging?["taggable"] as? Bool != false, let name = path.map({ String($0.dropFirst(12)) }) else { return nil }
    return Part(all, self).properties?[name] == nil ? nil : name
  }

  /// A schema inside, with what it refers to.
  struct Part {
    let node: [String: Any]
    private let schema: ResourceSchema

    init(_ node: [String: Any], _ schema: ResourceSchema) {
      var node = node
      while let path = node["$ref"] as? String {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        node["$ref"] = nil
        let other = (schema.all["definitions"] as? [String: Any])?[name] as? [String: Any] ?? [:]
        node.merge(other) { own, _ in own }
      }
      (self.node, self.schema) = (node, schema)
    }

    var properties: [String: Part]? { (node["properties"] as? [String: [String: Any]])?.mapValues { Part($0, schema) } }
    var required: [String] { node["required"] as? [String] ?? [] }
    var items: Part? { (node["items"] as? [String: Any]).map { Part($0, schema) } }
    /// What is under keys of the author's own.
    var values: Part? {
      let all = (node["patternProperties"] as? [String: [String: Any]])?.values.first ?? node["additionalProperties"]
      return (all as? [String: Any]).map { Part($0, schema) }
    }
    var words: [String]? { (node["enum"] as? [String]) ?? (node["const"] as? String).map { [$0] } }
    var range: ClosedRange<Int>? { closedRange("minimum", "maximum") }
    var length: ClosedRange<Int>? { closedRange("minLength", "maxLength") }
    /// The kinds of values that it takes; empty where the schema does not say.
    var types: Set<String> {
      Set(
        (node["type"] as? [String]) ?? (node["type"] as? String).map { [$0] } ?? (properties == nil ? [] : ["object"]))
    }

    /// Whether a text matches the pattern; nil without one.
    func matches(_ text: String) -> Bool? {
      (node["pattern"] as? String).map { text.range(of: $0, options: .regularExpression) != nil }
    }

    private func closedRange(_ low: String, _ high: String) -> ClosedRange<Int>? {
      guard let high = node[high] as? Int else { return nil }
      let low = node[low] as? Int ?? 0
      return low <= high ? low...high : nil
    }
  }
}

/// In what a description differs from a schema.
struct SchemaDifferences {
  private(set) var all: [String] = []
  private let type: ResourceType

  init(_ type: ResourceType, _ schema: ResourceSchema) {
    self.type = type
    let readOnly = schema.paths("readOnlyProperties")
    let root = ResourceSchema.Part(schema.all, schema)
    compare(type.properties, root, "", besides: Set(readOnly), isComplete: type.isComplete)
    if type.tags?.name != schema.tags { note("Tags", "tags are in \(schema.tags ?? "none")") }
    compareAttributes(readOnly, root)
    let identifiers = schema.paths("primaryIdentifier")
    if let ref = type.ref?.name, !identifiers.contains(ref) { note("Ref", "identified by \(identifiers)") }
    for name in type.unique where type[name] == nil { note(name, "unique, but not described") }
  }

  /// Texts with each character of ASCII that can be printed, and some of those that patterns allow.
  private static let probes =
    (0x20...0x7E).map { "ab\(UnicodeScalar(UInt8($0)))12" } + [
      "1", "12", "111122223333", "11112222333x", "$LATEST", "$LATEST.PUBLISHED", "200", "301", "404",
    ]

  private mutating func note(_ path: String, _ what: String) { all.append("\(type.name) \(path): \(what)") }

  private mutating func compareAttributes(_ readOnly: [String], _ root: ResourceSchema.Part) {
    guard let own = type.attributes else { return }
    let attributes = own + type.readable
    // `Fn::GetAtt` does not go into lists.
    for name in readOnly where !name.contains("*") && !attributes.contains(where: { $0.name == name }) {
      note(name, "missing attribute")
    }
    for attribute in attributes {
      let parts = attribute.name.split(separator: ".").map(String.init)
      let property = parts.reduce(Optional(root)) { $0?.properties?[$1] }
      if property == nil, !readOnly.contains(attribute.name) { note(attribute.name, "unknown attribute") }
      if let property, attribute.isList != property.types.contains("array") { note(attribute.name, "list or not") }
    }
  }

  private mutating func compare(
    _ properties: [ResourceType.Property], _ part: ResourceSchema.Part, _ path: String, besides: Set<String> = [],
    isComplete: Bool = true
  ) {
    let known = part.properties ?? [:]
    let names = Set(properties.map(\.name))
    if names.count != properties.count { note(path, "a property is described twice") }
    if isComplete {
      for name in known.keys.sorted() where !names.contains(name) && !besides.contains(path + name) {
        note(path + name, "not described")
      }
    }
    for property in properties {
      guard let other = known[property.name] else {
        note(path + property.name, "gone")
        continue
      }
      if property.isRequired != part.required.contains(property.name) { note(path + property.name, "required") }
      compare(property.form, other, path + property.name)
    }
  }

  private mutating func compare(_ form: PropertyForm, _ part: ResourceSchema.Part, _ path: String) {
    if !form.shape.types.isEmpty, !part.types.isEmpty, form.shape.types.isDisjoint(with: part.types) {
      note(path, "takes \(part.types.sorted())")
    }
    switch form.limit {
    case .words(let words), .anyCase(let words):
      if let other = part.words, Set(other) != Set(words) { note(path, "words \(other)") }
    case .range(let range): if let other = part.range, other != range { note(path, "range \(other)") }
    case .length(let length): if let other = part.length, other != length { note(path, "length \(other)") }
    case .pattern(let pattern, let length):
      if let other = part.length, other != length { note(path, "length \(other)") }
      // The schema's of paths allows all that begins with a slash.
      if case .path = pattern { break }
      for text in SchemaDifferences.probes where length.contains(text.count) {
        if let isMatch = part.matches(text), isMatch != pattern.allows(text) { note(path, "pattern: \(text)") }
      }
    case .quoted, .unquoted, nil:
      if part.words != nil, form.shape.types == ["string"] { note(path, "words \(part.words ?? [])") }
      if let range = part.range, !form.shape.types.isEmpty { note(path, "range \(range)") }
    }
    switch form.shape {
    case .object(let properties): compare(properties, part, path + ".")
    case .list(let item): if let other = part.items { compare(item, other, path + ".*") }
    case .map(let value), .json(let value): if let other = part.values { compare(value, other, path + ".*") }
    case .text, .integer, .number, .flag, .any: break
    }
  }
}

extension ResourceType.Ref {
  var name: String {
    switch self {
    case .id(let name), .arn(let name), .name(let name), .url(let name), .address(let name): name
    }
  }
}

extension PropertyForm.Shape {
  /// What JSON Schema calls the values that it takes; empty for any.
  var types: Set<String> {
    switch self {
    case .text: ["string"]
    case .integer: ["integer"]
    case .number: ["number"]
    case .flag: ["boolean"]
    case .any: []
    case .list: ["array"]
    case .map, .object: ["object"]
    case .json: ["object", "string"]
    }
  }
}
