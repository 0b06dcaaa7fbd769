import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Model {
  /// A resource that AWS will have, from any source.
  final class Resource {
    /// The source of the resource.
    enum Source {
      /// An element of the language.
      case language
      /// `resources`.
      case resources
      /// An OpenAPI document: AWS creates it, and it is not in the template.
      case document
      /// `Target` of an API: AWS creates it, and it is not in the template.
      case quickCreate
      /// An API of SAM or an event of a function: SAM's macro creates it.
      case serverless
    }

    /// The resource in the template, with `properties` and `overrides` applied.
    let record: CloudFormation.Resource
    let source: Source
    /// Where it is written: its key, or that of the element that it is made for.
    let mark: Mark
    /// Whether its properties are surely all: what is not among them is missing.
    let isWhole: Bool
    unowned let model: Model
    /// Whether its author wrote any of its properties in AWS's words.
    private(set) lazy var isWritten = isRaw || record.properties.hasWritten
    /// Whether one of these may have a text with `${` that no function reads.
    private(set) lazy var hasOpenText = isWritten && record.properties.hasOpenText

    init(_ record: CloudFormation.Resource, _ source: Source, at mark: Mark, isWhole: Bool, in model: Model) {
      self.record = record
      self.source = source
      self.mark = mark
      self.isWhole = isWhole
      self.model = model
    }

    /// Its logical ID; for a document, another unique ID.
    var id: String { record.id }
    /// `AWS::…`.
    var type: String { record.type }
    /// The condition under which it exists.
    var condition: String? { record.condition }
    /// Whether its author wrote it in AWS's words.
    var isRaw: Bool { source != .language }
    /// Whether it is in the template; else AWS creates it together with its API.
    var isInTemplate: Bool { source == .language || source == .resources }

    var tree: Tree { model.names.tree }

    /// Whether this and another one never exist at once, or it is unknown whether they do.
    func excludes(_ other: Resource) -> Bool { !mayExist(beside: other, []) }

    /// Whether this and another one may exist at once while some conditions hold.
    func mayExist(beside other: Resource, _ literals: [ConditionLogic.Literal]) -> Bool {
      let own = [condition, other.condition].compactMap { $0 }.map { ConditionLogic.Literal.holds($0) }
      // Mostly there are none.
      if literals.isEmpty, own.count < 2 || condition == other.condition { return true }
      return model.conditionLogic.mayHold(own + literals) == true
    }
  }
}

extension Model.Resource {
  /// Its `Properties`.
  var properties: Model.Property {
    Model.Property(
      name: "Properties", value: .object(record.properties), origin: .none, of: self, fallback: mark)
  }

  /// Where its type is written.
  var typeMark: Mark {
    guard isRaw, let body = record.origin.valueNode else { return mark }
    return tree.value("Type", in: body).map(tree.mark) ?? mark
  }

  /// A property, if it is set; not one that `AWS::NoValue` removes.
  subscript(_ name: String) -> Model.Property? {
    guard let member = record.properties.member(name) else { return nil }
    if member.value.isNothing { return nil }
    return Model.Property(member, of: self, fallback: mark)
  }

  /// Whether it surely has no such property, under another spelling either.
  func lacks(_ name: String) -> Bool {
    guard isWhole, self[name] == nil, !Value.object(record.properties).isFunction else { return false }
    let known = ResourceType.named(type)
    return !record.properties.members.contains { member in
      known?[member.key] == nil
        && (member.key.hasPrefix("Fn::") || Suggestion.nearest(to: member.key, among: [name]) != nil)
    }
  }

  /// A property that is true or false, and false by default; nil where it is not known.
  func flag(_ name: String) -> Bool? { self[name].map(\.bool) ?? (lacks(name) ? false : nil) }

  /// Whether a missing property is to be reported: one that `AWS::NoValue` removes in the language is reported at its value.
  func omits(_ name: String) -> Bool { (isRaw || record.properties[name] == nil) && lacks(name) }

  /// The language's word for a property; AWS's name where it has none.
  func word(for property: String) -> String {
    ResourceType.named(type)?[property]?.key ?? property
  }

  /// The name of a property in the source: the language's key, AWS's name, or the key in a document.
  func words(_ property: String) -> String {
    switch source {
    case .language: word(for: property)
    case .resources: property
    case .document: documentWord(for: property)
    case .quickCreate: property == "IntegrationUri" ? "Target" : property
    case .serverless: serverlessWord(for: property)
    }
  }

  /// Its property and a value, to write in its author's words.
  func setting(_ property: String, _ value: String) -> String { "`\(words(property)): \(value)`" }

  /// Calls `body` with the properties at a path of names; `*` matches all members of a mapping and items of a list.
  func forEach(_ path: String, _ body: (Model.Property) -> Void) {
    let names = path.parts(separatedBy: ".").map(String.init)
    guard let first = names.first else { return }
    self[first]?.forEach(names[1...], body)
  }
}

extension Model.Property {
  /// Calls `body` with the properties at a path from here.
  func forEach(_ path: ArraySlice<String>, _ body: (Model.Property) -> Void) {
    guard let name = path.first else { return body(self) }
    if isFunction {
      for branch in branches where !branch.isFunction { branch.forEach(path, body) }
    } else if name == "*" {
      for part in items ?? members { part.forEach(path.dropFirst(), body) }
    } else {
      self[name]?.forEach(path.dropFirst(), body)
    }
  }
}

extension Object {
  /// Whether an author wrote a key in it, at any depth. Each resource is asked: a closure for each value would cost more.
  fileprivate var hasWritten: Bool {
    members.indices.contains { members[$0].origin.key != nil || members[$0].value.hasWritten }
  }
}

extension Value {
  fileprivate var hasWritten: Bool {
    switch self {
    case .object(let object): object.hasWritten
    case .list(let items): items.indices.contains { items[$0].hasWritten }
    case .string, .number, .bool, .null, .ref, .getAtt: false
    }
  }

  /// Whether it is a mapping one of whose keys an author wrote.
  var hasWrittenKey: Bool {
    if case .object(let object) = self { object.members.contains { $0.origin.key != nil } } else { false }
  }
}
