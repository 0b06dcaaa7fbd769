import Diagnostics

/// What only the finished template shows.
extension FindingKind {
  static let logicalIdTwice = FindingKind(
    id: "CFN001", summary: "a logical id that two resources would have",
    why: "A template is a mapping by logical id: one of the two resources would be gone.")

  static let tooManyResources = FindingKind(
    id: "CFN002", summary: "more resources than a template may have",
    why: "CloudFormation takes 500 resources in a template, and refuses it otherwise.")

  static let templateTooLarge = FindingKind(
    id: "CFN003", summary: "a template of more bytes than CloudFormation takes",
    why: """
      CloudFormation takes a million bytes of a template, and refuses it otherwise. Large stacks are split into nested
      ones, but a resource moves as a whole, and what others need stays.
      """)

  static let templateNeedsBucket = FindingKind(
    id: "CFN004", severity: .note, summary: "a template that is deployed by way of a bucket",
    why: """
      A call to CloudFormation carries at most 51,200 bytes of a template. A larger one is put into an S3 bucket first,
      which `aws cloudformation deploy` does where it is told a bucket.
      """)

  static let tooManyEntries = FindingKind(
    id: "CFN005", summary: "more outputs, parameters or mappings than a template may have",
    why: """
      CloudFormation takes 200 outputs, 200 parameters and 200 mappings of 200 keys in a template, and refuses it
      otherwise.
      """)

  static let noResource = FindingKind(
    id: "CFN021", summary: "a spec that writes no resource",
    why: "CloudFormation takes no template without resources.")

  static let tooManyDynamicReferences = FindingKind(
    id: "CFN011", summary: "more dynamic references than a template may have",
    why: "CloudFormation takes 60 references such as `{{resolve:ssm:NAME}}` in a template, and refuses it otherwise.")

  static let tooManyIntegrations = FindingKind(
    id: "QUO002", summary: "more integrations than an API has room for",
    why: """
      An HTTP API has room for 300 integrations, which AWS does not raise; of a WebSocket API it does, on request. Equal
      targets share one integration, and so do routes that name the same element of `integrations`.
      """)

  static let tooManyInRegion = FindingKind(
    id: "QUO006", severity: .warning, summary: "more of something than an account's region has room for",
    why: """
      A region of an account has room for 10 VPC links, 120 domains and 600 APIs, of all stacks together. AWS raises
      that on request; without it the deployment fails at the first one too many.
      """)

  static let propertyOfLanguage = FindingKind(
    id: "SPEC010", summary: "a property under `properties` that the language has a key for",
    why: "Which of the two values holds would be a matter of guessing, and checks look at the language's key.")

  static let onlyInDocument = FindingKind(
    id: "API012", summary: "something that AWS takes only in the OpenAPI document",
    why: """
      AWS refuses names, descriptions and CORS beside the document that defines an API; the program writes them into
      the document where it has it.
      """)

  static let subnetsWithoutRoom = FindingKind(
    id: "NET001", summary: "subnets that find no room in their VPC",
    why: "Every subnet is a block of the VPC's addresses; CloudFormation refuses one that lies outside.")

  static let noSubnets = FindingKind(
    id: "VPC009", summary: "no subnets where some are needed",
    why: "A VPC link, a load balancer or a function in a VPC stands in subnets; AWS refuses it without.")

  static let exportTwice = FindingKind(
    id: "CFN009", summary: "an export that CloudFormation does not take",
    why: """
      The name of an export is made of at most 256 letters, digits, `:` and `-`, may depend on parameters alone, and is
      there once in an account's region. Its value has at most 1,024 bytes.
      """)

  static let tooManyVariablesOrTags = FindingKind(
    id: "QUO007", summary: "more variables of a stage, or tags of a resource, than AWS allows",
    why: """
      A stage has room for a hundred variables, those that stand on the API counted in, and a resource for fifty tags,
      those of the spec counted in. AWS raises neither.
      """)

  /// All of them.
  static let template = [
    logicalIdTwice, tooManyResources, templateTooLarge, templateNeedsBucket, tooManyEntries, noResource,
    tooManyDynamicReferences, tooManyIntegrations, tooManyInRegion, propertyOfLanguage, onlyInDocument,
    subnetsWithoutRoom, noSubnets, exportTwice, tooManyVariablesOrTags,
  ]
}
