import CloudFormation

/// The output of one run, determined before anything is written.
struct OutputPlan {
  /// Whether messages are about the past or a dry run.
  enum Tense {
    case past, conditional
  }

  private let folder: OutputFolder
  private let files: [(file: OutputFile, resources: String)]
  /// Lines about nested stacks: that there are some, and files of earlier ones.
  private let remarks: [String]

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
    let existing = try folder.exists() ? (try? names(in: folder.path))?.sorted() ?? [] : []
    var files: [(OutputFile, String)] = []
    var remarks: [String] = []
    for item in items {
      for (name, template) in item.compilation.template.files(stack: item.compilation.stack) {
        let file = try OutputFile(path: folder.path(of: name), bytes: template.json())
        files.append((file, resourceCount(template.resources.count)))
      }
    }
    let written = Set(files.map(\.0.path))
    for item in items {
      let (template, stack) = (item.compilation.template, item.compilation.stack)
      if template.isSplit { remarks += OutputPlan.nextStep(for: template, of: stack, in: folder) }
      for name in existing where SplitTemplate.isNestedFileName(name, ofStack: stack) {
        let path = folder.path(of: name)
        if !written.contains(path) { remarks.append("\(path) is not a part of the stack \(stack) any more: delete it") }
      }
    }
    self.files = files
    self.remarks = remarks
  }

  private static func nextStep(for template: SplitTemplate, of stack: String, in folder: OutputFolder) -> [String] {
    let path = folder.path(of: SplitTemplate.fileName(ofStack: stack))
    return [
      "the stack \(stack) is split into \(template.children.count) nested stacks; before `deploy`, run",
      "  aws cloudformation package --template-file \(path) --s3-bucket BUCKET --output-template-file packaged.yaml",
    ]
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

  /// One line for each template, and remarks on nested stacks.
  func lines(tense: Tense) -> [String] {
    fileLines(tense) + remarks
  }

  private func fileLines(_ tense: Tense) -> [String] {
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
