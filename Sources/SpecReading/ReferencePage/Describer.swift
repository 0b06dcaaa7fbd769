import TextSearch
import YAMLTree

/// A field as declared.
public struct FieldDescription: Sendable {
  /// The key.
  public let key: String
  /// The expected value.
  public let expectation: String
  /// Its documentation.
  public let documentation: String
  /// Whether the field is required, in one of its forms at least.
  public let isRequired: Bool
  /// The forms that do not require the field, if others do: "`id`".
  private(set) var optionalForms: [String] = []
  /// The forms that require the field.
  private(set) var requiredForms: [String] = []
  /// The form that has the field, if the object has several: "`lambda`".
  public let form: String?
  /// The accepted values.
  public let shape: Shape

  /// Whether only WebSocket APIs have the field, whose documentation begins with that.
  var isOfWebSocketApis: Bool { documentation.hasPrefix("WebSocket") }

  /// The field merged with the same field of another form.
  func shared(with other: FieldDescription) -> FieldDescription {
    let forms = [form, other.form].compactMap { $0 }
    let isSame = expectation == other.expectation
    var shared = FieldDescription(
      key: key,
      expectation: isSame ? expectation : "\(expectation); with \(other.form ?? "others"): \(other.expectation)",
      documentation: documentation, isRequired: isRequired || forms.count == 2 && other.isRequired,
      form: forms.count < 2 || forms[0] == forms[1] ? form : forms.joined(separator: ", "),
      shape: isSame ? shape : .either([shape, other.shape]))
    shared.requiredForms = requiring(true) + other.requiring(true)
    shared.optionalForms = requiring(false) + other.requiring(false)
    return shared
  }

  /// The forms that require the field, or those that do not.
  private func requiring(_ wanted: Bool) -> [String] {
    let merged = wanted ? requiredForms : optionalForms
    if !requiredForms.isEmpty || !optionalForms.isEmpty { return merged }
    return isRequired == wanted ? [form].compactMap { $0 } : []
  }

  /// Which forms require the field, if only some do; nil for any other field.
  var requirement: String? {
    if requiredForms.isEmpty || optionalForms.isEmpty { return nil }
    return optionalForms.contains(Describer.creation)
      ? "Required with \(requiredForms.joined(separator: ", "))."
      : "Optional with \(optionalForms.joined(separator: ", "))."
  }

  /// The forms that have the field.
  var forms: [String] { form.map { $0.parts(separatedBy: ", ").map(String.init) } ?? [] }

  /// The help for a missing field.
  var help: String {
    let meaning = documentation.hasSuffix(".") ? documentation.dropLast() : documentation[...]
    let value = shape.object == nil ? " (\(expectation))" : ""
    return "add `\(key)`\(value): \(meaning)"
  }
}

/// A form of an object: its selecting key and its fields.
struct Choice: Sendable {
  /// The key that selects the form; nil for the form of an object without any of the other keys.
  let key: String?
  /// Its fields, including those of nested forms.
  let fields: [FieldDescription]
  /// Its required keys.
  let required: [String]
}

/// The visitor that collects the declared fields of an object.
public struct Describer: FieldVisitor {
  /// No location: nothing is read.
  public let mark = Mark.nowhere
  /// The fields in declaration order; a field of several forms is listed for each.
  private(set) var fields: [FieldDescription] = []
  /// The forms of the object, one of which applies; several lists if the object has several choices.
  private(set) var choices: [[Choice]] = []
  /// The types that have defaults in this object.
  private(set) var defaulted: [any SpecObject.Type] = []
  private var form: String?
  /// The number of enclosing choices, here and for each field.
  private var level = 0
  private var levels: [Int] = []

  /// The fields of an object by key, including those of all forms.
  public static func fields<T: SpecObject>(of type: T.Type) -> [String: FieldDescription] {
    Dictionary(list(of: type).map { ($0.key, $0) }) { first, _ in first }
  }

  /// The choices of forms of an object, the keys that all forms share, and the types it has defaults for.
  static func structure<T: SpecObject>(
    of type: T.Type
  ) -> (choices: [[Choice]], common: Set<String>, defaulted: [ObjectIdentifier]) {
    let describer = describing(type)
    let common = describer.fields.indices.filter { describer.levels[$0] == 0 }.map { describer.fields[$0].key }
    return (describer.choices, Set(common), describer.defaulted.map { ObjectIdentifier($0) })
  }

  /// The form of resources that the stack creates.
  static let creation = "creation"

  /// The fields of an object in declaration order; a field of several forms is listed once.
  public static func list<T: SpecObject>(of type: T.Type) -> [FieldDescription] { merged(describing(type).fields) }

  /// The description of an object.
  static func describing<T: SpecObject>(_ type: T.Type) -> Describer {
    var describer = Describer()
    _ = T(fields: &describer)
    return describer
  }

  /// The fields, each key once.
  static func merged(_ all: [FieldDescription]) -> [FieldDescription] {
    var fields: [FieldDescription] = []
    for field in all {
      if let index = fields.firstIndex(where: { $0.key == field.key }) {
        fields[index] = fields[index].shared(with: field)
      } else {
        fields.append(field)
      }
    }
    return fields
  }

  /// Adds a required field.
  public mutating func required<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value {
    note(key, schema.expectation, documentation, isRequired: true, schema.fullShape)
    return schema.placeholder
  }

  /// Adds an optional field.
  public mutating func optional<S: Schema>(_ key: StaticString, _ schema: S, _ documentation: StaticString) -> S.Value?
  {
    note(key, schema.expectation, documentation, isRequired: false, schema.fullShape)
    return nil
  }

  /// Adds the fields of the group.
  public mutating func group<T: FieldGroup>(_ type: T.Type) -> T { T(fields: &self) }

  /// Adds the fields of every form.
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

  /// Does nothing: the fields add their own keys.
  public mutating func exclude(_ keys: [StaticString], beside key: StaticString, _ help: StaticString) {}

  /// Adds the key of the defaults.
  public mutating func defaults(_ key: StaticString, for group: DefaultsGroup, _ documentation: StaticString) {
    defaulted.append(group.type)
    note(key, "a mapping of fields", documentation, isRequired: false, .defaults(group.type))
  }

  /// Adds the key of the defaults.
  public mutating func defaults(
    _ key: StaticString, for groups: KeyValuePairs<StaticString, DefaultsGroup>, _ documentation: StaticString
  ) {
    defaulted += groups.map(\.value.type)
    let fields = groups.map { (key: String(describing: $0.key), shape: Shape.defaults($0.value.type)) }
    note(key, "a mapping", documentation, isRequired: false, .record(fields))
  }

  /// Adds nothing: the defaults describe the fields.
  public mutating func inherited<T: SpecObject>(_ type: T.Type) -> T {
    var describer = Describer()
    return T(fields: &describer)
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
