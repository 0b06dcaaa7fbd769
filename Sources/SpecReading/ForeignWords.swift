/// Keys as other tools and habits have them, and what is written here instead: a table that a language gives its reader.
///
/// Words are compared without regard to case, `-` and `_`. A word means something in a place only if the key that it
/// stands for, or one that tells the place, belongs there.
public struct ForeignWords: Sendable {
  /// What a word means where it fits.
  public struct Entry: Sendable {
    /// How a row is understood.
    enum Form: Sendable {
      /// Another name of a key, with a value of the same form.
      case key(String)
      /// A key with a value of another form.
      case form(String)
      /// No key: what to do in a place that has another key.
      case advice(beside: String?)
      /// A level that is one too many, below a mapping whose keys are the author's.
      case level
    }

    let words: [String]
    let form: Form
    let text: String
    var isExact = false

    /// Other names of a key.
    public static func key(_ key: String, _ words: String...) -> Entry {
      Entry(words: words, form: .key(key), text: "write `\(key)`")
    }

    /// Names of a key whose value looks different here.
    public static func form(_ key: String, _ text: String, _ words: String...) -> Entry {
      Entry(words: words, form: .form(key), text: text)
    }

    /// What to do, wherever the key `beside` is known.
    public static func advice(beside key: String? = nil, _ text: String, _ words: String...) -> Entry {
      Entry(words: words, form: .advice(beside: key), text: text)
    }

    /// The same for words in exactly these letters.
    public static func exactly(beside key: String, _ text: String, _ words: String...) -> Entry {
      Entry(words: words, form: .advice(beside: key), text: text, isExact: true)
    }

    /// A level that is not there in this language.
    public static func level(_ text: String, _ words: String...) -> Entry {
      Entry(words: words, form: .level, text: text)
    }
  }

  /// What a word means in a place.
  struct Meaning {
    /// What to write.
    let help: String
    /// The key that was meant, if there is one.
    let key: String?
    /// Whether the key alone has to change.
    var isRenaming = false
    /// Whether the word was met in exactly these letters.
    var isExact = false
  }

  private let entries: [String: [Entry]]

  /// A table; of several rows with a word the first counts that fits.
  public init(_ rows: [Entry] = []) {
    var entries: [String: [Entry]] = [:]
    for row in rows {
      for word in row.words { entries[Suggestion.plain(word), default: []].append(row) }
    }
    self.entries = entries
  }

  /// The keys of the language that the table speaks of.
  public var keys: Set<String> {
    Set(
      entries.values.joined().compactMap { entry in
        switch entry.form {
        case .key(let key), .form(let key): key
        case .advice(let key): key
        case .level: nil
        }
      })
  }

  /// What a word means among these keys, of which those that are `open` are not there yet.
  func meaning(of word: String, known: some Collection<String>, open: some Collection<String>) -> Meaning? {
    for entry in entries[Suggestion.plain(word)] ?? [] where !entry.isExact || entry.words.contains(word) {
      switch entry.form {
      case .key(let key) where open.contains(key): return Meaning(help: entry.text, key: key, isRenaming: true)
      case .form(let key) where open.contains(key): return Meaning(help: entry.text, key: key)
      case .advice(let key) where key.map(known.contains) ?? true:
        return Meaning(help: entry.text, key: nil, isExact: entry.isExact)
      default: continue
      }
    }
    return nil
  }

  /// What to say of a mapping under a key of the author's, where a text is due.
  func level(of word: String) -> String? {
    (entries[Suggestion.plain(word)] ?? []).first { entry in
      if case .level = entry.form { true } else { false }
    }?.text
  }
}
