import SpecReading

/// The supported services. Reading, name resolution, rules and synthesis use this list.
final class Services: Sendable {
  private static let supported = Services([.sqs, .eventBridge, .stepFunctions, .kinesis, .appConfig])
  #if DEBUG
    /// The list in use, which a test may replace. In a release build, this would be all that needs Swift's tasks (0.5 MB).
    static let inUse = TaskLocal(wrappedValue: supported)
    static var current: Services { inUse.get() }
  #else
    static let current = supported
  #endif

  let all: [AwsService]
  /// The forms of a target and of a route's target.
  let targets: [Form<Target>]
  let answers: [Form<Route.Answer>]

  init(_ all: [AwsService]) {
    self.all = all
    targets = Target.forms(services: all)
    answers = targets.map { $0.map(Route.Answer.target) } + [Route.Answer.shared]
  }

  /// All actions of all services.
  var subtypes: [ServiceSubtype] { all.flatMap(\.actions) }

  /// The action with a name.
  func subtype(_ name: String) -> ServiceSubtype? {
    for service in all {
      if let subtype = service.actions.first(where: { $0.name == name }) { return subtype }
    }
    return nil
  }

  /// The service of an action.
  func owner(of subtype: ServiceSubtype) -> AwsService? {
    all.first { $0.actions.contains { $0.name == subtype.name } }
  }
}
