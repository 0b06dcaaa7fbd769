import CloudFormation

/// The output of one run, determined before anything is written.
struct OutputPlan {
  /// Whether messages are about the past or a dry run.
  enum Tense {
    case past, conditional
  }

  private let folder: OutputFolder
  private let files: [(file: OutputFile, resources: String)]

  /// Checks that every template has its own file.
  static func checkNames(of items: [Batch.Item], in folder: OutputFolder) throws(FileProblem) {
    var owners: [String: String] = [:]
    for item in items {
      let stack = item.compilation.stack
      let path = folder.path(of: SplitTemplate.fileName(ofStack: stack))
      if !StackName.isFileName(stack) {
        throw FileProblem(.unwritableFile, path: path, reason: "the stack name is not a valid file name")
      }
      if let other = owners.updateValue(item.path, forKey: stack) {
        throw FileProblem(
          .sameOutput, path: path,
          message: other == item.path
            ? "\(item.path) is given twice"
            : "\(other) and \(item.path) have the same output file \(path); set a different `stack` in one of them")
      }
    }
  }

  /// Compares the templates with existing files.
  init(_ items: [Batch.Item], folder: OutputFolder) throws(FileProblem) {
    self.folder = folder
    _ = try folder.exists()
    var files: [(OutputFile, String)] = []
    for item in items {
      for (name, template) in item.compilation.template.files(stack: item.compilation.stack) {
        let file = try OutputFile(path: folder.path(of: name), bytes: template.json())
        files.append((file, resourceCount(template.resources.count)))
      }
    }
    self.files = files
  }

  /// Whether an earlier template changes.
  var changesFiles: Bool { files.contains { if case .different = $0.file.state { true } else { false } } }

  /// Writes files that are missing or different.
  func carryOut() throws(FileProblem) {
    let changed = files.map(\.file).filter { $0.state != .same }
    if changed.isEmpty { return }
    try Signals.holding { () throws(FileProblem) in
      let made = try folder.create()
      do throws(FileProblem) {
        try AtomicWriting.write(changed)
      } catch {
        OutputFolder.remove(made)
        throw error
      }
    }
  }

  /// One line for each template.
  func lines(tense: Tense) -> [String] {
    files.map { file, resources in
      let verb =
        switch (tense, file.state) {
        case (.past, .same): "unchanged"
        case (.past, _): "wrote"
        case (.conditional, .missing): "would write"
        case (.conditional, .different): "would change"
        case (.conditional, .same): "would leave"
        }
      return "\(verb) \(file.path) (\(resources))"
    }
  }
}
