import Diagnostics
import Gateway

/// The names in the specs of a command line, for completion. A spec with errors offers what could be read.
struct CompletionOfSpecs {
  private let compiled: [Batch.Item]

  /// The specs among the words of a command line.
  init(paths: [String], environment: String?) {
    let specs = paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    let choices = ReadingChoices(values: Choices(environment: environment, settings: [:]))
    compiled = specs.isEmpty ? [] : Batch(specs, choices).compiled
  }

  /// The environments.
  var environments: [Completion.Candidate] {
    distinct(compiled.flatMap { $0.compilation.offered?.environments ?? [] })
  }

  /// The variables, as `NAME=`.
  var variables: [Completion.Candidate] {
    distinct(compiled.flatMap { $0.compilation.offered?.variables ?? [] }.map { $0 + "=" })
  }

  private var overviews: [Overview.Api] {
    compiled.compactMap(\.compilation.model).flatMap { Overview($0).apis }
  }

  /// The APIs.
  var apis: [Completion.Candidate] { distinct(overviews.map(\.name)) }

  /// The stages of an API, or of all.
  func stages(of api: String?) -> [Completion.Candidate] {
    distinct(overviews.filter { api == nil || $0.name == api }.flatMap { $0.stages.map(\.name) })
  }

  /// The areas of rules.
  static var areas: [Completion.Candidate] {
    var areas: [String] = []
    for kind in FindingKind.all {
      let area = String(kind.id.prefix { !$0.isNumber })
      if areas.last != area { areas.append(area) }
    }
    return areas.map { Completion.Candidate(word: $0) }
  }

  private func distinct(_ names: [String]) -> [Completion.Candidate] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.map { Completion.Candidate(word: $0) }
  }
}
