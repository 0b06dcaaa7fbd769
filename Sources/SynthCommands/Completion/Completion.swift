import Diagnostics
import Gateway

/// The completion of a command line's last word. One implementation serves all shells, whose scripts only pass the words
/// and present the result.
struct Completion {
  /// A word that fits, with a description.
  struct Candidate: Equatable {
    let word: String
    var description = ""
  }

  private(set) var candidates: [Candidate] = []
  /// The files that also fit.
  private(set) var files = HelpDescription.Argument.Files.none

  private let command: HelpDescription
  /// The last word, which is incomplete.
  private let current: String
  /// Complete words without options.
  private var positionals: [String] = []
  private var environment: String?
  private var api: String?

  /// The completion after the program's name.
  init(_ words: [String], of program: HelpDescription = .program) {
    current = words.last ?? ""
    var rest = words.dropLast()
    let named = rest.first.flatMap { program[$0] }
    if named != nil { rest = rest.dropFirst() }
    command = named ?? program["synth"] ?? program
    var awaited: HelpDescription.Argument?
    for word in rest {
      if let option = awaited {
        note(word, of: option)
        awaited = nil
      } else if word.hasPrefix("-"), word != "-" {
        awaited = command.arguments.first { $0.isNamed(word) && !$0.isFlag }
      } else {
        positionals.append(word)
      }
    }
    if let option = awaited {
      complete(option)
    } else if current.hasPrefix("-") {
      completeNames(used: Set(rest))
    } else {
      if named == nil, words.count <= 1 { completeCommands(of: program) }
      completePositional()
    }
    candidates = candidates.filter { $0.word.hasPrefix(current) }
  }

  /// Remembers a value on which others depend.
  private mutating func note(_ word: String, of option: HelpDescription.Argument) {
    if option.isNamed("--env") { environment = word }
    if option.isNamed("--api") { api = word }
  }

  private mutating func completeCommands(of program: HelpDescription) {
    candidates += program.subcommands.map { Candidate(word: $0.name, description: $0.abstract) }
  }

  private mutating func completeNames(used: Set<String>) {
    for argument in command.arguments where !argument.names.isEmpty {
      if !argument.isRepeating, argument.names.contains(where: used.contains) { continue }
      candidates += argument.names.map { Candidate(word: $0, description: argument.abstract) }
    }
  }

  private mutating func completePositional() {
    let places = command.arguments.filter { $0.names.isEmpty }
    guard let argument = positionals.count < places.count ? places[positionals.count] : places.last,
      positionals.count < places.count || argument.isRepeating
    else { return }
    complete(argument)
    if command.name == "explain" || argument.valueName.lowercased() == "id" {
      candidates += FindingKind.all.map { Candidate(word: $0.id, description: $0.summary) }
    }
  }

  private mutating func complete(_ argument: HelpDescription.Argument) {
    files = argument.files
    candidates += argument.values.map { Candidate(word: $0) }
    if argument.isNamed("--format"), let equals = current.firstIndex(of: "=") {
      // `sarif=FILE`
      candidates = []
      files = equals < current.endIndex ? .with(extensions: []) : .none
    }
    if argument.isNamed("--area") { candidates += CompletionOfSpecs.areas }
    let specs = CompletionOfSpecs(paths: positionals, environment: environment)
    if argument.isNamed("--env") { candidates += specs.environments }
    if argument.isNamed("--set") { candidates += specs.variables }
    if argument.isNamed("--api") { candidates += specs.apis }
    if argument.isNamed("--stage") { candidates += specs.stages(of: api) }
  }
}

extension Completion {
  /// The lines for the scripts: words with their descriptions after a tab, then `:files EXTENSION…` or `:folders`.
  var lines: [String] {
    let words = candidates.map { candidate in
      let text = candidate.description.prefix { $0 != "\n" }
      return visible(candidate.word) + (text.isEmpty ? "" : "\t\(text)")
    }
    return switch files {
    case .none: words
    case .folders: words + [":folders"]
    case .with(let extensions): words + [([":files"] + extensions).joined(separator: " ")]
    }
  }
}
