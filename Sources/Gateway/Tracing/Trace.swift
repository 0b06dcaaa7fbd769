import YAMLTree

/// The way of a request through an API, step by step, with the place in the spec that decides each step.
public struct Trace: Sendable {
  /// How it ends.
  public enum Outcome: String, Sendable {
    /// A route takes the request.
    case route
    /// API Gateway answers a preflight request itself.
    case preflight
    /// No domain, stage or route takes it.
    case notFound
  }

  /// A part of the way.
  public enum Part: String, Sendable {
    case api = "API"
    case domain, stage, route, cors, authorization, throttle, target, event, request, parameters, message
  }

  /// A step.
  public struct Step: Sendable {
    /// The part of the way.
    public let part: Part
    /// The result, for people.
    public let text: String
    /// Where it is decided; nowhere for the behavior of API Gateway.
    public let mark: Mark
    /// Whether it is a reason why something else was not chosen.
    public let isRejected: Bool
    /// The parts of an event or a request, and the parameters of an action.
    public let details: [Detail]
  }

  /// A value that the target gets.
  public struct Detail: Sendable {
    /// Its name: `pathParameters.id`.
    public let name: String
    /// The value itself.
    public let value: String
    /// Where it is written; nowhere for what the client sends.
    public let mark: Mark
  }

  /// The steps, in order.
  public internal(set) var steps: [Step] = []
  /// How it ends.
  public internal(set) var outcome = Outcome.notFound
  /// The API; nil if no API takes the request.
  public internal(set) var api: String?
  /// The stage.
  public internal(set) var stage: String?
  /// The key of the route that takes the request.
  public internal(set) var route: String?
  /// The keys of all routes that may take it, the one above first; nil in the place of none. More than one where
  /// sources contradict each other, or only AWS knows.
  public internal(set) var candidates: [String?] = []
  /// The doubts about the result, in words.
  public internal(set) var doubts: [String] = []
  /// The status with which API Gateway answers without the target; nil if the target is called.
  public internal(set) var status: Int?

  /// Whether the result is certain.
  public var isCertain: Bool { doubts.isEmpty }
}

extension Trace {
  mutating func add(
    _ part: Part, _ text: String, at mark: Mark = .nowhere, isRejected: Bool = false, details: [Detail] = []
  ) {
    steps.append(Step(part: part, text: text, mark: mark, isRejected: isRejected, details: details))
  }

  /// Changes the texts, so that no secret of the spec is shown.
  public mutating func mapTexts(_ change: (String) -> String) {
    steps = steps.map { step in
      Step(
        part: step.part, text: change(step.text), mark: step.mark, isRejected: step.isRejected,
        details: step.details.map { detail in
          Detail(name: change(detail.name), value: change(detail.value), mark: detail.mark)
        })
    }
    doubts = doubts.map(change)
  }

  mutating func doubt(_ text: String) { if !doubts.contains(text) { doubts.append(text) } }
}

/// Why a request cannot be traced: the question is not complete.
public struct TraceProblem: Error {
  /// For people, without a full stop.
  public let message: String

  /// A problem.
  public init(message: String) { self.message = message }
}
