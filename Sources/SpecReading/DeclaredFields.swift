/// The declared fields of an object, as messages about its keys need them.
struct DeclaredFields {
  /// The fields by key, including those of all forms.
  let byKey: [String: FieldDescription]
  /// The required fields by key, including those of all forms.
  let required: [String: FieldDescription]
  /// The keys in the order of declaration, those that all elements have last.
  let keys: [String]
  /// The keys in alphabetical order.
  let sortedKeys: [String]

  /// - Parameter all: the fields of all forms; a key may be in several.
  init(_ all: [FieldDescription], common: Set<String>) {
    let fields = Describer.merged(all)
    byKey = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
    required = Dictionary(all.filter(\.isRequired).map { ($0.key, $0) }) { first, _ in first }
    let declared = fields.map(\.key)
    keys = declared.filter { !common.contains($0) } + declared.filter(common.contains)
    sortedKeys = declared.sorted()
  }
}
