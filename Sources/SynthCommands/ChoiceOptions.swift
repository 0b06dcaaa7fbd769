import ArgumentParser
import Gateway
import SpecReading

/// The options that choose the values of variables.
struct ChoiceOptions: ParsableArguments {
  @Option(
    name: .customLong("env"),
    help: ArgumentHelp("Take the variables' values of one of the specs' `environments`.", valueName: "NAME"))
  var environment: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Set a variable, over what the specs say; may be given several times. The value is taken as it is.",
      valueName: "NAME=VALUE"),
    transform: Setting.init)
  var settings: [Setting] = []

  /// `name=value`
  struct Setting {
    let name: String
    let value: String

    init(_ argument: String) throws {
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw ValidationError("write NAME=VALUE") }
      guard KeyGrammar.isName(parts[0]) else {
        throw ValidationError("a variable's name is made of letters, digits, - and _")
      }
      (name, value) = (parts[0], parts[1])
    }
  }

  /// What was chosen; a variable that is set twice is wrong usage.
  func choices() throws -> Choices {
    var values: [String: String] = [:]
    for setting in settings where values.updateValue(setting.value, forKey: setting.name) != nil {
      throw ValidationError("--set gives the variable \(setting.name) twice")
    }
    return Choices(environment: environment, settings: values)
  }
}

/// Checks what was chosen against what the specs of a run offer.
struct ChoiceCheck {
  let choices: Choices
  let compiled: [Batch.Item]

  /// What does not fit.
  var problems: [FileProblem] {
    // A spec that could not be read may offer more.
    let offers = compiled.compactMap(\.compilation.offered)
    return environmentProblems + (offers.count == compiled.count ? settingProblems(offers) : [])
  }

  private var environmentProblems: [FileProblem] {
    guard let chosen = choices.environment else { return [] }
    let offers = compiled.compactMap { item in item.compilation.offered.map { (item.path, $0.environments) } }
    if offers.count == compiled.count, let first = offers.first, offers.allSatisfy({ $0.1.isEmpty }) {
      return [problem(first.0, "there is no environment `\(chosen)`: \(first.0) has no `environments`", nil)]
    }
    return offers.filter { !$0.1.isEmpty && !$0.1.contains(chosen) }.map { path, names in
      problem(path, "there is no environment `\(chosen)` in \(path)", Suggestion.help(for: chosen, among: names))
    }
  }

  private func settingProblems(_ offers: [ChoicesOffered]) -> [FileProblem] {
    let known = offers.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    // What an unknown environment leaves out has been told.
    guard let first = compiled.first, environmentProblems.isEmpty else { return [] }
    return choices.settings.keys.sorted().filter { !known.contains($0) }.map { name in
      problem(
        first.path, "--set gives `\(name)`, which is no variable of \(compiled.count == 1 ? first.path : "the specs")",
        Suggestion.help(for: name, among: known.sorted()))
    }
  }

  private func problem(_ path: String, _ message: String, _ help: String?) -> FileProblem {
    FileProblem(.unknownChoice, path: path, message: message).hinting(help)
  }
}
