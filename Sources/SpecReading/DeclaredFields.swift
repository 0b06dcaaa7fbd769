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
  private let choices: [[Choice]]

  /// - Parameter describer: the fields of all forms; a key may be in several.
  init(_ describer: Describer, common: Set<String>) {
    let all = describer.fields
    let fields = Describer.merged(all)
    choices = describer.choices
    byKey = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
    required = Dictionary(all.filter(\.isRequired).map { ($0.key, $0) }) { first, _ in first }
    let declared = fields.map(\.key)
    keys = declared.filter { !common.contains($0) } + declared.filter(common.contains)
    sortedKeys = declared.sorted()
  }

  /// The keys that may be added to others: not those of forms that these do not select.
  func keys(beside used: Set<String>) -> [String] {
    var excluded = used
    for choice in choices {
      guard let selected = choice.first(where: { $0.key.map(used.contains) ?? false }) else { continue }
      for form in choice where form.key != selected.key { excluded.formUnion(form.fields.map(\.key)) }
      excluded.subtract(selected.fields.map(\.key).filter { !used.contains($0) })
    }
    return keys.filter { !excluded.contains($0) }
  }
}
