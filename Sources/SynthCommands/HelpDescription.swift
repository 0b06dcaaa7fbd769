import ArgumentParser
import CloudFormation

/// The description of a command with its options, from which completions and the manual page are made.
///
/// swift-argument-parser describes its commands as JSON only.
struct HelpDescription {
  let name: String
  let abstract: String
  let discussion: String
  let arguments: [Argument]
  let subcommands: [HelpDescription]

  /// An option, a flag or a positional argument.
  struct Argument {
    /// `-o`, `--output`; none for a positional argument.
    let names: [String]
    let isFlag: Bool
    let isRepeating: Bool
    let isOptional: Bool
    let valueName: String
    let abstract: String
    /// All values, if they are known.
    let values: [String]
    let defaultValue: String?
    let files: Files

    /// The kind of files that a value names.
    enum Files {
      case none, folders
      case with(extensions: [String])
    }

    /// Whether a word is its name.
    func isNamed(_ word: String) -> Bool { names.contains(word) }
  }

  /// The whole program.
  static let program: HelpDescription = {
    let value = JSONReading.value(of: Array(Apigw._dumpHelp().utf8))
    return HelpDescription(value?.object?["command"]?.object ?? Object())
  }()

  private init(_ object: Object) {
    name = object.text("commandName")
    abstract = object.text("abstract")
    discussion = object.text("discussion")
    arguments = object.items("arguments").filter { $0.isShown }.map(Argument.init)
    subcommands = object.items("subcommands").filter { $0.isShown }.map(HelpDescription.init)
  }

  /// The subcommand of a name.
  subscript(_ name: String) -> HelpDescription? { subcommands.first { $0.name == name } }
}

extension HelpDescription.Argument {
  fileprivate init(_ object: Object) {
    names = object.items("names").map { name in
      name.text("kind") == "long" ? "--" + name.text("name") : "-" + name.text("name")
    }.sorted { $0.utf8.count < $1.utf8.count }
    isFlag = object.text("kind") == "flag"
    isRepeating = object["isRepeating"] == .bool(true)
    isOptional = object["isOptional"] == .bool(true)
    valueName = object.text("valueName")
    abstract = object.text("abstract")
    defaultValue = object["defaultValue"]?.scalar
    let kind = object["completionKind"]?.object
    let listed = kind?["list"]?.object?["values"] ?? object["allValues"]
    if case .list(let items)? = listed { values = items.compactMap(\.text) } else { values = [] }
    if kind?["directory"] != nil {
      files = .folders
    } else if let file = kind?["file"]?.object {
      if case .list(let items)? = file["extensions"] {
        files = .with(extensions: items.compactMap(\.text))
      } else {
        files = .with(extensions: [])
      }
    } else {
      files = .none
    }
  }
}

extension Object {
  fileprivate func text(_ name: String) -> String { self[name]?.text ?? "" }

  fileprivate func items(_ name: String) -> [Object] {
    if case .list(let items)? = self[name] { items.compactMap(\.object) } else { [] }
  }

  fileprivate var isShown: Bool { self["shouldDisplay"] != .bool(false) }
}
