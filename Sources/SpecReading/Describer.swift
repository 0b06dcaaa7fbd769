import YAMLTree

/// A field as its declaration tells it.
public struct FieldDescription: Sendable {
  /// The key.
  public let key: String
  /// What is allowed.
  public let expectation: String
  /// What it means.
  public let documentation: String
  /// Whether it must be there.
  public let isRequired: Bool
  /// The form that has the field, where the object has several: "`lambda`".
  public let form: String?
  /// What may be written, for programs.
  public let shape: Shape

  /// The field as this form and another one have it.
  func shared(with other: FieldDescription) -> FieldDescription {
    let forms = [form, other.form].compactMap { $0 }
    let isSame = expectation == other.expectation
    return FieldDescription(
      key: key,
      expectation: isSame ? expectation : "\(expectation); with \(other.form ?? "others"): \(other.expectation)",
      documentation: documentation, isRequired: isRequired,
      form: forms.count < 2 || forms[0] == forms[1] ? form : forms.joined(separator: ", "),
      shape: isSame ? shape : .either([shape, other.shape]))
  }

  /// What to write, for a message.
  var help: String { "`\(key)`: \(expectation). \(documentation)" }
}

/// A form of an object: the key that selects it, and its fields.
struct Choice: Sendable {
  /// The key that selects it; none for what is taken where no other key is there.
  let key: String?
  /// Its fields, those of forms within it included.
  let fields: [FieldDescription]
  /// The keys that it cannot do without.
  let required: [String]
}

/// The visitor that notes the fields of an object instead of reading them.
public struct Describer: FieldVisitor {
  /// Nowhere: nothing is read.
  public let mark = Mark.nowhere
  private(set) var fields: [FieldDescription] = []
  /// The forms of the object, of which one is taken; several times over where there are several such choices.
  private(set) var choices: [[Choice]] = []
  /// The types whose objects get what they leave out from somewhere else.
  private(set) var defaulted: [any SpecObject.Type] = []
  private var form: String?
  /// How many choices the fields that are noted stand in, and the same for each field.
  private var level = 0
  private var levels: [Int] = []

  /// The fields of an object by key, those of all its forms included.
  public static func fields<T: SpecObject>(of type: T.Type) -> [String: FieldDescription] {
    Dictionary(list(of: type).map { ($0.key, $0) }) { first, _ in first }
  }

  /// The fields that an object or one of its forms must have, by key.
  static func requiredFields<T: SpecObject>(of type: T.Type) -> [String: FieldDescription] {
    var describer = Describer()
    _ = T(fields: &describer)
    return Dictionary(describer.fields.filter(\.isRequired).map { ($0.key, $0) }) { first, _ in first }
  }

  /// The choices among forms of an object, the keys that all forms have, and whose defaults it holds.
  static func structure<T: SpecObject>(
    of type: T.Type
  ) -> (choices: [[Choice]], common: Set<String>, defaulted: [ObjectIdentifier]) {
    var describer = Describer()
    _ = T(fields: &describer)
    let common = describer.fields.indices.filter { describer.levels[$0] == 0 }.map { describer.fields[$0].key }
    return (describer.choices, Set(common), describer.defaulted.map { ObjectIdentifier($0) })
  }

  /// The form of what the stack creates.
  static let creation = "creation"

  /// The fields of an object in the order of its declaration, one that several forms have once.
  public static func list<T: SpecObject>(of type: T.Type) -> [FieldDescription] {
    var describer = Describer()
    _ = T(fields: &describer)
    var fields: [FieldDescription] = []
    for field in describer.fields {
      if let index = fields.firstIndex(where: { $0.key == field.key }) {
        fields[index] = fields[index].shared(with: field)
      } else {
        fields.append(field)
      }
    }
    return fields
  }

  /// Notes a field that must be there.
  public mutating func required<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value {
    note(key, schema.expectation, documentation, isRequired: true, schema.fullShape)
    return schema.placeholder
  }

  /// Notes a field that may be left out.
  public mutating func optional<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value?
  {
    note(key, schema.expectation, documentation, isRequired: false, schema.fullShape)
    return nil
  }

  /// Notes the fields of every form.
  public mutating func oneOf<A: Alternatives>(_ alternatives: A.Type) -> A? {
    let outer = form
    var choice: [Choice] = []
    level += 1
    for form in A.forms {
      let start = fields.count
      self.form = form.key.map { "`\($0)`" } ?? Describer.creation
      form.describe(&self)
      let own = fields.indices[start...].filter { levels[$0] == level && fields[$0].isRequired }
      choice.append(
        Choice(
          key: form.key.map(String.init(describing:)), fields: Array(fields[start...]),
          required: own.map { fields[$0].key }))
    }
    level -= 1
    form = outer
    if outer == nil { choices.append(choice) }
    return nil
  }

  /// Notes nothing: the keys are noted where they are read.
  public mutating func exclude(_ keys: [StaticString], beside key: StaticString, _ help: StaticString) {}

  /// Notes the key of the defaults.
  public mutating func defaults(_ key: StaticString, for group: DefaultsGroup, _ documentation: StaticString) {
    defaulted.append(group.type)
    note(key, "a mapping of fields", documentation, isRequired: false, .defaults(group.type))
  }

  /// Notes the key of the defaults.
  public mutating func defaults(
    _ key: StaticString, for groups: KeyValuePairs<StaticString, DefaultsGroup>, _ documentation: StaticString
  ) {
    defaulted += groups.map(\.value.type)
    let fields = groups.map { (key: String(describing: $0.key), shape: Shape.defaults($0.value.type)) }
    note(key, "a mapping", documentation, isRequired: false, .record(fields))
  }

  private mutating func note(
    _ key: StaticString, _ expectation: String, _ documentation: StaticString, isRequired: Bool,
    _ shape: Shape
  ) {
    levels.append(level)
    fields.append(
      FieldDescription(
        key: String(describing: key), expectation: expectation, documentation: String(describing: documentation),
        isRequired: isRequired, form: form, shape: shape))
  }
}
