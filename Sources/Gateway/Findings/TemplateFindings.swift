import Diagnostics

/// Mistakes that are only visible in the finished template.
extension FindingKind {
  static let logicalIdTwice = FindingKind(
    id: "CFN001", summary: "duplicate logical ID",
    why: """
      A template is a mapping from logical IDs to resources: one of the two resources would be lost. CloudFormation also
      rejects a resource with the name of a parameter.
      """)

  static let tooManyResources = FindingKind(
    id: "CFN002", summary: "too many resources",
    why: """
      CloudFormation rejects a template with more than 500 resources, and an operation on more than 2,500 resources of a
      stack and its nested stacks.
      """)

  static let templateTooLarge = FindingKind(
    id: "CFN003", summary: "template too large",
    why: """
      CloudFormation rejects a template of more than one million bytes. Large stacks are split into nested stacks, but a
      resource is never split, and resources that others depend on stay in the main stack.
      """)

  static let routesInNestedStacks = FindingKind(
    id: "CFN027", severity: .note, summary: "routes in nested stacks because the main stack is full",
    why: """
      Beyond 500 resources, everything without a unique name moves to nested stacks. If that is not enough, the routes of the
      last APIs move as well. In a stack that is already deployed, this step fails with "Route with key … already exists",
      because CloudFormation creates a route in the nested stack before it deletes the old one.
      """)

  static let templateNeedsBucket = FindingKind(
    id: "CFN004", severity: .note, summary: "template that must be uploaded to a bucket",
    why: """
      A request to CloudFormation holds at most 51,200 bytes of a template. A larger template is uploaded to an S3 bucket
      first: `aws cloudformation deploy` does so with `--s3-bucket`.
      """)

  static let tooManyEntries = FindingKind(
    id: "CFN005", summary: "too many outputs, parameters or mappings",
    why: """
      CloudFormation rejects a template with more than 200 outputs, 200 parameters, or 200 mappings, or with more than 200
      keys in a mapping.
      """)

  static let noResource = FindingKind(
    id: "CFN021", summary: "spec without resources",
    why: "CloudFormation rejects a template without resources.")

  static let tooManyDynamicReferences = FindingKind(
    id: "CFN011", summary: "too many dynamic references",
    why: "CloudFormation rejects a template with more than 60 references such as `{{resolve:ssm:NAME}}`.")

  static let tooManyIntegrations = FindingKind(
    id: "QUO002", summary: "too many integrations in an API",
    why: """
      An HTTP API has at most 300 integrations, a quota that AWS does not increase; for WebSocket APIs it can be increased.
      Equal targets share one integration, as do routes that refer to the same element of `integrations`.
      """)

  static let tooManyInRegion = FindingKind(
    id: "QUO006", severity: .warning, summary: "more resources than the default quota of a region",
    why: """
      An account has quotas of 10 VPC links, 120 domain names and 600 APIs in each region, for all stacks together. AWS
      increases them on request; otherwise the deployment fails at the first resource above the quota.
      """)

  static let propertyOfLanguage = FindingKind(
    id: "SPEC010", summary: "property under `properties` that the language has a key for",
    why: "It would be unclear which of the two values applies, and checks use the language's key.")

  static let onlyInDocument = FindingKind(
    id: "API012", summary: "setting that belongs in the OpenAPI document",
    why: """
      AWS rejects a name, tags and CORS settings next to the document that defines an API. Those of `apis` are written into the
      document if it is available. Routes, integrations and authorizers beside a document, which AWS SAM writes for each HTTP API,
      are deleted when an update imports it again.
      """)

  static let subnetsWithoutRoom = FindingKind(
    id: "NET001", summary: "subnets that do not fit into their VPC",
    why: "Each subnet is a block of the VPC's addresses. CloudFormation rejects a subnet outside of the VPC.")

  static let closedEndpoint = FindingKind(
    id: "API023", severity: .warning, summary: "address of an API whose default endpoint is disabled",
    why: """
      With `disableExecuteApiEndpoint`, API Gateway answers every request to the default endpoint with `Forbidden`. Clients
      and senders need the address of a custom domain; senders cannot present client certificates for mutual TLS.
      """)

  static let codeNotFound = FindingKind(
    id: "LAM024", summary: "local file or folder that does not exist",
    why: """
      `aws cloudformation package` uploads code and other local files before the deployment, and fails if one does not exist.
      """)

  static let handlerNotFound = FindingKind(
    id: "LAM050", severity: .warning, summary: "handler whose file is not in the folder of the code",
    why: """
      Lambda loads the file that the handler names: `index.handler` is `handler` in `index.js`, in the folder of the code.
      Without it every call fails with "Runtime.ImportModuleError". A custom runtime starts `bootstrap`, and fails with
      "Runtime.InvalidEntrypoint". Functions with layers are not checked, because the file may be in one of these.
      """)

  static let remoteCode = FindingKind(
    id: "LAM030", summary: "local path of code that is a URL or a container image",
    why: """
      A string under `code` is a path next to the spec, which `aws cloudformation package` uploads. Objects in S3 and
      container images have keys of their own.
      """)

  static let noSubnets = FindingKind(
    id: "VPC009", summary: "missing subnets",
    why: "A VPC link, a load balancer or a function in a VPC needs subnets. AWS rejects it without them.")

  static let exportTwice = FindingKind(
    id: "CFN009", summary: "invalid export",
    why: """
      The name of an export has at most 256 letters, digits, `:` and `-`, depends only on parameters, and is unique in an
      account's region. Its value has at most 1,024 bytes.
      """)

  static let tooManyVariablesOrTags = FindingKind(
    id: "QUO007", summary: "too many stage variables or tags",
    why: """
      A stage can have 100 variables, including those that are set on the API. A resource can have 50 tags, including those
      of the spec. AWS does not increase these quotas.
      """)

  static let misplacedFunction = FindingKind(
    id: "CFN006", summary: "CloudFormation function where it is not evaluated",
    why: """
      Parameters and mappings are read before functions are evaluated, so they must be literals. Conditions and rules are
      evaluated before any resource exists, so only functions that need no resource are available in them. `Type`,
      `DependsOn` and the deletion policies of a resource must be literals.
      """)

  static let functionArgument = FindingKind(
    id: "CFN025", summary: "invalid argument of a CloudFormation function",
    why: """
      CloudFormation checks the number and the kind of a function's arguments, and which functions may be nested in it. It
      rejects the whole template with "Template error". `Fn::ForEach`, `Fn::Length`, `Fn::ToJsonString` and functions in
      names need the transform `AWS::LanguageExtensions`.
      """)

  static let sectionEntry = FindingKind(
    id: "CFN026", summary: "invalid entry in a section of the template",
    why: """
      CloudFormation checks the form of transforms, parameters, mappings, conditions, rules, outputs and resource
      attributes before it starts the deployment, and rejects the template with "Template format error".
      """)

  /// All of them.
  static let template = [
    functionArgument, sectionEntry,
    logicalIdTwice, tooManyResources, routesInNestedStacks, templateTooLarge, templateNeedsBucket, tooManyEntries,
    noResource,
    tooManyDynamicReferences, tooManyIntegrations, tooManyInRegion, propertyOfLanguage, onlyInDocument,
    subnetsWithoutRoom, codeNotFound, handlerNotFound, remoteCode, noSubnets, exportTwice, tooManyVariablesOrTags,
  ]
}
