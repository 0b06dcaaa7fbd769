import YAMLTree

/// A key of another tool with its value.
public struct ForeignEntry {
  /// The key.
  public let key: String
  /// Its value.
  public let value: Node
  /// The name of the element that it is in.
  public let owner: String
  /// The keys that are allowed there.
  public let known: [String]
  /// The element itself, if the key is in one.
  public var element: Node?
}

/// Keys of other tools and common mistakes, with what to write instead. A language passes its table to the reader.
///
/// Words are compared without case, `-` and `_`. An entry applies only if the key that it suggests, or the key that
/// identifies the object, is allowed there.
public struct ForeignWords: Sendable {
  /// One row of the table.
  public struct Entry: Sendable {
    /// The meaning of the words.
    enum Form: Sendable {
      /// Another name for a key, with the same kind of value.
      case key(String)
      /// Another name for a key that has another kind of value here.
      case form(String)
      /// Not a key: what to do instead, in an object with the key `beside`.
      case advice(beside: String?)
      /// A superfluous level of nesting in a mapping with free keys.
      case level
    }

    let words: [String]
    let form: Form
    /// What to write, or to do instead.
    public let text: String
    var isExact = false

    /// Whether it is about a word, apart from case.
    public func means(_ word: String) -> Bool { Suggestion.same(as: word, among: words) != nil }

    /// Other names for a key.
    public static func key(_ key: String, _ words: String...) -> Entry {
      Entry(words: words, form: .key(key), text: "write `\(key)`")
    }

    /// Names for a key that has another kind of value here.
    public static func form(_ key: String, _ text: String, _ words: String...) -> Entry {
      Entry(words: words, form: .form(key), text: text)
    }

    /// What to do instead, wherever the key `beside` is allowed.
    public static func advice(beside key: String? = nil, _ text: String, _ words: String...) -> Entry {
      Entry(words: words, form: .advice(beside: key), text: text)
    }

    /// The same, for words with exactly this spelling.
    public static func exactly(beside key: String, _ text: String, _ words: String...) -> Entry {
      Entry(words: words, form: .advice(beside: key), text: text, isExact: true)
    }

    /// A level of nesting that this language does not have.
    public static func level(_ text: String, _ words: String...) -> Entry {
      Entry(words: words, form: .level, text: text)
    }
  }

  /// The meaning of a word in an object.
  struct Meaning {
    /// What to write.
    let help: String
    /// The intended key, if there is one.
    let key: String?
    /// Whether only the key must change.
    var isRenaming = false
    /// Whether the entry requires exact spelling.
    var isExact = false
  }

  private let entries: [String: [Entry]]
  /// Words for values, each with the value that is intended and the help.
  private let values: [(words: [String], value: String, help: String)]
  /// The keys that all elements have, which are listed last.
  let common: Set<String>
  /// Help that shows the author's own text in the words of this language; nil for most keys.
  let translate: @Sendable (ForeignEntry, Tree) -> String?
  /// Help for a word that is a property of AWS, in an object with the known keys; nil for all other words.
  private(set) var property: @Sendable (String, [String]) -> String? = { _, _ in nil }

  /// A table. If several rows have a word, the first applicable one is used.
  public init(
    _ rows: [Entry] = [], values: [(words: [String], value: String, help: String)] = [], common: Set<String> = [],
    translate: @escaping @Sendable (ForeignEntry, Tree) -> String? = { _, _ in nil }
  ) {
    self.values = values
    self.translate = translate
    self.common = common
    var entries: [String: [Entry]] = [:]
    for row in rows {
      for word in row.words { entries[Suggestion.plain(word), default: []].append(row) }
    }
    self.entries = entries
  }

  /// The same table with help for properties of AWS.
  public func with(property: @escaping @Sendable (String, [String]) -> String?) -> ForeignWords {
    var words = self
    words.property = property
    return words
  }

  /// The keys of the language that the table suggests.
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

  /// The meaning of a word in an object with the `known` keys, of which the `open` ones are not used yet.
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

  /// The value that a word of another tool means.
  func value(of word: String, among allowed: [String]) -> (word: String, help: String)? {
    let plain = Suggestion.plain(word)
    return values.first { allowed.contains($0.value) && $0.words.contains { Suggestion.plain($0) == plain } }
      .map { ($0.value, $0.help) }
  }

  /// The help for a mapping under a free key where a string is expected.
  func level(of word: String) -> String? {
    (entries[Suggestion.plain(word)] ?? []).first { entry in
      if case .level = entry.form { true } else { false }
    }?.text
  }
}
