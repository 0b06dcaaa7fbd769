extension Area {
  static let templates = Area(
    "CFN", "Templates",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html",
    rules: [
      .misplacedFunction,
      .exportName,
      .longText,
      .removedValue,
      .statefulResource,
      .unknownProperty,
      .propertyForm,
      .missingProperty,
      .readOnlyProperty,
      .unknownResourceType,
      .sameName,
      .serverlessWithoutTransform,
      .serverlessEvent,
      .propertyLimit,
      .dynamicReference,
      .oldWord,
      .serverlessEventType,
      .impossibleComparison,
      .fifoName,
    ])
}
