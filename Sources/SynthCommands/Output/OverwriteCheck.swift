import Glibc
import YAMLTree

/// Finds output files that are input files as well, or the same as another output file. Files are compared by identity:
/// one file may have several paths.
struct OverwriteCheck {
  /// A file, or the place of one that does not exist yet.
  private enum Place: Hashable {
    case file(FileIdentity)
    case name(String, in: FileIdentity?)

    init(_ path: String) {
      if let identity = FileIdentity(of: path) {
        self = .file(identity)
      } else {
        let folder = FileIdentity(of: RelativePath.folder(of: path))
        let name = path.split(separator: "/").last.map(String.init)
        self = .name(folder == nil ? path : name ?? "", in: folder)
      }
    }
  }

  private var inputs: [FileIdentity: String] = [:]
  private var outputs: [Place: String] = [:]

  /// A check against files that were read.
  init(inputs sources: [Source]) {
    for source in sources {
      let identity =
        source.path == InputFile.standardInputName ? FileIdentity(of: STDIN_FILENO) : FileIdentity(of: source.path)
      if let identity { inputs[identity] = source.path }
    }
  }

  /// Adds an output file; throws if it would overwrite a file that was read, or another output file.
  mutating func add(output path: String) throws(FileProblem) {
    let place = Place(path)
    if case .file(let identity) = place, let input = inputs[identity] {
      throw FileProblem(
        .overwrite, path: path,
        message: path == input
          ? "the output file \(path) is also an input file"
          : "the output file \(path) is the same file as the input file \(input)")
    }
    if let other = outputs.updateValue(path, forKey: place) {
      throw FileProblem(
        .overwrite, path: path,
        message: other == path
          ? "\(path) is the output file of two reports, or of a report and a template"
          : "the output files \(other) and \(path) are the same file")
    }
  }
}
