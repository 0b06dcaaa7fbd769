import ArgumentParser
import Gateway
import SpecReading

/// The options that set variables, and the files that specs may refer to.
struct ChoiceOptions: ParsableArguments {
  @Option(
    name: .customLong("env"),
    help: ArgumentHelp("Use the variables of one of the specs' `environments`.", valueName: "NAME"))
  var environment: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a variable, overriding the specs; may be repeated. The value is used literally.",
      valueName: "NAME=VALUE"),
    transform: Setting.init)
  var settings: [Setting] = []

  @Option(
    help: ArgumentHelp(
      "Folder that all paths in the specs must lead to: files they include, OpenAPI documents, code, assets of resources.",
      valueName: "DIR"),
    completion: .directory)
  var within: String?

  /// `name=value`
  struct Setting {
    let name: String
    let value: String

    init(_ argument: String) throws {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw ValidationError("expected NAME=VALUE") }
      guard KeyGrammar.isName(parts[0]) else {
        throw ValidationError("a variable name may only have letters, digits, - and _")
      }
      (name, value) = (parts[0], parts[1])
    }
  }

  /// The chosen values. Setting a variable twice is wrong usage.
  func choices() throws -> ReadingChoices {
    var values: [String: String] = [:]
    for setting in settings where values.updateValue(setting.value, forKey: setting.name) != nil {
      throw ValidationError("--set sets the variable \(setting.name) twice")
    }
    var choices = ReadingChoices(values: Choices(environment: environment, settings: values))
    if let within {
      guard (try? status(of: within).isFolder) == true, let boundary = SpecFiles.Boundary.onDisk(within) else {
        throw ValidationError("--within: there is no folder \(within)")
      }
      choices.boundary = boundary
    }
    return choices
  }
}

/// How specs are read.
struct ReadingChoices: Sendable {
  /// The environment and the variables.
  var values = Choices()
  /// The folder outside of which specs cannot refer to files; nil if they can refer to all.
  var boundary: SpecFiles.Boundary?
}

/// Checks `--env` and `--set` against the environments and variables of the specs.
struct ChoiceCheck {
  let choices: Choices
  let compiled: [Batch.Item]

  /// Unknown environments and variables.
  var problems: [FileProblem] {
    // A spec that could not be read may have more.
    let offers = compiled.compactMap(\.compilation.offered)
    return environmentProblems + (offers.count == compiled.count ? settingProblems(offers) : [])
  }

  private var environmentProblems: [FileProblem] {
    guard let chosen = choices.environment else { return [] }
    let offers = compiled.compactMap { item in item.compilation.offered.map { (item.path, $0.environments) } }
    if offers.count == compiled.count, let first = offers.first, offers.allSatisfy({ $0.1.isEmpty }) {
      return [problem(first.0, "unknown environment `\(chosen)`: \(first.0) has no `environments`", nil)]
    }
    return offers.filter { !$0.1.isEmpty && !$0.1.contains(chosen) }.map { path, names in
      problem(path, "unknown environment `\(chosen)` in \(path)", Suggestion.help(for: chosen, among: names))
    }
  }

  private func settingProblems(_ offers: [ChoicesOffered]) -> [FileProblem] {
    let known = offers.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    // Variables may be missing because of an unknown environment, which is reported above.
    guard let first = compiled.first, environmentProblems.isEmpty else { return [] }
    return choices.settings.keys.sorted().filter { !known.contains($0) }.map { name in
      problem(
        first.path,
        "unknown variable `\(name)` in --set: not defined in \(compiled.count == 1 ? first.path : "the specs")",
        Suggestion.help(for: name, among: known.sorted()))
    }
  }

  private func problem(_ path: String, _ message: String, _ help: String?) -> FileProblem {
    FileProblem(.unknownChoice, path: path, message: message).hinting(help)
  }
}
