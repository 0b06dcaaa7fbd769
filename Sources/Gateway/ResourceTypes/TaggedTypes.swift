/// Types in `resources` that get the spec's tags, in addition to those that are described. A test compares them with
/// CloudFormation's schemas.
enum TaggedTypes {
  /// The form of `Tags`.
  enum Form {
    /// A list of `Key` and `Value`.
    case list
    case map
  }

  /// The form of a type's `Tags`; nil if it has none or is not known.
  static func form(of type: String) -> Form? {
    if let known = ResourceType.named(type)?.tags {
      guard known.name == "Tags" else { return nil }
      if case .map = known.form.shape { return .map }
      return .list
    }
    return lists.contains(type) ? .list : maps.contains(type) ? .map : nil
  }

  static let lists = TaggedTypeNames.types(in: TaggedTypeNames.lists)

  /// SAM's types are not CloudFormation's.
  static let maps = TaggedTypeNames.types(in: TaggedTypeNames.maps).union([
    "AWS::Serverless::Api", "AWS::Serverless::Function", "AWS::Serverless::HttpApi", "AWS::Serverless::SimpleTable",
    "AWS::Serverless::StateMachine",
  ])
}
