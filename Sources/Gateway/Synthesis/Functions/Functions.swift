import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// A function with its role, security group, log group and alias, as far as it needs them.
  mutating func write(_ element: Named<FunctionElement>) {
    guard case .created(let function) = element.value.form else { return }
    let name = element.name
    var properties = Object()
    properties.add("FunctionName", function.name) { value($0) }
    properties.add("Description", function.description) { value($0) }
    if case .image = function.code.source { properties.add("PackageType", "Image") }
    properties.add("Runtime", function.runtime) { value($0) }
    properties.add("Handler", function.handler) { value($0) }
    properties.add("Code", code(function.code), origin: origin(of: function.code))
    properties.add("Role", role(of: function, name), origin: Origin(of: function.role?.node))
    properties.add("MemorySize", function.memory) { value($0) }
    properties.add("Timeout", function.timeout) { seconds($0) }
    properties.add("Architectures", function.architecture.map { value($0).forEachChoice { [$0] } })
    properties.add("Environment", environment(of: function, name))
    let layers = function.layers.map { list($0) { values.reference(.layer, $0) } }
    // None are the default, and an update to them would publish no version.
    if layers != [] { properties.add("Layers", layers, origin: Origin(of: function.layers?.node)) }
    properties.add("VpcConfig", vpcConfig(of: function, name), origin: Origin(of: function.vpc?.node))
    properties.add("ReservedConcurrentExecutions", function.reservedConcurrency) { value($0) }
    properties.add("EphemeralStorage", function.ephemeralStorage.map { value($0).forEachChoice { ["Size": $0] } })
    properties.add("LoggingConfig", logging(of: function, name))
    if let tracing = function.tracing?.literal {
      properties.add("TracingConfig", ["Mode": tracing ? "Active" : "PassThrough"])
    }
    let id = write(.function(name), .function, properties, .main(function.options))
    if let alias = function.alias { writeAlias(alias, of: name, id, function.options) }
  }

  private mutating func environment(of function: CreatedFunction, _ name: String) -> Value? {
    var variables = Object()
    for url in callbackUrls(for: name, function) { variables[url.name] = url.value }
    for variable in function.environment { variables.set(variable) { value($0) } }
    return variables.isEmpty ? nil : ["Variables": .object(variables)]
  }

  private mutating func code(_ code: FunctionCode) -> Value? {
    switch code.source {
    case .inline(let inline): single("ZipFile", inline.inline)
    case .image(let image): single("ImageUri", image.image)
    case .path(let path):
      local(path.path)
    case .s3(let location): s3Code(location)
    case nil: nil
    }
  }

  /// That of a path; the keys of other code have theirs.
  private func origin(of code: FunctionCode) -> Origin {
    if case .path(let path) = code.source { Origin(of: path.path.node) } else { .none }
  }

  /// A folder or file.
  private mutating func local(_ path: Given<String>) -> Value {
    guard let text = path.literal else { return value(path) }
    if let remote = RemoteCode(text) {
      fail(.remoteCode, at: path.mark, "\(Reader.quoted(text)) is not a local path", help: remote.help)
      return .string(text)
    }
    return .string(local(text, at: path.mark))
  }

  private func single(_ key: String, _ given: Given<String>) -> Value {
    var object = Object()
    object.add(key, given) { value($0) }
    return .object(object)
  }

  private func s3Code(_ location: S3Location) -> Value {
    var code: Object = Object()
    code.add("S3Bucket", location.bucket) { value($0) }
    code.add("S3Key", location.key) { value($0) }
    code.add("S3ObjectVersion", location.version) { value($0) }
    code.add("S3ObjectStorageMode", location.storageMode) { .string(($0.literal ?? .copy).rawValue.uppercased()) }
    return .object(code)
  }

  private mutating func vpcConfig(of function: CreatedFunction, _ name: String) -> Value? {
    var groups = function.securityGroups.map { list($0) { values.reference(.securityGroup, $0) } }
    guard let given = attachment(to: function.vpc, function.subnets, function.securityGroups) else {
      if let mark = function.subnets?.mark ?? function.securityGroups?.mark {
        fail(.missingKey, at: mark, "`vpc` is missing", help: "set `vpc` to the VPC of the function")
      }
      return nil
    }
    guard let vpc = function.vpc == nil ? .outside(given) : names.vpc(given) else { return nil }
    if groups == nil {
      let place = Place.functionPart(name, "securityGroup", "FunctionGroup")
      writeGroup(
        place, "Function \(names.formerName(name, in: "functions"))", in: given, .vital(function.options))
      groups = [group(at: place).id]
    }
    let subnets = subnets(function.subnets, of: vpc, default: [.private, .isolated], at: given.mark)
    var config = Object()
    config.add(
      "SubnetIds", subnets, origin: Origin(of: function.subnets?.node ?? vpc.zonesNode([.private, .isolated])))
    config.add("SecurityGroupIds", groups ?? [], origin: Origin(of: function.securityGroups?.node))
    return .object(config)
  }

  private mutating func logging(of function: CreatedFunction, _ name: String) -> Value? {
    guard let logs = function.logs, !logs.values.isEmpty else { return nil }
    var properties = Object()
    properties.add("RetentionInDays", logs, \.retention) { days($0) }
    properties.add("KmsKeyId", logs, \.kmsKey) { values.reference(.kmsKey, $0) ?? .null }
    var extras = Extras.part(function.options)
    let policies = logs.values.compactMap(\.deletionPolicy)
    extras.deletionPolicy = policies.first.map { value($0) } ?? "RetainExceptOnCreate"
    extras.condition = anyOf(logs.branches.map { condition(of: $0.conditions) })
    let id = write(Place.functionPart(name, "logs", "FunctionLogs"), .logGroup, properties, extras)
    return Value.choice(logs) { _, _ in ["LogGroup": .ref(id)] }
  }

  /// A version is a copy of the function, which is renewed whenever its content changes.
  private mutating func writeAlias(
    _ alias: Given<String>, of name: String, _ id: String, _ options: ElementOptions
  ) {
    let renewal = Renewal(
      path: "functions.\(name).version", kind: "FunctionVersion", name: name, source: .function(id))
    renewals.append(renewal)
    var extras = Extras.part(options)
    extras.deletionPolicy = "RetainExceptOnCreate"
    var version = Object()
    version.add("FunctionName", .ref(id))
    let versionId = write(Place(renewal.path, id: renewal.id), .version, version, extras)
    var object = Object()
    object.add("Name", alias) { value($0) }
    object.add("FunctionName", .ref(id))
    object.add("FunctionVersion", .getAtt(versionId, "Version"))
    write(.functionAlias(name), .alias, object, .vital(options))
  }
}
