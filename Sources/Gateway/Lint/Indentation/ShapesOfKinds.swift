import SpecReading
import YAMLTree

extension Shape {
  /// Whether its values are mappings whose keys are known, or names.
  var takesKeys: Bool {
    switch self {
    case .object, .defaults, .record, .map: true
    case .list(let item): item.takesKeys
    case .either(let shapes): shapes.contains(where: \.takesKeys)
    default: false
    }
  }

  /// The type of the elements of a mapping.
  var elementType: (any SpecObject.Type)? {
    switch self {
    case .object(let type), .defaults(let type): type
    case .either(let shapes): shapes.lazy.compactMap(\.elementType).first
    default: nil
    }
  }

  /// Whether a value of a kind may have this shape.
  func mayBe(_ kind: Tree.Kind) -> Bool {
    switch self {
    case .any: true
    case .object, .defaults: kind == .mapping || kind == .scalar
    case .record, .map, .mapping: kind == .mapping
    case .list(let item): kind == .sequence || item.mayBe(kind)
    case .either(let shapes): shapes.contains { $0.mayBe(kind) }
    default: kind == .scalar
    }
  }
}
