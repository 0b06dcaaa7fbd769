import CloudFormation
import Gateway

/// A cloud assembly, which the command line of the AWS CDK deploys: templates, a manifest of the assets of each stack, and
/// a manifest of the stacks (source: the JSON Schemas of the CDK's `cloud-assembly-schema`).
struct CloudAssembly {
  /// A file of the assembly.
  struct File {
    let name: String
    let bytes: [UInt8]
    /// The number of resources of a template.
    var resources: Int?
  }

  /// The name of the manifest of the stacks.
  static let manifestName = "manifest.json"
  /// The version of the schemas. The CDK reads assemblies of older versions.
  private static let schemaVersion: Value = "36.0.0"
  /// The resources of the CDK's bootstrap stack, which deploy a stack: its bucket and its roles.
  private static let bootstrap = (qualifier: "hnb659fds", version: 6)

  private let folder: OutputFolder
  private var artifacts = Object()

  /// An assembly without stacks.
  init(folder: OutputFolder) { self.folder = folder }

  /// Adds a stack. Returns its files: the main template, nested templates, and the manifest of its assets.
  mutating func add(_ template: SplitTemplate, stack: String) throws(FileProblem) -> [File] {
    var assets = StackAssets(folder: folder)
    var files: [File] = []
    // The main template refers to the contents of nested ones.
    for (name, template) in template.files(stack: stack).reversed() {
      let bytes = try assets.replaceLocalFiles(in: template).json()
      assets.add(name, hash: StackAssets.hash(of: bytes), isFolder: false)
      files.insert(File(name: name, bytes: bytes, resources: template.resources.count), at: 0)
    }
    let manifest: Value = [
      "version": CloudAssembly.schemaVersion, "files": .object(assets.manifest), "dockerImages": [:],
    ]
    let name = "\(stack).assets"
    artifacts[name] = .object(artifact("cdk:asset-manifest", ["file": .string("\(name).json")]))
    artifacts[stack] = stackArtifact(files[0].name, assets.key(of: files[0].name), dependency: name)
    return files + [File(name: "\(name).json", bytes: manifest.indentedJSON())]
  }

  /// The manifest of all stacks.
  var manifest: File {
    let value: Value = ["version": CloudAssembly.schemaVersion, "artifacts": .object(artifacts)]
    return File(name: CloudAssembly.manifestName, bytes: value.indentedJSON())
  }

  private func stackArtifact(_ templateFile: String, _ key: String, dependency: String) -> Value {
    var value = artifact(
      "aws:cloudformation:stack",
      [
        "templateFile": .string(templateFile), "validateOnSynth": false,
        "assumeRoleArn": .string(CloudAssembly.role("deploy-role")),
        "cloudFormationExecutionRoleArn": .string(CloudAssembly.role("cfn-exec-role")),
        "stackTemplateAssetObjectUrl": .string("s3://\(CloudAssembly.bucket)/\(key)"),
        "additionalDependencies": [.string(dependency)],
      ])
    value["environment"] = "aws://unknown-account/unknown-region"
    value["dependencies"] = [.string(dependency)]
    return .object(value)
  }

  private func artifact(_ type: Value, _ properties: Value) -> Object {
    var properties = properties.object ?? Object()
    properties.add("requiresBootstrapStackVersion", .int(CloudAssembly.bootstrap.version))
    properties.add(
      "bootstrapStackVersionSsmParameter", .string("/cdk-bootstrap/\(CloudAssembly.bootstrap.qualifier)/version"))
    var object = Object()
    object.add("type", type)
    object.add("properties", .object(properties))
    return object
  }

  /// The bucket of the bootstrap stack.
  static let bucket = "cdk-\(bootstrap.qualifier)-assets-${AWS::AccountId}-${AWS::Region}"

  /// The ARN of a role of the bootstrap stack.
  static func role(_ name: String) -> String {
    "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cdk-\(bootstrap.qualifier)-\(name)-"
      + "${AWS::AccountId}-${AWS::Region}"
  }
}
