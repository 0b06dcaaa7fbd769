import CloudFormation
import Comparison
import Diagnostics
import Glibc
import YAMLTree

/// The earlier version of a stack, on disk.
struct EarlierTemplate {
  /// The path of its main template.
  let path: String
  let stack: WholeStack
  /// The name of the stack, if the file has one that `synth` writes.
  var stackName: String? {
    let name = RelativePath.components(path).last.map(String.init) ?? ""
    guard let stem = EarlierTemplate.endings.first(where: { $0.hasPrefix(".template") && name.hasSuffix($0) }) else {
      return nil
    }
    return String(name.dropLast(stem.count))
  }

  /// Reads the template at `path`: a file, or a folder with the template of a stack. Nil if the folder has none.
  /// With `ofAnyName`, the only template in the folder is taken whatever its name is; others may be of other specs.
  init?(at path: String, stack: String, ofAnyName: Bool = false) throws(FileProblem) {
    var file = path
    do throws(SystemError) {
      if try status(of: path).isFolder {
        let folder = OutputFolder(path)
        let found =
          ofAnyName
          ? try EarlierTemplate.main(in: folder, stack: stack)
          : try EarlierTemplate.existing(folder.path(ofStack: stack))
        guard let found else { return nil }
        file = found
      }
    } catch {
      throw FileProblem(.unreadableFile, path: path, error)
    }
    self.path = file
    let folder = OutputFolder(RelativePath.folder(of: file))
    self.stack = WholeStack(try EarlierTemplate.read(file)) { url in
      let name = url.hasPrefix("./") ? String(url.dropFirst(2)) : url
      // Only files next to the template.
      return name.contains("/") ? nil : try? EarlierTemplate.read(folder.path(of: name))
    }
  }

  /// The path, if there is a file.
  private static func existing(_ path: String) throws(SystemError) -> String? {
    do throws(SystemError) {
      _ = try status(of: path)
      return path
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
  }

  private static func read(_ path: String) throws(FileProblem) -> Template {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try InputFile.bytes(ofOrdinaryFile: path)
    } catch {
      throw FileProblem(.unreadableFile, path: path, error)
    }
    do throws(TemplateProblem) {
      return try Template(reading: Source(path: path, bytes: bytes))
    } catch {
      throw FileProblem(.unreadableFile, path: path, reason: error.message)
    }
  }

  /// The template of the stack, or the only one in the folder beside its nested templates.
  private static func main(in folder: OutputFolder, stack: String) throws(SystemError) -> String? {
    let own = SplitTemplate.fileName(ofStack: stack)
    let names = try SynthCommands.names(in: folder.path).filter { name in
      endings.contains { name.hasSuffix($0) } && !name.hasSuffix(".assets.json") && name != CloudAssembly.manifestName
    }
    if names.contains(own) { return folder.path(of: own) }
    let stems = names.map(stem)
    let roots = zip(names, stems).filter { _, stem in !stems.contains { stem.hasPrefix($0 + ".") } }
    if roots.count > 1 {
      throw SystemError(
        code: 0,
        text: "it has no \(own), but several other templates: \(roots.map(\.0).sorted().joined(separator: ", "))")
    }
    return roots.first.map { folder.path(of: $0.0) }
  }

  private static let endings = [".template.json", ".template.yaml", ".template.yml", ".json"]

  /// The file name without its ending.
  private static func stem(_ name: String) -> String {
    endings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) } ?? name
  }
}

extension EarlierTemplate {
  /// The comparison of a new template with the one in `folder`; nil if there is none.
  private static func comparison(of compilation: Compilation, in folder: OutputFolder) -> StackComparison? {
    (try? EarlierTemplate(at: folder.path(ofStack: compilation.stack), stack: compilation.stack)).flatMap(\.self).map {
      StackComparison(from: $0.stack, to: compilation.wholeStack)
    }
  }

  /// The number of changes in comparison with the template in `folder`.
  static func changes(of compilation: Compilation, in folder: OutputFolder) -> String? {
    comparison(of: compilation, in: folder)?.resourceCounts
  }

  /// A line about what the deployment of a new template over the one in `folder` would lose, or why it would fail.
  static func warnings(about compilation: Compilation, in folder: OutputFolder) -> [String] {
    let path = folder.path(ofStack: compilation.stack)
    let notes = comparison(of: compilation, in: folder)?.serious ?? []
    guard let first = notes.first else { return [] }
    let more = notes.count > 1 ? "; and \(notes.count - 1) more" : ""
    return [
      "warning: compared with the earlier \(path), \(first)\(more) (`apigw-synth diff` shows all before it is overwritten)"
    ]
  }
}

extension Compilation {
  /// The stack that this spec makes.
  var wholeStack: WholeStack {
    result.map { WholeStack($0.whole, homes: $0.homes, renewed: $0.renewed) } ?? WholeStack(Template())
  }
}
