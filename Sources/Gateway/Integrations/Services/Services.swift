import SpecReading

/// The services that a spec may name. Reading, look-ups, rules and synthesis all ask this list.
final class Services: Sendable {
  /// Lets a test try a service that does not exist.
  static let inUse = TaskLocal(wrappedValue: Services([.sqs, .eventBridge, .stepFunctions, .kinesis, .appConfig]))

  /// The list that is in use.
  static var current: Services { inUse.get() }

  let all: [AwsService]
  /// The forms of a target and of what answers a route.
  let targets: [Form<Target>]
  let answers: [Form<Route.Answer>]

  init(_ all: [AwsService]) {
    self.all = all
    targets = Target.forms(services: all)
    answers = targets.map { $0.map(Route.Answer.target) } + [Route.Answer.shared]
  }

  /// Every action.
  var subtypes: [ServiceSubtype] { all.flatMap(\.actions) }

  /// The action of a name.
  func subtype(_ name: String) -> ServiceSubtype? {
    for service in all {
      if let subtype = service.actions.first(where: { $0.name == name }) { return subtype }
    }
    return nil
  }

  /// The service that an action belongs to.
  func owner(of subtype: ServiceSubtype) -> AwsService? {
    all.first { $0.actions.contains { $0.name == subtype.name } }
  }
}
