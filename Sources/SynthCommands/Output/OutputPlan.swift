import CloudFormation

/// The output of one run, determined before anything is written.
struct OutputPlan {
  private let folder: OutputFolder
  private let style: OutputStyle
  /// The files; `stack` is set for the main template of a stack, `resources` for templates.
  private let files: [(file: OutputFile, stack: Batch.Item?, resources: Int?)]
  /// Lines about the names of stacks, and about nested stacks: that there are some, and files of earlier ones.
  private let remarks: [String]

  /// Checks that every template has its own file.
  static func checkNames(of items: [Batch.Item], in folder: OutputFolder) throws(FileProblem) {
    var owners: [String: String] = [:]
    // A name that cannot be a file's is an error in the spec.
    for item in items where StackName.isFileName(item.compilation.stack) {
      let stack = item.compilation.stack
      let path = folder.path(ofStack: stack)
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
  init(_ items: [Batch.Item], folder: OutputFolder, _ style: OutputStyle) throws(FileProblem) {
    self.folder = folder
    self.style = style
    let existing = try folder.exists() ? (try? names(in: folder.path))?.sorted() ?? [] : []
    var files: [(OutputFile, Batch.Item?, Int?)] = []
    var remarks: [String] = []
    var assembly = style.isAssembly ? CloudAssembly(folder: folder) : nil
    for item in items {
      let stack = item.compilation.stack
      if !StackName.isFileName(stack) {
        throw FileProblem(.unwritableFile, path: folder.path, reason: "the stack name is not a valid file name")
      }
      for (index, output) in try OutputPlan.files(of: item, style, &assembly).enumerated() {
        let path = index == 0 ? folder.path(ofStack: stack) : folder.path(of: output.name)
        try style.checkSize(of: output.bytes, path: path)
        files.append((try OutputFile(path: path, bytes: output.bytes), index == 0 ? item : nil, output.resources))
      }
    }
    if let manifest = assembly?.manifest {
      files.append((try OutputFile(path: folder.path(of: manifest.name), bytes: manifest.bytes), nil, nil))
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

  /// The files of one spec, the main template first.
  private static func files(
    of item: Batch.Item, _ style: OutputStyle, _ assembly: inout CloudAssembly?
  ) throws(FileProblem) -> [CloudAssembly.File] {
    let (template, stack) = (style.template(of: item.compilation), item.compilation.stack)
    if assembly != nil { return try assembly?.add(template, stack: stack) ?? [] }
    return template.files(stack: stack).map { name, template in
      CloudAssembly.File(name: name, bytes: template.json(), resources: template.resources.count)
    }
  }

  /// Whether an earlier template changes.
  var changesFiles: Bool { files.contains { if case .different = $0.file.state { true } else { false } } }

  /// The paths of the templates.
  var paths: [String] { files.map(\.file.path) }

  /// Writes files that are missing or different.
  func carryOut() throws(FileProblem) {
    try AtomicWriting.write(files.map(\.file), creating: [folder])
  }

  /// One line for each file, and remarks on stacks.
  var lines: [String] {
    files.map { file, _, resources in
      "\(file.state == .same ? "unchanged" : "wrote") \(file.path)\(OutputPlan.parenthesis(resources))"
    } + remarks
  }

  /// The same lines for a dry run, with the changes of resources.
  var wouldBeLines: [String] {
    files.map { file, stack, resources in
      switch file.state {
      case .missing: return "would write \(file.path)\(OutputPlan.parenthesis(resources))"
      case .same: return "would leave \(file.path)\(OutputPlan.parenthesis(resources))"
      case .different:
        let changes = style.isAssembly ? nil : stack.flatMap { EarlierTemplate.changes(of: $0.compilation, in: folder) }
        return "would change \(file.path)\(OutputPlan.parenthesis(resources, changes))"
      }
    } + remarks
  }

  private static func parenthesis(_ resources: Int?, _ changes: String? = nil) -> String {
    let words = [resources.map(resourceCount), changes].compactMap(\.self)
    return words.isEmpty ? "" : " (\(words.joined(separator: "; ")))"
  }
}
