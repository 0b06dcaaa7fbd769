import CloudFormation
import Diagnostics
import Gateway

/// The specs of one run. All of them are compiled, even if some have errors.
struct Batch {
  /// A spec that was read.
  struct Item {
    /// Its path as the user wrote it.
    let path: String
    let compilation: Compilation
  }

  private(set) var compiled: [Item] = []
  private(set) var report: Report

  /// Compiles the specs at `paths`, for templates in `outputFolder` if there is one.
  init(_ paths: [String], _ choices: Choices, outputFolder: String? = nil, failOn: Severity = .error) {
    report = Report(failOn: failOn)
    let files = SpecFiles.onDisk(outputFolder: outputFolder)
    for (index, path) in paths.enumerated() {
      do throws(FileProblem) {
        let source = try InputFile.read(path)
        let prefix = outputFolder.map { RelativePath.toSpecFolder(from: $0, spec: path) } ?? ""
        let compilation = Pipeline.run(
          source, stack: StackName.from(path: path), pathPrefix: prefix, choices: choices, files: files)
        compiled.append(Item(path: source.path, compilation: compilation))
        report.add(compilation)
      } catch {
        report.add(index == 0 ? error.hinting(CommandWords.hint(for: path)) : error)
      }
    }
    for problem in ChoiceCheck(choices: choices, compiled: compiled).problems { report.add(problem) }
  }

  /// Adds a file that cannot be written.
  mutating func add(_ problem: FileProblem) { report.add(problem) }
}

/// `12 resources`
func resourceCount(_ count: Int) -> String { "\(count) resource\(count == 1 ? "" : "s")" }
