import JSONWriting
import TextSearch

/// A JSON value of a schema, with keys in insertion order.
public indirect enum SchemaValue: Sendable {
  /// A string.
  case string(String)
  /// An integer.
  case integer(Int)
  /// A number, as its literal.
  case number(String)
  /// A boolean.
  case bool(Bool)
  /// An array.
  case array([SchemaValue])
  /// An object.
  case object([(String, SchemaValue)])

  /// An array of strings.
  public static func strings(_ texts: [String]) -> SchemaValue { .array(texts.map(SchemaValue.string)) }

  /// The members of an object; empty for other values.
  var members: [(String, SchemaValue)] {
    if case .object(let members) = self { members } else { [] }
  }

  /// An object with more members appended.
  public func adding(_ more: [(String, SchemaValue)]) -> SchemaValue { .object(members + more) }

  /// One of several; nested `anyOf` are flattened.
  static func anyOf(_ values: [SchemaValue]) -> SchemaValue {
    var flat: [SchemaValue] = []
    for value in values {
      if value.members.count == 1, value.members[0].0 == "anyOf", case .array(let inner) = value.members[0].1 {
        flat += inner
      } else {
        flat.append(value)
      }
    }
    return flat.count == 1 ? flat[0] : .object([("anyOf", .array(flat))])
  }

  /// The value as the body of an editor's snippet, in which `$` begins a placeholder.
  var escapedForSnippet: SchemaValue {
    func escaped(_ text: String) -> String { text.replacing("$", with: #"\$"#) }
    return switch self {
    case .string(let text): .string(escaped(text))
    case .array(let items): .array(items.map(\.escapedForSnippet))
    case .object(let members): .object(members.map { (escaped($0.0), $0.1.escapedForSnippet) })
    default: self
    }
  }

  /// A reference to a definition.
  static func reference(_ name: String) -> SchemaValue { .object([("$ref", .string("#/$defs/\(name)"))]) }

  /// A schema that depends on another one, so that a validator reports the errors of only one branch.
  public static func when(_ test: SchemaValue, then: SchemaValue, otherwise: SchemaValue? = nil) -> SchemaValue {
    .object([("if", test), ("then", then)] + (otherwise.map { [("else", $0)] } ?? []))
  }

  func write(to json: inout JSONWriter) {
    switch self {
    case .string(let text): json.string(text)
    case .integer(let value): json.integer(value)
    case .number(let literal): json.number(literal)
    case .bool(let value): json.bool(value)
    case .array(let items):
      json.beginArray()
      for item in items { item.write(to: &json) }
      json.endArray()
    case .object(let members):
      json.beginObject()
      for (key, value) in members {
        json.key(key)
        value.write(to: &json)
      }
      json.endObject()
    }
  }
}
