import ArgumentParser
import Gateway
import JSONWriting

/// `ids SPEC`
struct IdsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ids", _superCommandName: Apigw.name,
    abstract: "Print the places of a spec and their logical IDs.",
    discussion: """
      A place is the path of an element in the spec, for use in `!Ref`, `!GetAtt`, `DependsOn` and `overrides`. With \
      --format json the table is an array of objects; if the spec has errors, the findings are printed as JSON instead.
      """)

  @Argument(help: ArgumentHelp("The spec; - reads standard input.", valueName: "SPEC"), completion: .file())
  var spec: String

  @OptionGroup var choices: ChoiceOptions
  @OptionGroup var options: TableOptions

  func run() throws {
    let batch = try Batch([spec], choices.choices())
    if batch.report.status != .fine {
      try batch.report.write(options.reporting)
      try batch.report.status.end()
    }
    // Standard output is for the table, standard error for warnings.
    batch.report.writeText(quiet: options.quiet)
    for item in batch.compiled {
      try Console.write(options.format == .json ? json(item.compilation.placed) : table(item.compilation.placed))
    }
  }

  private func table(_ resources: [PlacedResource]) -> [UInt8] {
    if resources.isEmpty { return [] }
    return alignedColumns(
      [["PLACE", "LOGICAL ID", "TYPE"]] + resources.map { [$0.path, $0.id, $0.type] })
  }

  private func json(_ resources: [PlacedResource]) -> [UInt8] {
    var json = JSONWriter()
    json.beginArray()
    for resource in resources {
      json.beginObject()
      json.key("place")
      json.string(resource.path)
      json.key("logicalId")
      json.string(resource.id)
      json.key("type")
      json.string(resource.type)
      json.endObject()
    }
    json.endArray()
    return json.finish()
  }
}
