import CloudFormation
import TextSearch
import YAMLTree

/// A local file or folder that a property of a template refers to.
public struct LocalFile: Sendable {
  /// The logical ID of the resource.
  public let id: String
  /// The keys of the property: `Code`, or `Command` and `ScriptLocation`.
  public let property: [String]
  /// The path, relative to the template.
  public let path: String
}

extension Template {
  /// The local paths in properties that `aws cloudformation package` uploads.
  public var localFiles: [LocalFile] {
    // Looked up once for each type: most templates have many resources of few types.
    var names: [String: [[String]]] = [:]
    return resources.flatMap { resource -> [LocalFile] in
      let known = names[resource.type] ?? ResourceType.localPaths(of: resource.type)
      names[resource.type] = known
      return known.compactMap { property in
        guard let path = resource.properties.value(at: property[...])?.uploadedPath else { return nil }
        return LocalFile(id: resource.id, property: property, path: path)
      }
    }
  }
}

extension ResourceType {
  /// The properties of a type that may be local paths, as keys: those that are described, and those of other types
  /// (source: AWS CLI reference, `aws cloudformation package`).
  static func localPaths(of type: String) -> [[String]] {
    switch type {
    case "AWS::AppSync::FunctionConfiguration", "AWS::AppSync::Resolver":
      [["RequestMappingTemplateS3Location"], ["ResponseMappingTemplateS3Location"], ["CodeS3Location"]]
    case "AWS::CodeCommit::Repository": [["Code", "S3"]]
    case "AWS::ElasticBeanstalk::ApplicationVersion": [["SourceBundle"]]
    case "AWS::Glue::Job": [["Command", "ScriptLocation"]]
    case "AWS::Serverless::Application": [["Location"]]
    default: (named(type)?.properties ?? []).filter { $0.traits.contains(.localPath) }.map { [$0.name] }
    }
  }
}

extension Object {
  /// The value at a path of keys.
  public func value(at path: ArraySlice<String>) -> Value? { member(at: path)?.value }

  /// Replaces the value at a path of keys, which exists.
  public mutating func replace(at path: ArraySlice<String>, by value: Value) {
    guard let key = path.first else { return }
    if path.count == 1 { return self[key] = value }
    guard var inner = self[key]?.object else { return }
    inner.replace(at: path.dropFirst(), by: value)
    self[key] = .object(inner)
  }

  /// The member at a path of keys.
  func member(at path: ArraySlice<String>) -> Member? {
    guard let key = path.first, let member = member(key) else { return nil }
    return path.count == 1 ? member : member.value.object?.member(at: path.dropFirst())
  }
}

extension Value {
  /// The text, if it is a path and not a URL.
  var uploadedPath: String? { text.flatMap { $0.mentions("://") || $0.mentions("{{resolve:") ? nil : $0 } }
}

extension SpecFiles {
  /// The fingerprint of a file, or of all files in a folder with their paths; nil if it cannot be read.
  public func fingerprint(of path: String) -> Fingerprint? { LocalContent(self).fingerprint(of: path) }
}
