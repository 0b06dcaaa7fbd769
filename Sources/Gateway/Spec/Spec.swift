import SpecReading
import YAMLTree

/// A whole spec as written.
public struct Spec: SpecObject {
  let mark: Mark
  let version: Given<Version>?
  let stack: Given<String>?
  let description: Given<String>?
  /// The names of `variables`.
  let variables: Set<String>
  let sections: [(name: String, value: Raw?)]
  let tags: [Named<Given<String>>]
  let roles: RoleOptions
  let functions: [Named<FunctionElement>]
  let vpcs: [Named<VpcElement>]
  let securityGroups: [Named<SecurityGroupElement>]
  let vpcLinks: [Named<VpcLinkElement>]
  let loadBalancers: [Named<LoadBalancerElement>]
  let targetGroups: [Named<TargetGroupElement>]
  let cloudMapNamespaces: [Named<NamespaceElement>]
  let cloudMapServices: [Named<ServiceElement>]
  let userPools: [Named<UserPoolElement>]
  let domains: [Named<DomainElement>]
  let apiKeys: [Named<ApiKeyElement>]
  let usagePlans: [Named<UsagePlan>]
  let apis: [Named<Api>]
  let account: Account?
  let resources: [Named<Raw>]
  let outputs: [Named<Raw>]
  let overrides: [Named<Raw>]
  let lint: LintOptions?

  /// Versions of the language.
  public enum Version: String, CaseIterable, Sendable {
    case first = "1"
  }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    mark = fields.mark
    version = fields.optional("version", .known(.word(Version.self)), "Language version.")
    stack = fields.optional("stack", .known(.text(1...128)), "Name of stack and template; the file name by default.")
    description = fields.optional("description", .known(.text(0...1_024)), "Description of the stack.")
    // `Assembly` has processed these three before the spec is read; here they are declared and their types checked.
    let constants = fields.optional(
      "variables", .map(.known(.text)),
      "Constants replaced at synthesis: write `$(name)` in any value or key, and `$$(` for a literal `$(`.")
    variables = Set((constants ?? []).map(\.name))
    _ = fields.optional(
      "environments", .map(.map(.known(.text))),
      "Other values of variables, by the name of an environment for `--env`.")
    _ = fields.optional(
      "include", .list(.known(.text)),
      "Other spec files to merge section by section: paths relative to this file, optionally with `*`, `**` and `?`.")
    sections = [
      ("Parameters", fields.optional("parameters", .rawMapping, "CloudFormation parameters.")),
      ("Mappings", fields.optional("mappings", .rawMapping, "CloudFormation mappings.")),
      ("Conditions", fields.optional("conditions", .rawMapping, "CloudFormation conditions.")),
      ("Rules", fields.optional("rules", .rawMapping, "CloudFormation rules.")),
      ("Metadata", fields.optional("metadata", .rawMapping, "CloudFormation metadata.")),
      ("Transform", fields.optional("transform", .raw, "Macros, such as `AWS::Serverless-2016-10-31`.")),
      ("Globals", fields.optional("globals", .rawMapping, "SAM globals, for use with its transform.")),
    ]
    tags =
      fields.optional(
        "tags", .conditionalTexts,
        "Tags of every resource that supports tags, those in `resources` included; its own tags take precedence.") ?? []
    fields.defaults(
      "defaults",
      for: [
        "functions": .every(FunctionElement.self), "routes": .every(Route.self), "roles": .every(RoleOptions.self),
      ], "Default options of functions and routes, and options of all roles that are generated.")
    roles = fields.inherited(RoleOptions.self)
    functions = fields.optional("functions", .map(.object(FunctionElement.self)), "Lambda functions.") ?? []
    vpcs = fields.optional("vpcs", .map(.object(VpcElement.self)), "VPCs.") ?? []
    securityGroups =
      fields.optional("securityGroups", .map(.object(SecurityGroupElement.self)), "Security groups.") ?? []
    vpcLinks = fields.optional("vpcLinks", .map(.object(VpcLinkElement.self)), "VPC links.") ?? []
    loadBalancers =
      fields.optional("loadBalancers", .map(.object(LoadBalancerElement.self)), "Load balancers.") ?? []
    targetGroups = fields.optional("targetGroups", .map(.object(TargetGroupElement.self)), "Target groups.") ?? []
    cloudMapNamespaces =
      fields.optional("cloudMapNamespaces", .map(.object(NamespaceElement.self)), "Cloud Map namespaces.") ?? []
    cloudMapServices =
      fields.optional("cloudMapServices", .map(.object(ServiceElement.self)), "Cloud Map services.") ?? []
    userPools =
      fields.optional("userPools", .map(.object(UserPoolElement.self)), "Cognito user pools.") ?? []
    domains =
      fields.optional(
        "domains", .map(.object(DomainElement.self), keys: .any), "Custom domains by host or name.") ?? []
    apiKeys = fields.optional("apiKeys", .map(.object(ApiKeyElement.self)), "API keys of WebSocket APIs.") ?? []
    usagePlans =
      fields.optional("usagePlans", .map(.object(UsagePlan.self)), "Usage plans of API keys.") ?? []
    account = fields.optional("account", .object(Account.self), "Settings of the account in a region.")
    apis = fields.optional("apis", .map(.object(Api.self)), "HTTP and WebSocket APIs.") ?? []
    resources =
      fields.optional("resources", .map(.raw, keys: .any), "CloudFormation resources.") ?? []
    outputs =
      fields.optional(
        "outputs", .map(.raw, keys: .any),
        "CloudFormation outputs, in addition to the generated ones. A function, a place or the logical ID of a resource is the value of an output."
      )
      ?? []
    overrides =
      fields.optional(
        "overrides", .map(.rawMapping, keys: .any),
        "Changes to resources, by place, logical ID or type (`AWS::IAM::Role`).") ?? []
    lint = fields.optional("lint", .object(LintOptions.self), "Severity of findings, and findings to ignore.")
  }
}

extension Reader {
  /// Reads a whole spec. The call is in this module, so that the generic reader is specialized for its types.
  public func readSpec(from root: Node) -> Spec? {
    if reportsForeignFile(root) { return nil }
    return read(Spec.self, from: root)
  }
}
