import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// What answers a route: a case for each kind of integration, a file for each case.
public indirect enum Target: Alternatives {
  case lambda(LambdaTarget)
  case http(HttpTarget)
  case alb(AlbTarget)
  case nlb(NlbTarget)
  case cloudMap(CloudMapTarget)
  case service(ServiceTarget)
  case aws(AwsTarget)
  case mock(MockTarget)

  /// For messages.
  public static let subject = "a target"
  /// The kinds, by the key that names the target.
  public static var forms: [Form<Target>] { Services.current.targets }

  /// The kinds, a form for each service among them.
  static func forms(services: [AwsService]) -> [Form<Target>] {
    [
      form(LambdaTarget.self, Target.lambda), form(HttpTarget.self, Target.http), form(AlbTarget.self, Target.alb),
      form(NlbTarget.self, Target.nlb), form(CloudMapTarget.self, Target.cloudMap),
    ] + services.map(\.form) + [form(AwsTarget.self, Target.aws), form(MockTarget.self, Target.mock)]
  }

  private static func form<T: KeyedIntegration>(
    _ type: T.Type, _ wrap: @escaping @Sendable (T) -> Target
  ) -> Form<Target> { .when(T.key, T.self, wrap) }

  /// The key that selects it.
  var key: String { String(describing: integration.key) }

  /// The integration behind the case.
  var integration: any Integration {
    switch self {
    case .lambda(let target): target
    case .http(let target): target
    case .alb(let target): target
    case .nlb(let target): target
    case .cloudMap(let target): target
    case .service(let target): target
    case .aws(let target): target
    case .mock(let target): target
    }
  }
}

/// A kind of integration: its fields, and how they become `AWS::ApiGatewayV2::Integration`.
protocol Integration: Sendable {
  /// What every kind has.
  var options: IntegrationOptions { get }
  /// How it turns messages of a WebSocket API into requests and back, where it can.
  var messages: MessageOptions? { get }
  /// The fields that only WebSocket APIs have, as far as they are given.
  var messageKeys: [GivenKey] { get }
  /// What names the target, as written.
  var name: Given<String> { get }
  /// The key that names it in a spec.
  var key: StaticString { get }
  /// Whether APIs of a protocol can have it.
  func serves(_ type: ApiType) -> Bool
  /// What to write where the API's protocol does not have it.
  var replacement: String { get }
  /// Itself, if it stands behind a VPC link: a cast would take long.
  var asPrivate: (any PrivateTarget)? { get }
  /// Itself, if it is an action of a service.
  var asService: (any ServiceIntegration)? { get }
  /// The name of the target, where the route says nothing but that.
  func plainName(in names: SpecNames) -> String?
  /// Whether an API's messages are answered by integration responses: it is no proxy.
  func answersByResponses(in api: Api) -> Bool
  /// Changes to the request.
  func requestParameters(in synthesis: Synthesis) -> Object?
  /// The properties that only this kind has; nil where what it refers to is not there, which is reported elsewhere.
  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object?
}

/// A field that is given, and where.
typealias GivenKey = (key: String, mark: Mark)

/// A kind of integration under one fixed key.
protocol KeyedIntegration: Integration, SpecObject {
  /// The key that names it in a spec.
  static var key: StaticString { get }
}

extension KeyedIntegration {
  var key: StaticString { Self.key }
}

extension Integration {
  /// The suffix of its logical ids: `LambdaProxy`.
  var kind: String {
    let key = String(describing: key)
    return key.prefix(1).uppercased() + key.dropFirst() + "Proxy"
  }

  /// Most kinds are neither.
  var asPrivate: (any PrivateTarget)? { nil }
  var asService: (any ServiceIntegration)? { nil }
  /// Both protocols have most kinds.
  func serves(_ type: ApiType) -> Bool { true }
  /// A function can do anything.
  var replacement: String { Self.functionInstead }
  static var functionInstead: String {
    "let a function answer (`lambda: NAME`), which calls what is meant here"
  }
  /// It takes messages as they are.
  var messages: MessageOptions? { nil }
  var messageKeys: [GivenKey] { messages?.keys ?? [] }
  /// A proxy: its answer goes back by itself.
  func answersByResponses(in api: Api) -> Bool { false }
  /// What the author wrote.
  func requestParameters(in synthesis: Synthesis) -> Object? { options.requestParameters?.object(in: synthesis) }
}

/// What every kind of integration has.
public struct IntegrationOptions: SpecObject {
  let timeout: Given<Duration>?
  let description: Given<String>?
  let credentials: Given<String>?
  let requestParameters: RequestParameters?
  let responseParameters: [ResponseParameters]?

  /// Whether nothing is said.
  var isEmpty: Bool {
    timeout == nil && description == nil && credentials == nil && requestParameters == nil && responseParameters == nil
  }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    self.init(
      fields: &fields,
      requestParameters: { fields in
        fields.optional(
          "requestParameters", .requestParameters,
          "Changes to the request, by AWS's keys (`overwrite:path`) or grouped under `append`, `overwrite`, `remove`.")
      })
  }

  /// Reads the fields of a service's action, whose `parameters` are all that there is of the request.
  init(service fields: inout some FieldVisitor) {
    fields.refused("requestParameters", help: "what an action gets stands in `parameters`")
    self.init(fields: &fields, requestParameters: { _ in nil })
  }

  private init<Visitor: FieldVisitor>(
    fields: inout Visitor, requestParameters read: (inout Visitor) -> RequestParameters?
  ) {
    timeout = fields.optional(
      "timeout", .duration(50...30_000, unit: .milliseconds), "How long to wait for an answer; 30s by default.")
    description = fields.optional("description", .text(0...1_024), "What it is for.")
    credentials = fields.optional("credentials", .name(of: Kind.role), "The role that API Gateway calls it with.")
    requestParameters = read(&fields)
    responseParameters = fields.optional(
      "responseParameters", .responseParameters,
      """
      HTTP: changes to the response, by its status: AWS's keys (`overwrite:statuscode`), or grouped with `statusCode`.
      """)
  }
}
