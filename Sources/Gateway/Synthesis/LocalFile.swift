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
    resources.flatMap { resource -> [LocalFile] in
      guard let type = ResourceType.named(resource.type) else { return [] }
      return type.properties.compactMap { property in
        guard property.traits.contains(.localPath), let path = resource.properties[property.name]?.text,
          !path.mentions("://")
        else { return nil }
        return LocalFile(id: resource.id, property: property.name, path: path)
      }
    }
  }
}

extension SpecFiles {
  /// The fingerprint of a file, or of all files in a folder with their paths; nil if it cannot be read.
  public func fingerprint(of path: String) -> Fingerprint? { LocalContent(self).fingerprint(of: path) }
}
