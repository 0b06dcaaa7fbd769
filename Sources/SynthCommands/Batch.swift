import CloudFormation
import Diagnostics
import Gateway
import YAMLTree

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
  /// Whether a spec lacks an environment or a variable that the command line names.
  private(set) var hasUnknownChoice = false

  /// Compiles the specs at `paths`, for templates in `outputFolder` if there is one.
  ///
  /// `drafts` are read instead of the files on disk.
  init(
    _ paths: [String], _ choices: ReadingChoices, outputFolder: String? = nil, failOn: Severity = .error,
    drafts: Drafts = [:]
  ) {
    report = Report(failOn: failOn)
    let compiler = Compiler(choices: choices, outputFolder: outputFolder, drafts: drafts)
    for (path, result) in zip(paths, compiler.compile(paths)) {
      switch result {
      case .success(let item): add(item)
      case .failure(let problem):
        if (try? status(of: path).isFolder) == true {
          addSpecs(in: path, compiler)
        } else if path == paths[0], let help = CommandWords.help(for: path) {
          report.add(FileProblem(.unreadableFile, path: path, message: CommandWords.unknown(path)).hinting(help))
        } else {
          report.add(problem)
        }
      }
    }
    // The models are used until the program ends, unless fixes are tried. Freeing their parts one by one would take 4 % of a run.
    if drafts.isEmpty { for item in compiled { _ = item.compilation.model.map(Unmanaged.passRetained) } }
    let problems = ChoiceCheck(choices: choices.values, compiled: compiled).problems
    hasUnknownChoice = !problems.isEmpty
    for problem in problems { report.add(problem) }
  }

  /// Adds the specs in a folder, without those that others include.
  private mutating func addSpecs(in folder: String, _ compiler: Compiler) {
    do throws(FileProblem) {
      let items = try compiler.compile(try SpecSearch.specs(in: folder)).map { result throws(FileProblem) in
        try result.get()
      }
      let included = Set(
        items.flatMap { $0.compilation.sources.dropFirst() }.compactMap { FileIdentity(of: $0.path) })
      for item in items where !(FileIdentity(of: item.path).map(included.contains) ?? false) { add(item) }
    } catch {
      report.add(error)
    }
  }

  private mutating func add(_ item: Item) {
    compiled.append(item)
    report.add(item.compilation)
  }

  /// The number of errors in all specs.
  var errorCount: Int {
    compiled.reduce(0) { $0 + Diagnostic.number(of: .error, in: $1.compilation.findings) }
  }

  /// The number of those about the YAML itself, such as a duplicate key.
  var yamlErrorCount: Int {
    compiled.reduce(0) { count, item in
      count + item.compilation.findings.count { $0.severity == .error && $0.id.hasPrefix("YAML") }
    }
  }

  /// Adds a file that cannot be written.
  mutating func add(_ problem: FileProblem) { report.add(problem) }
}

/// Reads and compiles specs.
private struct Compiler: Sendable {
  let choices: ReadingChoices
  let outputFolder: String?
  let drafts: Drafts

  /// Compiles specs on all cores.
  func compile(_ paths: [String]) -> [Result<Batch.Item, FileProblem>] {
    Parallel.map(paths) { path in Result { () throws(FileProblem) in try compile(path) } }
  }

  private func compile(_ path: String) throws(FileProblem) -> Batch.Item {
    // A spec may be anywhere, but a link in the folder does not lead out of it.
    if let boundary = choices.boundary, boundary.contains(RelativePath.folder(of: path)), !boundary.contains(path) {
      throw FileProblem(
        .unreadableFile, path: path, reason: "it is a link out of \(boundary.folder), the folder of --within")
    }
    let source: Source
    if let draft = drafts.source(path) { source = draft } else { source = try InputFile.read(path) }
    let prefix = outputFolder.map { RelativePath.toSpecFolder(from: $0, spec: path) } ?? ""
    let compilation = Pipeline.run(
      source, stack: StackName.from(path: path), pathPrefix: prefix, choices: choices.values,
      files: SpecFiles.onDisk(outputFolder: outputFolder, boundary: choices.boundary, drafts: drafts))
    return Batch.Item(path: source.path, compilation: compilation)
  }
}

/// `12 resources`
func resourceCount(_ count: Int) -> String { "\(count) resource\(count == 1 ? "" : "s")" }
