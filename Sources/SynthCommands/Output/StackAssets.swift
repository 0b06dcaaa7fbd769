import CloudFormation
import Gateway

/// The assets of a stack in a cloud assembly: its templates, and the local files that they refer to.
struct StackAssets {
  private let folder: OutputFolder
  private let files = SpecFiles.onDisk(outputFolder: nil)
  /// The object key of each asset, by its path relative to the assembly.
  private var keys: [String: String] = [:]
  /// The members of `files` in the manifest of the assets, by content hash.
  private(set) var manifest = Object()

  /// No assets, in the folder of an assembly.
  init(folder: OutputFolder) { self.folder = folder }

  /// The hash of a file.
  static func hash(of bytes: [UInt8]) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(bytes: bytes)
    return fingerprint.longText
  }

  /// The object key of an asset.
  func key(of path: String) -> String { keys[path] ?? "" }

  /// Adds a file, or a folder that is uploaded as a zip file.
  mutating func add(_ path: String, hash: String, isFolder: Bool) {
    let name = path.split(separator: "/").last ?? ""
    let ending = isFolder ? "zip" : name.split(separator: ".").dropFirst().last.map(String.init)
    let key = hash + (ending.map { ".\($0)" } ?? "")
    keys[path] = key
    let destination: Value = [
      "bucketName": .string(CloudAssembly.bucket), "objectKey": .string(key),
      "assumeRoleArn": .string(CloudAssembly.role("file-publishing-role")),
    ]
    manifest[hash] = [
      "source": ["path": .string(path), "packaging": isFolder ? "zip" : "file"],
      "destinations": ["current_account-current_region": destination],
    ]
  }

  /// The template with S3 locations in place of local paths, as the CDK writes them.
  mutating func replaceLocalFiles(in template: Template) throws(FileProblem) -> Template {
    var template = template
    if template.hasLocalSections || template.hasLocalLoops || template.hasLocalIncludes {
      throw FileProblem(
        .unwritableFile, path: folder.path,
        reason:
          "local files of `AWS::Include`, `Fn::ForEach` and `globals` cannot be assets; set `CodeUri` on the functions")
    }
    for file in template.localFiles {
      let path = file.path.hasPrefix("./") ? String(file.path.dropFirst(2)) : file.path
      if keys[path] == nil { try addFromDisk(path) }
      guard var resource = template[file.id] else { continue }
      let property = file.property.joined(separator: ".")
      resource.properties.replace(
        at: file.property[...], by: location(of: path, for: property, of: resource.type))
      var metadata = resource.metadata?.object ?? Object()
      metadata["aws:asset:path"] = .string(path)
      metadata["aws:asset:property"] = .string(property)
      resource.metadata = .object(metadata)
      template[file.id] = resource
    }
    var metadata = template.section("Metadata")
    metadata[Compilation.metadataKey] = ["version": .string(Apigw.version)]
    template.sections["Metadata"] = .object(metadata)
    return template
  }

  private mutating func addFromDisk(_ path: String) throws(FileProblem) {
    let full = path.hasPrefix("/") ? path : RelativePath.absolutePath(of: path, in: folder.path)
    do throws(SystemError) {
      let isFolder = try status(of: full).isFolder
      guard let hash = files.fingerprint(of: full) else { throw SystemError(code: 0, text: "it has no files") }
      add(path, hash: hash.longText, isFolder: isFolder)
    } catch {
      throw FileProblem(.unreadableFile, path: full, error)
    }
  }

  /// The value of a property for a file in the bucket of the bootstrap stack.
  private func location(of path: String, for property: String, of type: String) -> Value {
    let bucket: Value = ["Fn::Sub": .string(CloudAssembly.bucket)]
    let key = key(of: path)
    switch (type, property) {
    case (_, "TemplateURL"):
      return ["Fn::Sub": .string("https://s3.${AWS::Region}.${AWS::URLSuffix}/\(CloudAssembly.bucket)/\(key)")]
    case ("AWS::AppSync::GraphQLSchema", _): return ["Fn::Sub": .string("s3://\(CloudAssembly.bucket)/\(key)")]
    case (_, "Code"), (_, "Content"): return ["S3Bucket": bucket, "S3Key": .string(key)]
    default: return ["Bucket": bucket, "Key": .string(key)]
    }
  }
}
