import CloudFormation
import YAMLTree

/// A local file or folder that a property of a template refers to.
public struct LocalFile: Sendable {
  /// The logical ID of the resource.
  public let id: String
  /// The property.
  public let property: String
  /// The path, relative to the template.
  public let path: String
}

extension Template {
  /// The local paths in properties that `aws cloudformation package` uploads.
  public var localFiles: [LocalFile] {
    // Looked up once for each type: most templates have many resources of few types.
    var names: [String: [String]] = [:]
    return resources.flatMap { resource -> [LocalFile] in
      let known = names[resource.type] ?? ResourceType.localPaths(of: resource.type)
      names[resource.type] = known
      return known.compactMap { name in
        guard let path = resource.properties[name]?.text, !path.mentions("://") else { return nil }
        return LocalFile(id: resource.id, property: name, path: path)
      }
    }
  }
}

extension ResourceType {
  /// The properties of a type that may be local paths.
  fileprivate static func localPaths(of type: String) -> [String] {
    (named(type)?.properties ?? []).filter { $0.traits.contains(.localPath) }.map(\.name)
  }
}

extension SpecFiles {
  /// The fingerprint of a file, or of all files in a folder with their paths; nil if it cannot be read.
  public func fingerprint(of path: String) -> Fingerprint? { LocalContent(self).fingerprint(of: path) }
}
