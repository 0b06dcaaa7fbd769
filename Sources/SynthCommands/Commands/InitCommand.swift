import ArgumentParser
import Gateway

/// `init [DIR]`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: Apigw.name,
    abstract: "Write a first spec that can be deployed.",
    usage: "apigw-synth init [--kind KIND] [DIR]",
    discussion: """
      Writes spec.yaml, its JSON Schema for editors, deploy.sh, and the code of its function. The stack has the name of \
      the folder. Existing files are not changed: if one of them has other content, nothing is written.

      EXAMPLES:
        apigw-synth init hello
        apigw-synth init --kind websocket --vscode chat
      """)

  @Option(
    help: """
      http: a function behind an HTTP API; websocket: a WebSocket API; private: a load balancer in a VPC; events: a queue \
      that takes requests.
      """)
  var kind = StarterSpec.http

  @Flag(help: "Write .vscode/settings.json for the schema and CloudFormation's tags as well.")
  var vscode = false

  @Argument(
    help: ArgumentHelp("The folder, created if missing; the current one by default.", valueName: "DIR"),
    completion: .directory)
  var folder = "."

  func validate() throws {
    // An unset variable of a shell must not mean the root folder.
    if folder.isEmpty { throw ValidationError("DIR is empty; omit it for the current folder") }
  }

  func run() throws {
    let lines: [String]
    do throws(FileProblem) {
      lines = try write() + nextSteps
    } catch {
      var report = Report(failOn: .error)
      report.add(error)
      report.writeText(quiet: false)
      throw ExitStatus.failed
    }
    try Console.write(lines: lines)
  }

  private func write() throws(FileProblem) -> [String] {
    var files: [OutputFile] = []
    for (name, bytes) in contents {
      let file = try OutputFile(path: OutputFolder(folder).path(of: name), bytes: bytes)
      // A file of an earlier run that did not end has the same content.
      if case .different = file.state {
        throw FileProblem(.unwritableFile, path: file.path, reason: "it exists; choose another folder")
      }
      files.append(file)
    }
    let folders = Set(files.map { RelativePath.folder(of: $0.path) }).sorted()
    try AtomicWriting.write(files, creating: folders.map { OutputFolder($0) })
    return files.map { "\($0.state == .same ? "unchanged" : "wrote") \($0.path)" }
  }

  /// The name of the stack: that of the folder, so that two first specs do not replace each other when deployed.
  private var stack: String { StackName.from(path: RelativePath.absolutePath(of: folder, in: ".") + ".yaml") }

  private var contents: [(name: String, bytes: [UInt8])] {
    var files = [("spec.yaml", kind.spec(of: stack)), ("deploy.sh", StarterSpec.deployScript(of: stack))]
    if let code = kind.code { files.append(("src/index.mjs", code)) }
    if vscode { files.append((".vscode/settings.json", StarterSpec.editorSettings)) }
    return files.map { ($0.0, Array($0.1.utf8)) } + [(StarterSpec.schemaName, LanguageReference.schema)]
  }

  private var nextSteps: [String] {
    let change = folder == "." ? "" : "cd \(folder.hasPrefix("-") ? "-- " : "")\(ShellWord.quoted(folder)) && "
    return [
      "", "Check it:       \(change)apigw-synth validate spec.yaml",
      "Build it:       \(change)apigw-synth spec.yaml -o out   (prints the commands of the AWS CLI that deploy it)",
      "Or all of it:   \(change)sh deploy.sh BUCKET   (a bucket for code; needs the AWS CLI and credentials)",
    ]
  }
}

extension StarterSpec: ExpressibleByArgument {}
