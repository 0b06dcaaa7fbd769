import CloudFormation

/// The output of one run, determined before anything is written.
struct OutputPlan {
  private let folder: OutputFolder
  private let files: [(file: OutputFile, item: Batch.Item, resources: String)]
  /// Lines about the names of stacks, and about nested stacks: that there are some, and files of earlier ones.
  private let remarks: [String]

  /// Checks that every template has its own file.
  static func checkNames(of items: [Batch.Item], in folder: OutputFolder) throws(FileProblem) {
    var owners: [String: String] = [:]
    for item in items {
      let stack = item.compilation.stack
      let path = folder.path(ofStack: stack)
      if !StackName.isFileName(stack) {
        throw FileProblem(.unwritableFile, path: path, reason: "the stack name is not a valid file name")
      }
      if let other = owners.updateValue(item.path, forKey: path) {
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
    var files: [(OutputFile, Batch.Item, String)] = []
    var remarks: [String] = []
    for item in items {
      let stack = item.compilation.stack
      for (index, (name, template)) in item.compilation.template.files(stack: stack).enumerated() {
        let path = index == 0 ? folder.path(ofStack: stack) : folder.path(of: name)
        files.append(
          (try OutputFile(path: path, bytes: template.json()), item, resourceCount(template.resources.count)))
      }
    }
    let written = Set(files.map(\.0.path))
    for item in items {
      let (template, stack) = (item.compilation.template, item.compilation.stack)
      if let remark = StackName.remark(on: item) { remarks.append(remark) }
      if template.isSplit {
        remarks.append("the stack \(stack) is split into \(template.children.count) nested stacks")
      }
      for name in existing where SplitTemplate.isNestedFileName(name, ofStack: stack) {
        let path = folder.path(of: name)
        if !written.contains(path) { remarks.append("\(path) is not a part of the stack \(stack) any more: delete it") }
      }
    }
    self.files = files
    self.remarks = remarks
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

  /// One line for each template, and remarks on stacks.
  var lines: [String] {
    files.map { file, _, resources in "\(file.state == .same ? "unchanged" : "wrote") \(file.path) (\(resources))" }
      + remarks
  }

  /// The same lines for a dry run, with the changes of resources.
  var wouldBeLines: [String] {
    files.map { file, item, resources in
      switch file.state {
      case .missing: return "would write \(file.path) (\(resources))"
      case .same: return "would leave \(file.path) (\(resources))"
      case .different:
        let isMain = file.path == folder.path(ofStack: item.compilation.stack)
        let changes = isMain ? EarlierTemplate.changes(of: item.compilation, in: folder) : nil
        return "would change \(file.path) (\(resources)\(changes.map { "; \($0)" } ?? ""))"
      }
    } + remarks
  }
}
