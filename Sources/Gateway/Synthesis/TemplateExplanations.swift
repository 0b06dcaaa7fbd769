import Diagnostics

extension Explanation {
  /// What the ids of findings stand for that only the finished template shows.
  static let template: [Explanation] = [
    Explanation(
      id: "CFN001", summary: "a logical id that two resources would have",
      why: "A template is a mapping by logical id: one of the two resources would be gone."),
    Explanation(
      id: "CFN002", summary: "more resources than a template may have",
      why: "CloudFormation takes 500 resources in a template, and refuses it otherwise."),
    Explanation(
      id: "CFN003", summary: "a template of more bytes than CloudFormation takes",
      why: """
        CloudFormation takes a million bytes of a template, and refuses it otherwise. Large stacks are split into nested
        ones, but a resource moves as a whole, and what others need stays.
        """),
    Explanation(
      id: "CFN004", summary: "a template that is deployed by way of a bucket",
      why: """
        A call to CloudFormation carries at most 51,200 bytes of a template. A larger one is put into an S3 bucket first,
        which `aws cloudformation deploy` does where it is told a bucket.
        """),
    Explanation(
      id: "CFN005", summary: "more outputs, parameters or mappings than a template may have",
      why: """
        CloudFormation takes 200 outputs, 200 parameters and 200 mappings of 200 keys in a template, and refuses it
        otherwise.
        """),
    Explanation(
      id: "CFN021", summary: "a spec that writes no resource",
      why: "CloudFormation takes no template without resources."),
    Explanation(
      id: "CFN011", summary: "more dynamic references than a template may have",
      why: "CloudFormation takes 60 references such as `{{resolve:ssm:NAME}}` in a template, and refuses it otherwise."),
    Explanation(
      id: "QUO002", summary: "more integrations than an API has room for",
      why: """
        An HTTP API has room for 300 integrations, which AWS does not raise; of a WebSocket API it does, on request. Equal
        targets share one integration, and so do routes that name the same element of `integrations`.
        """),
    Explanation(
      id: "QUO006", summary: "more of something than an account's region has room for",
      why: """
        A region of an account has room for 10 VPC links, 120 domains and 600 APIs, of all stacks together. AWS raises
        that on request; without it the deployment fails at the first one too many.
        """),
    Explanation(
      id: "SPEC010", summary: "a property under `properties` that the language has a key for",
      why: "Which of the two values holds would be a matter of guessing, and checks look at the language's key."),
    Explanation(
      id: "API012", summary: "something that AWS takes only in the OpenAPI document",
      why: """
        AWS refuses names, descriptions and CORS beside the document that defines an API; the program writes them into
        the document where it has it.
        """),
    Explanation(
      id: "NET001", summary: "subnets that find no room in their VPC",
      why: "Every subnet is a block of the VPC's addresses; CloudFormation refuses one that lies outside."),
    Explanation(
      id: "VPC009", summary: "no subnets where some are needed",
      why: "A VPC link, a load balancer or a function in a VPC stands in subnets; AWS refuses it without."),
  ]
}
