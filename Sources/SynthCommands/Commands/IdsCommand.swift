import ArgumentParser
import Diagnostics
import Gateway
import JSONWriting

/// `ids SPEC`
struct IdsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ids", _superCommandName: Apigw.name,
    abstract: "Print the places of a spec and their logical IDs.",
    usage: "apigw-synth ids SPEC",
    discussion: """
      A place is the path of an element in the spec, for use in `!Ref`, `!GetAtt`, `DependsOn` and `overrides`. With \
      --format json the table is an array of objects. If the spec has errors, the places that are known are listed.

      EXAMPLES:
        apigw-synth ids spec.yaml
        apigw-synth ids spec.yaml --attributes
        apigw-synth ids spec.yaml --format json
      """)

  @Argument(help: ArgumentHelp("The spec; - reads standard input.", valueName: "SPEC"), completion: .spec)
  var spec: String

  @Flag(help: "List the attributes for `!GetAtt` as well.")
  var attributes = false

  @OptionGroup var choices: ChoiceOptions
  @OptionGroup var options: TableOptions

  func run() throws {
    let batch = try Batch([spec], choices.choices())
    if batch.compiled.isEmpty { try batch.report.write(options.reporting) }
    // Standard output is for the table, standard error for findings.
    if !batch.compiled.isEmpty { batch.report.writeText(quiet: options.quiet) }
    for item in batch.compiled {
      try Console.write(options.format == .json ? json(item.compilation) : table(item.compilation))
    }
    try batch.report.status.end()
  }

  private func table(_ compilation: Compilation) -> [UInt8] {
    if compilation.placed.isEmpty { return [] }
    let rows = compilation.placed.map { resource in
      let place = compilation.location(of: resource.mark).map { "\($0.file):\($0.line)" } ?? ""
      let row = [resource.path, resource.id, resource.type, place]
      return attributes ? row + [resource.attributes.joined(separator: ", ")] : row
    }
    return alignedColumns([["PLACE", "LOGICAL ID", "TYPE", "LOCATION"] + (attributes ? ["ATTRIBUTES"] : [])] + rows)
  }

  private func json(_ compilation: Compilation) -> [UInt8] {
    var json = JSONWriter()
    json.array {
      for resource in compilation.placed {
        $0.object {
          $0.member("place", resource.path)
          $0.member("logicalId", resource.id)
          $0.member("type", resource.type)
          $0.location(compilation.location(of: resource.mark))
          if attributes { $0.array("attributes", resource.attributes) }
        }
      }
    }
    return escapingInvisible(json.finish())
  }
}
