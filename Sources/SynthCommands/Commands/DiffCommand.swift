import ArgumentParser
import CloudFormation
import Comparison
import Diagnostics
import Gateway
import JSONWriting

/// `diff SPEC… --against TEMPLATE`
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: Apigw.name,
    abstract: "Compare specs with the templates that are deployed.",
    usage: """
      apigw-synth diff SPEC … -o DIR
      apigw-synth diff SPEC --against TEMPLATE
      """,
    discussion: """
      Prints what an update does: to routes, stages and URLs, and to resources. Nothing is written, and AWS is not \
      called. The earlier template is the one in the output folder, or one that was saved with `aws cloudformation \
      get-template --template-stage Original --stack-name NAME`.

      Exit status: 0 success, 1 a spec has errors or the update does something that --fail-on names, 2 wrong usage or a \
      file cannot be read.

      EXAMPLES:
        apigw-synth diff spec.yaml -o out
        aws cloudformation get-template --stack-name api > deployed.json
        apigw-synth diff spec.yaml --against deployed.json --fail-on collision
        apigw-synth diff spec.yaml -o out --format markdown
      """)

  /// The effects that make the run fail.
  enum Topic: String, CaseIterable, ExpressibleByArgument {
    case replaced, data, collision, open, any
  }

  @Argument(help: ArgumentHelp("The specs; - reads standard input.", valueName: "SPEC"), completion: .spec)
  var specs: [String]

  @Option(
    name: .shortAndLong, help: ArgumentHelp("Folder with the earlier templates, as for synth.", valueName: "DIR"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "An earlier template (JSON or YAML), or a folder with one and its nested templates.", valueName: "PATH"),
    completion: .file(extensions: ["json", "yaml", "yml"]))
  var against: String?

  @Option(
    name: .shortAndLong, help: "text, json (an array), or markdown (for a comment on a pull request).")
  var format = PageFormat.text

  @Option(
    help: ArgumentHelp(
      """
      Fail if the update replaces a resource (replaced), deletes data (data), fails because a name is in use (collision), \
      opens a route (open), or changes anything (any); may be repeated.
      """, valueName: "topic"))
  var failOn: [Topic] = []

  @Flag(help: "List every resource.")
  var all = false

  @OptionGroup var choices: ChoiceOptions

  @Flag(name: .shortAndLong, help: "Report only errors in specs, without warnings and notes.")
  var quiet = false

  @OptionGroup var color: ColorOptions

  /// A spec with its earlier template.
  private struct Pair {
    let item: Batch.Item
    let old: String
    let comparison: StackComparison

    var title: String { "\(item.compilation.stack): \(old) → \(item.path)" }
  }

  func run() throws {
    let earlier = try earlierPath()
    let isFile = (try? !status(of: earlier).isFolder) ?? false
    if isFile, specs.count > 1 {
      throw ValidationError("--against names one template; give one spec, or a folder of templates")
    }
    // Local paths in the templates are relative to their folder.
    let folder = isFile ? RelativePath.folder(of: earlier) : OutputFolder(output: earlier).path
    let batch = try Batch(specs, choices.choices(), outputFolder: folder)
    var report = batch.report
    var pairs: [Pair] = []
    do throws(FileProblem) {
      for item in batch.compiled where report.status == .fine {
        pairs.append(try pair(item, earlier, isOnly: batch.compiled.count == 1))
      }
    } catch {
      report.add(error)
    }
    report.writeText(quiet: quiet)
    try report.status.end()
    let secrets = Secrets(in: pairs.flatMap(\.item.compilation.sources))
    try Console.write(secrets.hide(String(decoding: render(pairs), as: UTF8.self)))
    if failOn.contains(where: { topic in pairs.contains { $0.comparison.has(topic.rawValue) } }) {
      throw ExitStatus.specHasErrors
    }
  }

  private func earlierPath() throws -> String {
    switch (against, output) {
    case (let path?, nil), (nil, let path?):
      if path.isEmpty || path == Generation.standardOutput {
        throw ValidationError("the earlier template must be a file or a folder")
      }
      return path
    case (nil, nil):
      throw ValidationError("missing earlier template; set its folder with -o DIR, or a file with --against FILE")
    case (_?, _?): throw ValidationError("-o and --against cannot be combined")
    }
  }

  private func pair(_ item: Batch.Item, _ path: String, isOnly: Bool) throws(FileProblem) -> Pair {
    let stack = item.compilation.stack
    // In an output folder, the first version has no earlier one.
    let isFirst = output != nil && (try? status(of: path)) == nil
    let isOfAnyName = output == nil && isOnly
    let old = isFirst ? nil : try EarlierTemplate(at: path, stack: stack, ofAnyName: isOfAnyName)
    if old == nil, isOfAnyName {
      throw FileProblem(.unreadableFile, path: path, reason: "the folder has no template")
    }
    let nothing = WholeStack(Template())
    var comparison = StackComparison(
      from: old?.stack ?? nothing, to: item.compilation.wholeStack, named: stack,
      formerName: old?.stackName.flatMap { $0 == stack ? nil : $0 })
    let marks = Dictionary(item.compilation.placed.map { ($0.id, $0.mark) }) { first, _ in first }
    comparison.locateNotes { id in
      (marks[id] ?? item.compilation.model?.mark(ofEntry: id)).flatMap(item.compilation.location)
    }
    return Pair(item: item, old: old?.path ?? "nothing", comparison: comparison)
  }

  private func render(_ pairs: [Pair]) -> [UInt8] {
    switch format {
    case .text:
      let color = Console.hasColorOnOutput
      return Array(
        pairs.map { ComparisonText.render($0.comparison, title: $0.title, all: all, color: color) }
          .joined(separator: [UInt8(ascii: "\n")]))
    case .markdown:
      return Array(pairs.map { $0.comparison.markdown(title: $0.title) }.joined(separator: [UInt8(ascii: "\n")]))
    case .json:
      var json = JSONWriter()
      json.beginArray()
      for pair in pairs {
        pair.comparison.write(to: &json, stack: pair.item.compilation.stack, old: pair.old, new: pair.item.path)
      }
      json.endArray()
      return json.finish()
    }
  }
}
