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
      id: "CFN005", summary: "more outputs, parameters or mappings than a template may have",
      why: "CloudFormation takes 200 of each in a template, and refuses it otherwise."),
    Explanation(
      id: "CFN020", summary: "a spec that writes no resource",
      why: "CloudFormation takes no template without resources."),
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
