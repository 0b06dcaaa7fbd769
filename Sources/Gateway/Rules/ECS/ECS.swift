extension Area {
  static let containerServices = Area(
    "ECS", "Container services behind APIs",
    page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html",
    rules: [
      .serviceBeforeListener,
      .containerOfService,
      .targetTypeOfTasks,
      .networkOfTasks,
      .fargateTask,
      .tasksAreClosed,
      .registryPort,
    ])
}
