import Diagnostics
import SpecReading
import YAMLTree

/// Combines all files of a spec into one root mapping: reads included files, replaces variables and merges sections. A
/// spec without these is unchanged.
public struct Assembly {
  private let reader: Reader
  private let choices: Choices
  private let files: SpecFiles
  /// The available environments and variables; nil if a file could not be read, which may define more.
  public private(set) var offered: ChoicesOffered?

  /// Where the values of the variables in use are written.
  public private(set) var variableValues: [String: Mark] = [:]

  /// Assembles into a reader's tree, and reports to its findings.
  public init(reader: Reader, choices: Choices, files: SpecFiles) {
    self.reader = reader
    self.choices = choices
    self.files = files
  }

  /// The root of a spec, given its first file; nil if a file cannot be read, or if the selected environment does not
  /// exist, which the caller finds with `offered`.
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
    variableValues = inclusion.variables.places
    offered?.variables = inclusion.variables.used.union(inclusion.variables.definitions.names)
    return root
  }
}
