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
    let code = code(function.code)
    properties.add("Code", code)
    properties.add("Role", role(of: function, name), origin: Origin(of: function.role?.node))
    properties.add("MemorySize", function.memory) { value($0) }
    properties.add("Timeout", function.timeout) { seconds($0) }
    properties.add("Architectures", function.architecture.map { [value($0)] })
    properties.add("Environment", environment(of: function, name))
    properties.add("Layers", function.layers) { list($0) { values.reference(.layer, $0) } }
    properties.add("VpcConfig", vpcConfig(of: function, name), origin: Origin(of: function.vpc?.node))
    properties.add("ReservedConcurrentExecutions", function.reservedConcurrency) { value($0) }
    properties.add("EphemeralStorage", function.ephemeralStorage.map { ["Size": value($0)] })
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

  /// A folder or file, which must exist: `aws cloudformation package` would fail.
  private mutating func local(_ path: Given<String>) -> Value {
    guard let text = path.literal else { return value(path) }
    if let remote = RemoteCode(text) {
      fail(.remoteCode, at: path.mark, "\(Reader.quoted(text)) is not a local path", help: remote.help)
      return .string(text)
    }
    let relative = local(text, at: path.mark)
    // A file outside of the boundary is not looked for.
    if let content, let file = localPaths[relative], content.boundary?.contains(file) ?? true, !content.exists(file) {
      fail(
        .codeNotFound, at: path.mark, "there is no file or folder \(Reader.quoted(file))",
        help: "build the code first, or correct the path: it is relative to the file that contains it")
    }
    return .string(relative)
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

  // MARK: Role

  private mutating func role(of function: CreatedFunction, _ name: String) -> Value? {
    if let role = function.role { return values.reference(.role, role) }
    var managed = [awsPolicy("AWSLambdaBasicExecutionRole")]
    if function.vpc != nil || function.subnets != nil {
      managed = [awsPolicy("AWSLambdaVPCAccessExecutionRole")]
    }
    if function.tracing?.literal == true { managed.append(awsPolicy("AWSXRayDaemonWriteAccess")) }
    var statements: [(value: Value, branch: Branch)] = []
    for (policy, branch) in (function.policies?.items ?? []).flatMap(\.branches) {
      switch policy.form {
      case .managed(let policy):
        let arn = arn(of: policy.managed)
        // IAM rejects a list that has a policy twice.
        if !managed.contains(arn) { managed.append(arn.under(branch)) }
      case .grant(let grant):
        var object = Object()
        object.add("Effect", "Allow")
        object.add("Action", grant.allow) { list($0) }
        object.add("Resource", grant.resources) { list($0) { values.policyResource($0) } }
        statements.append((.object(object), branch))
      case .statement(let statement):
        var object = Object()
        for key in statement.keys {
          object.add(key.name, key.value.map { values.value($0.node) }, origin: Origin(of: key.value?.node))
        }
        statements.append((.object(object), branch))
      case .template(let written): statements += written.statements(in: values).map { ($0, branch) }
      case nil: break
      }
    }
    var properties = Object()
    properties.add("AssumeRolePolicyDocument", Synthesis.trust("lambda.amazonaws.com"))
    properties.add("ManagedPolicyArns", .list(managed))
    properties.add("Policies", inlinePolicies(statements))
    let place = Place.functionPart(name, "role", "FunctionRole")
    return .getAtt(write(place, .role, properties, .part(function.options)), "Arn")
  }

  /// A policy with the statements that always apply, and one for each branch of conditions: a policy must not be empty.
  private func inlinePolicies(_ statements: [(value: Value, branch: Branch)]) -> Value? {
    var policies: [(name: String, branch: Branch, statements: [Value])] = []
    for (statement, branch) in statements {
      let name = (["function"] + branch.map { ($0.holds ? "" : "Not") + $0.name }).joined(separator: "-")
      if let index = policies.firstIndex(where: { $0.name == name }) {
        policies[index].statements.append(statement)
      } else {
        policies.append((name, branch, [statement]))
      }
    }
    let values = policies.map { policy in
      let document: Value = ["Version": "2012-10-17", "Statement": .list(policy.statements)]
      return (["PolicyName": .string(policy.name), "PolicyDocument": document] as Value).under(policy.branch)
    }
    return values.isEmpty ? nil : .list(values)
  }

  /// The ARN of a managed policy: as it is, of a resource, or of one of AWS's own by its bare name.
  private func arn(of policy: Given<String>) -> Value {
    guard let text = policy.literal, !text.hasPrefix("arn:") else { return value(policy) }
    return names.resourceTypes[text] == "AWS::IAM::ManagedPolicy" ? .ref(text) : awsPolicy(text)
  }

  private func awsPolicy(_ name: String) -> Value {
    .sub("arn:\(Value.partition):iam::aws:policy/\(ManagedPolicies.path(of: name))")
  }

  /// A trust policy for a service of AWS's.
  static func trust(_ service: String) -> Value {
    [
      "Version": "2012-10-17",
      "Statement": [["Effect": "Allow", "Principal": ["Service": .string(service)], "Action": "sts:AssumeRole"]],
    ]
  }

  // MARK: Network, logs, alias

  private mutating func vpcConfig(of function: CreatedFunction, _ name: String) -> Value? {
    var groups = function.securityGroups.map { list($0) { groupId($0) } }
    // IDs do not need a VPC; the function's own security group does.
    guard let given = function.vpc ?? (groups == nil ? nil : function.subnets?.items.first) else {
      if let mark = function.subnets?.mark ?? function.securityGroups?.mark {
        fail(.missingKey, at: mark, "`vpc` is missing", help: "set `vpc` to the VPC of the function")
      }
      return nil
    }
    guard let vpc = function.vpc == nil ? .outside(given) : names.vpc(given) else { return nil }
    if groups == nil {
      var properties = Object()
      properties.add("GroupDescription", .string("Function \(name)"))
      properties.add("VpcId", vpcId(given))
      let place = Place.functionPart(name, "securityGroup", "FunctionGroup")
      groups = [.getAtt(write(place, .securityGroup, properties, .part(function.options)), "GroupId")]
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
    write(.functionAlias(name), .alias, object, .part(options))
  }
}
