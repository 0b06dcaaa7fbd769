import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// The target of a route: a case, and a file, for each kind of integration.
public indirect enum Target: Alternatives {
  case lambda(LambdaTarget)
  case http(HttpTarget)
  case alb(AlbTarget)
  case nlb(NlbTarget)
  case cloudMap(CloudMapTarget)
  case webFunction(WebFunctionTarget)
  case service(ServiceTarget)
  case aws(AwsTarget)
  case mock(MockTarget)

  /// The noun in messages.
  public static let subject = "a target"
  /// The kinds, each selected by its key.
  public static var forms: [Form<Target>] { Services.current.targets }

  /// The kinds, including one for each service.
  static func forms(services: [AwsService]) -> [Form<Target>] {
    [
      form(LambdaTarget.self, Target.lambda), form(HttpTarget.self, Target.http), form(AlbTarget.self, Target.alb),
      form(NlbTarget.self, Target.nlb), form(CloudMapTarget.self, Target.cloudMap),
      form(WebFunctionTarget.self, Target.webFunction),
    ] + services.map(\.form) + [form(AwsTarget.self, Target.aws), form(MockTarget.self, Target.mock)]
  }

  private static func form<T: KeyedIntegration>(
    _ type: T.Type, _ wrap: @escaping @Sendable (T) -> Target
  ) -> Form<Target> { .when(T.key, T.self, wrap) }

  /// The key that selects the target.
  var key: String { String(describing: integration.key) }

  /// The integration of the case.
  var integration: any Integration {
    switch self {
    case .lambda(let target): target
    case .http(let target): target
    case .alb(let target): target
    case .nlb(let target): target
    case .cloudMap(let target): target
    case .webFunction(let target): target
    case .service(let target): target
    case .aws(let target): target
    case .mock(let target): target
    }
  }
}

/// A kind of integration: its fields, and its `AWS::ApiGatewayV2::Integration`.
protocol Integration: Sendable {
  /// Options that all kinds have.
  var options: IntegrationOptions { get }
  /// Options for messages of a WebSocket API, if the kind has them.
  var messages: MessageOptions? { get }
  /// The options for WebSocket APIs that are set.
  var messageKeys: [GivenKey] { get }
  /// The name of the target as written.
  var name: Given<String> { get }
  /// The key of the target in a spec.
  var key: StaticString { get }
  /// Whether APIs of a protocol support it.
  func serves(_ type: ApiType) -> Bool
  /// What to use instead if the API's protocol does not support it.
  var replacement: String { get }
  /// Itself, if it is behind a VPC link; faster than a cast.
  var asPrivate: (any PrivateTarget)? { get }
  /// The name of the target, if the route specifies nothing else.
  func plainName(in names: SpecNames) -> String?
  /// Whether it is not a proxy, so that integration responses are used.
  func answersByResponses(in api: Api) -> Bool
  /// The parameter mappings of the request.
  func requestParameters(in synthesis: Synthesis) -> Object?
  /// The properties of this kind; nil if what it refers to does not exist, which is reported elsewhere.
  func properties(for api: Named<Api>, in synthesis: inout Synthesis) -> Object?
}

/// A field that is set, and its mark.
typealias GivenKey = (key: String, mark: Mark)

/// A kind of integration with a fixed key.
protocol KeyedIntegration: Integration, SpecObject {
  /// The key of the target in a spec.
  static var key: StaticString { get }
}

extension KeyedIntegration {
  var key: StaticString { Self.key }
}

extension Integration {
  /// The suffix of its logical IDs: `LambdaProxy`.
  var kind: String {
    let key = String(describing: key)
    return key.prefix(1).uppercased() + String(key.dropFirst()) + "Proxy"
  }

  /// Not behind a VPC link.
  var asPrivate: (any PrivateTarget)? { nil }
  /// Most kinds support both protocols.
  func serves(_ type: ApiType) -> Bool { true }
  /// A function, which supports everything.
  var replacement: String { Self.functionInstead }
  static var functionInstead: String {
    "use a function that calls it (`lambda: NAME`)"
  }
  /// No options for messages.
  var messages: MessageOptions? { nil }
  var messageKeys: [GivenKey] { messages?.keys ?? [] }
  /// A proxy: its response is returned automatically.
  func answersByResponses(in api: Api) -> Bool { false }
  /// The author's parameter mappings.
  func requestParameters(in synthesis: Synthesis) -> Object? { options.requestParameters?.object(in: synthesis) }
}

/// Options that all kinds of integrations have.
public final class IntegrationOptions: FieldGroup {
  let timeout: Given<Duration>?
  let description: Given<String>?
  let credentials: Given<String>?
  let requestParameters: RequestParameters?
  let responseParameters: [ResponseParameters]?

  /// The timeouts of HTTP APIs in milliseconds; without one, the longest applies.
  static let timeouts = 50...30_000
  /// The longest timeout of WebSocket APIs in milliseconds, which also applies without one.
  static let longestOfWebSockets = 29_000

  /// Whether no option is set, except for the default timeout.
  var isEmpty: Bool {
    (timeout == nil || hasDefaultTimeout) && description == nil && credentials == nil && requestParameters == nil
      && responseParameters == nil
  }

  /// Whether the timeout is written out and the default.
  var hasDefaultTimeout: Bool { timeout?.literal?.milliseconds == IntegrationOptions.timeouts.upperBound }

  /// Reads the fields.
  public convenience init(fields: inout some FieldVisitor) {
    self.init(
      fields: &fields,
      requestParameters: { fields in
        fields.optional(
          "requestParameters", .requestParameters,
          "Parameter mapping of the request: AWS keys (`overwrite:path`), or grouped in `append`, `overwrite`, `remove`."
        )
      })
  }

  /// Reads the fields of a service's action, whose request consists only of `parameters`.
  convenience init(service fields: inout some FieldVisitor) {
    fields.rejected("requestParameters", help: "set the parameters of an action in `parameters`")
    self.init(fields: &fields, requestParameters: { _ in nil })
  }

  private init<Visitor: FieldVisitor>(
    fields: inout Visitor, requestParameters read: (inout Visitor) -> RequestParameters?
  ) {
    timeout = fields.optional(
      "timeout", .duration(IntegrationOptions.timeouts, unit: .milliseconds), "Integration timeout; 30s by default.")
    description = fields.optional("description", .text(0...1_024), "Description.")
    credentials = fields.optional("credentials", .name(of: Kind.role), "Role with which API Gateway calls the target.")
    requestParameters = read(&fields)
    responseParameters = fields.optional(
      "responseParameters", .responseParameters,
      """
      HTTP: parameter mapping of the response, by status code: AWS keys (`overwrite:statuscode`), or grouped with \
      `statusCode`.
      """)
  }
}
