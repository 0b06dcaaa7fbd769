import CloudFormation

/// Functions of SAM, `AWS::Serverless::Function`, as the `AWS::Lambda::Function` that SAM makes of them (source: SAM's
/// specification, AWS::Serverless::Function and Globals).
extension Model {
  /// The Lambda functions that SAM creates, with `Globals` merged.
  func makeServerlessFunctions() -> [Resource] {
    let functions = resources("AWS::Serverless::Function")
    if functions.isEmpty { return [] }
    let globals = template.section("Globals")["Function"]?.object ?? Object()
    let known = Set(SamProperties.of("AWS::Serverless::Function") ?? [])
    return functions.map { function in
      var own = globals
      own.mergeAsSam(function.record.properties)
      var record = CloudFormation.Resource(id: function.id, type: "AWS::Lambda::Function")
      record.origin = function.record.origin
      for member in own.members { Model.add(member, to: &record.properties) }
      // SAM's default is the folder of the template.
      if record.properties["Code"] == nil { record.properties.add("Code", ".") }
      // What seems to be missing may be misspelled.
      let isWhole = function.isWhole && own.members.allSatisfy { known.contains($0.key) }
      return Resource(record, .resources, at: function.mark, isWhole: isWhole, in: self)
    }
  }

  /// Adds what SAM makes of a property; those that Lambda does not have stay out.
  private static func add(_ member: Object.Member, to properties: inout Object) {
    switch member.key {
    case "InlineCode": properties.add("Code", code("ZipFile", member))
    case "ImageUri": properties.add("Code", code("ImageUri", member))
    case "CodeUri": properties.add("Code", location(member), origin: member.origin)
    case "CapacityProviderConfig": properties.add(member.key, capacity(member), origin: member.origin)
    default: if passedOn.contains(member.key) { properties.set(member) }
    }
  }

  private static func code(_ key: String, _ member: Object.Member) -> Value {
    .object(Object([Object.Member(key: key, value: member.value, origin: member.origin)]))
  }

  /// SAM names the parts of a place in S3 otherwise.
  private static func location(_ member: Object.Member) -> Value {
    guard let parts = member.value.object, !member.value.isFunction else { return member.value }
    let names = ["Bucket": "S3Bucket", "Key": "S3Key", "Version": "S3ObjectVersion"]
    return .object(
      Object(parts.members.map { Object.Member(key: names[$0.key] ?? $0.key, value: $0.value, origin: $0.origin) }))
  }

  /// SAM's settings of managed instances are a level higher, and name the capacity provider `Arn`.
  private static func capacity(_ member: Object.Member) -> Value {
    guard var settings = member.value.object, !member.value.isFunction else { return member.value }
    if let arn = settings.member("Arn") {
      settings["Arn"] = nil
      settings.add("CapacityProviderArn", arn.value, origin: arn.origin)
    }
    let key = "LambdaManagedInstancesCapacityProviderConfig"
    return .object(Object([Object.Member(key: key, value: .object(settings), origin: member.origin)]))
  }

  /// The alias under which SAM publishes each version of a function, by its own property or that of `Globals`.
  func publishedAlias(of function: Resource) -> Value? {
    let name = "AutoPublishAlias"
    return function[name]?.value ?? template.section("Globals")["Function"]?.object?[name]
  }

  /// Whether SAM publishes a version of a function under an alias, which the events of the function call.
  func publishesAlias(_ function: Resource) -> Bool {
    guard let written = resource(function.id, of: "AWS::Serverless::Function") else { return false }
    return publishedAlias(of: written) != nil
  }

  private static let passedOn: Set<String> = [
    "FunctionName", "Description", "Runtime", "Handler", "Role", "MemorySize", "Timeout", "Architectures",
    "Environment", "Layers", "PackageType", "ReservedConcurrentExecutions", "EphemeralStorage", "VpcConfig",
    "DurableConfig", "TenancyConfig", "FileSystemConfigs", "SnapStart", "ImageConfig", "KmsKeyArn", "LoggingConfig",
    "RecursiveLoop", "RuntimeManagementConfig", "CodeSigningConfigArn", "FunctionScalingConfig",
  ]
}
