import ArgumentParser
import Gateway

/// The options of commands that show the APIs of a spec.
struct OverviewOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("The specs; - reads standard input.", valueName: "SPEC"), completion: .spec)
  var specs: [String]

  @OptionGroup var choices: ChoiceOptions

  @Flag(name: .shortAndLong, help: "Report only errors, without warnings and notes.")
  var quiet = false

  @OptionGroup var color: ColorOptions

  /// Compiles the specs, whose secrets are hidden; ends the command if one has errors.
  func compile() throws -> [(path: String, compilation: Compilation, overview: Overview)] {
    let batch = try Batch(specs, choices.choices())
    batch.report.writeText(quiet: quiet || batch.report.status == .fine)
    try batch.report.status.end()
    return batch.compiled.compactMap { item in
      item.compilation.model.map { model in
        (item.path, item.compilation, Overview(model).mapTexts(item.compilation.secrets.hide))
      }
    }
  }
}

extension CompletionKind {
  /// Files that may be specs.
  static var spec: CompletionKind { .file(extensions: ["yaml", "yml"]) }
}
