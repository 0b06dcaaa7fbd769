extension Area {
  static let language = Area(
    "SPEC", "The language", page: nil,
    rules: [
      .stageAndStages,
      .logicalIdOfSeveralRoutes,
      .stackNameForm,
      .expressionOfElsewhere,
      .unreadSubstitution,
      .unreadName,
      .quotedFunction,
      .invisibleCharacter,
    ])
}
