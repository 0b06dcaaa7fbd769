import Diagnostics
import SpecReading
import YAMLTree

/// Makes one root mapping of all files of a spec: what it includes is read, variables are filled in, sections are laid
/// over each other. A spec that has nothing of the kind is not touched.
public struct Assembly {
  private let reader: Reader
  private let choices: Choices
  private let files: SpecFiles
  /// What there is to choose from; nil where a file could not be read, since it may offer more.
  public private(set) var offered: ChoicesOffered?

  /// Assembles into a reader's tree; what is wrong goes into its findings.
  public init(reader: Reader, choices: Choices, files: SpecFiles) {
    self.reader = reader
    self.choices = choices
    self.files = files
  }

  /// The root of the spec whose first file this is; nil where a file cannot be read, or the chosen environment is not
  /// there, which `offered` tells.
  public mutating func root(of source: Source) -> Node? {
    var inclusion = Inclusion(reader: reader, files: files, choices: choices)
    inclusion.read(source)
    guard !inclusion.isBroken else { return nil }
    offered = ChoicesOffered(environments: inclusion.variables.definitions.environments, variables: [])
    if let chosen = choices.environment, let offered, !offered.environments.isEmpty,
      !offered.environments.contains(chosen)
    {
      return nil
    }

    inclusion.checkEarlyPaths()
    inclusion.variables.fillIn(from: 0)
    let root = Sections(reader: reader).merged(inclusion.roots)
    let end = reader.tree.nodeCount
    var documents = OpenApiFiles(reader: reader, files: files)
    documents.read(for: root)
    inclusion.variables.fillIn(from: end)
    inclusion.variables.checkDefinitions()
    inclusion.variables.reportUnused()
    offered?.variables = inclusion.variables.used.union(inclusion.variables.definitions.names)
    return root
  }
}
