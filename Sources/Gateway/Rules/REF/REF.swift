extension Area {
  static let names = Area(
    "REF", "Names", page: nil,
    rules: [
      .unknownIntegration,
      .listenerOfOtherType,
      .unusedDefinition,
      .nameOfTwoThings,
      .nameAsText,
      .conditionalReference,
      .idAsText,
      .referenceValue,
      .schemeTwice,
      .unusedSubstitution,
      .missingMappingKey,
      .arnInsideArn,
      .streamOfTable,
    ])
}
