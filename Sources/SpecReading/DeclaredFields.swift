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
  private let choices: [Forms]

  /// The forms of a choice: the keys that select them, and for each key the forms that have it.
  private struct Forms {
    let selectors: [String?]
    private(set) var owners: [String: [Int: FieldDescription]] = [:]

    init(_ forms: [Choice]) {
      selectors = forms.map(\.key)
      for (number, form) in forms.enumerated() {
        for field in form.fields { owners[field.key, default: [:]][number] = field }
      }
    }

    /// The form that keys select, and whether they decide for it. Without a selecting key it is the form that needs none,
    /// for which a key decides that only this form has.
    func selection(by used: Set<String>) -> (form: Int?, isDecided: Bool) {
      if let form = selectors.firstIndex(where: { $0.map(used.contains) ?? false }) { return (form, true) }
      guard let form = selectors.firstIndex(of: nil) else { return (nil, false) }
      return (form, used.contains { owners[$0].map { $0.count == 1 && $0[form] != nil } ?? false })
    }
  }

  /// - Parameter describer: the fields of all forms; a key may be in several.
  init(_ describer: Describer, common: Set<String>) {
    let all = describer.fields
    let fields = Describer.merged(all)
    choices = describer.choices.map(Forms.init)
    byKey = Dictionary(fields.map { ($0.key, $0) }) { first, _ in first }
    required = Dictionary(all.filter(\.isRequired).map { ($0.key, $0) }) { first, _ in first }
    let declared = fields.map(\.key)
    keys = declared.filter { !common.contains($0) } + declared.filter(common.contains)
    sortedKeys = declared.sorted()
  }

  /// The keys that may be added to others: not those of forms that these do not select. If they decide for none, the keys
  /// that select one are among them.
  func keys(beside used: Set<String>) -> AllowedKeys {
    let selections = choices.map { $0.selection(by: used) }
    var allowed = AllowedKeys()
    for key in keys where !used.contains(key) {
      var field = byKey[key]
      for (choice, selection) in zip(choices, selections) {
        guard let owners = choice.owners[key] else { continue }
        if let own = selection.form.flatMap({ owners[$0] }) {
          field = own
        } else if selection.isDecided || !choice.selectors.contains(key) {
          field = nil
        }
      }
      guard let field else { continue }
      if field.isOfWebSocketApis { allowed.inWebSocketApis.append(key) } else { allowed.everywhere.append(key) }
    }
    return allowed
  }
}

/// The keys that may be added to an object, whose API is not known.
struct AllowedKeys {
  var everywhere: [String] = []
  var inWebSocketApis: [String] = []

  /// The list of them; nil if there are none.
  var help: String? {
    guard let help = Suggestion.allowed(everywhere) else { return Suggestion.allowed(inWebSocketApis) }
    return help + (inWebSocketApis.isEmpty ? "" : "; in WebSocket APIs: " + Suggestion.list(inWebSocketApis))
  }
}
