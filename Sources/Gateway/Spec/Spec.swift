import SpecReading
import YAMLTree

/// A whole spec, as it was written.
public struct Spec: SpecObject {
  let mark: Mark
  let version: Given<Version>?
  let stack: Given<String>?
  let description: Given<String>?
  let sections: [(name: String, value: Raw?)]
  let tags: [Named<Given<String>>]
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
    version = fields.optional("version", .known(.word(Version.self)), "Version of the language.")
    stack = fields.optional("stack", .known(.text(1...128)), "Name of stack and template; the file's name by default.")
    description = fields.optional("description", .known(.text(0...1_024)), "What the stack is.")
    // These three are done with before anything is read (see Assembly): here they are declared, and their form checked.
    _ = fields.optional(
      "variables", .map(.known(.text)),
      "Texts fixed at synthesis, written `$(name)` in any value or key; `$$(` is a `$(` that is meant itself.")
    _ = fields.optional(
      "environments", .map(.map(.known(.text))),
      "What variables are instead, by the name of an environment that `--env` chooses.")
    _ = fields.optional(
      "include", .list(.known(.text)),
      "Other spec files, laid over this one section by section: paths relative to this file; `*`, `**` and `?` match.")
    sections = [
      ("Parameters", fields.optional("parameters", .rawMapping, "CloudFormation's parameters.")),
      ("Mappings", fields.optional("mappings", .rawMapping, "CloudFormation's mappings.")),
      ("Conditions", fields.optional("conditions", .rawMapping, "CloudFormation's conditions.")),
      ("Rules", fields.optional("rules", .rawMapping, "CloudFormation's rules.")),
      ("Metadata", fields.optional("metadata", .rawMapping, "The template's metadata.")),
      ("Transform", fields.optional("transform", .raw, "Macros, such as `AWS::Serverless-2016-10-31`.")),
      ("Globals", fields.optional("globals", .rawMapping, "SAM's globals, with its transform.")),
    ]
    tags = fields.optional("tags", .map(.text, keys: .any), "Tags on every resource that takes tags.") ?? []
    fields.defaults(
      "defaults", for: ["functions": .every(FunctionElement.self), "routes": .every(Route.self)],
      "What each function and route gets unless it says otherwise.")
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
        "domains", .map(.object(DomainElement.self), keys: .any), "Custom domains, by host or by name.") ?? []
    apiKeys = fields.optional("apiKeys", .map(.object(ApiKeyElement.self)), "API keys of WebSocket APIs.") ?? []
    usagePlans =
      fields.optional("usagePlans", .map(.object(UsagePlan.self)), "What the holders of API keys may ask for.") ?? []
    account = fields.optional("account", .object(Account.self), "What is set once for an account and a region.")
    apis = fields.optional("apis", .map(.object(Api.self)), "HTTP and WebSocket APIs.") ?? []
    resources =
      fields.optional("resources", .map(.raw, keys: .any), "CloudFormation resources as they are.") ?? []
    outputs =
      fields.optional("outputs", .map(.raw, keys: .any), "CloudFormation outputs, besides the program's own.") ?? []
    overrides =
      fields.optional("overrides", .map(.rawMapping, keys: .any), "Changes to resources, by place or logical id.") ?? []
    lint = fields.optional("lint", .object(LintOptions.self), "What is made of findings; comments do it for one place.")
  }
}

extension Reader {
  /// Reads a whole spec. The call stands in this module, so that reading is compiled for the types of this module.
  public func readSpec(from root: Node) -> Spec? { read(Spec.self, from: root) }
}
