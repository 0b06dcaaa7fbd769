import SpecReading

/// The protocols of API Gateway v2.
public enum ApiType: String, CaseIterable, Sendable {
  case http, websocket
}

/// An API: created, or one that exists.
public indirect enum ApiForm: Alternatives {
  case created(CreatedApi)
  case imported(ImportedApi)

  /// For messages.
  public static let subject = "an API"
  /// `id` imports.
  public static let forms: [Form<ApiForm>] = [
    .when("id", ImportedApi.self, ApiForm.imported), .otherwise(CreatedApi.self, ApiForm.created),
  ]
}

/// An element of `apis`.
public struct Api: SpecObject {
  let type: Given<ApiType>?
  let form: ApiForm?
  let authorizers: [Named<AuthorizerElement>]
  let defaultAuth: Auth?
  let integrations: [Named<IntegrationElement>]
  let routes: [Named<Route>]
  let stages: [Named<Stage>]?
  let stage: Given<String>?
  let stageOptions: StageOptions
  let domain: DomainMappings?
  let models: [Named<Model>]
  let senders: Names?
  let lambdaPermissions: Given<LambdaPermissions>?
  let outputs: Given<Bool>?
  let export: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    type = fields.optional("type", .known(.word(ApiType.self)), "Its protocol; `http` by default.")
    form = fields.oneOf(ApiForm.self)
    fields.exclude(
      [
        "authorizers", "defaultAuth", "defaults", "integrations", "routes", "cors", "disableExecuteApiEndpoint",
        "ipAddressType", "models", "senders", "routeSelectionExpression", "apiKeySelectionExpression",
        "disableSchemaValidation",
      ], beside: "openapi", "AWS takes the document or resources beside it: say it in the document")
    authorizers =
      fields.optional("authorizers", .map(.object(AuthorizerElement.self)), "What tells who may call, by name.") ?? []
    defaultAuth = fields.optional(
      "defaultAuth", .object(Auth.self),
      "Who may call its routes unless they say: an authorizer, `iam`, or `{authorizer, scopes}`; not for `OPTIONS`.")
    fields.defaults("defaults", for: .every(Route.self), "What each of its routes gets unless it says otherwise.")
    integrations =
      fields.optional("integrations", .map(.object(IntegrationElement.self)), "Targets that routes share, by name.")
      ?? []
    routes = fields.optional("routes", .map(RouteSchema(), keys: .any), "Its routes, by AWS's route key.") ?? []
    stages = fields.optional(
      "stages", .map(.object(Stage.self), keys: .any),
      "All of its stages by name; `$default`, deploying by itself, for an HTTP API that has none written; `{}`: none.")
    stage = fields.optional("stage", .known(.text(1...128)), "The name of its only stage: short for `stages`.")
    stageOptions = StageOptions(fields: &fields)
    domain = fields.optional(
      "domain", .list(.object(DomainMapping.self)), "The hosts, or `HOST/BASE/PATH`, that lead to its one stage.")
    models =
      fields.optional(
        "models", .map(.object(Model.self)), "WebSocket: forms of messages, by name; those in use are written.") ?? []
    senders = fields.optional(
      "senders", .list(.known(.name(of: Kind.function))),
      """
      WebSocket: functions that may post to its connections: they get the right, and the URL as `API_CALLBACK_URL` \
      (`API_STAGE_CALLBACK_URL` where it has several stages; capitals, `_` for what is no letter or digit).
      """)
    lambdaPermissions = fields.optional(
      "lambdaPermissions", .known(.word(LambdaPermissions.self)),
      "Which permissions let it call functions: one for each function (`api`), for each `route`, or `none`.")
    outputs = fields.optional("outputs", .known(.flag), "`false`: no outputs are written for it.")
    export = fields.optional(
      "export", .text(1...200),
      "`true`: its outputs are exported as `${AWS::StackName}-OUTPUT`; another text stands before the `-` instead.")
  }

  /// The protocol, also where none is written.
  var isWebSocket: Bool { type?.literal == .websocket }

  /// The CORS of an API that is created.
  var cors: Switched<Cors>? {
    if case .created(let api) = form { api.cors } else { nil }
  }

  /// The document that defines it, if one does.
  var openapi: OpenApi? {
    if case .created(let api) = form { api.openapi } else { nil }
  }

  /// The options that all that is written for it shares.
  var options: ElementOptions? {
    if case .created(let api) = form { api.options } else { nil }
  }
}

/// An API that exists: routes and stages are added to it.
public struct ImportedApi: SpecObject {
  let id: Given<String>
  let endpoint: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    id = fields.required("id", .text, "Id of an API that exists.")
    endpoint = fields.optional("endpoint", .text, "Its URL, for references to it.")
  }
}

/// An API that the stack creates.
public struct CreatedApi: SpecObject {
  let name: Given<String>?
  let description: Given<String>?
  let apiVersion: Given<String>?
  let openapi: OpenApi?
  let cors: Switched<Cors>?
  let disableExecuteApiEndpoint: Given<Bool>?
  let ipAddressType: Given<IpAddressType>?
  let routeSelectionExpression: Given<String>?
  let apiKeySelectionExpression: Given<String>?
  let disableSchemaValidation: Given<Bool>?
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    name = fields.optional(
      "name", .text(1...128), "Its name in AWS; the key by default, or an OpenAPI document's title.")
    description = fields.optional("description", .text(0...1_024), "What it is for.")
    apiVersion = fields.optional("apiVersion", .text(1...64), "Which version of the API this is.")
    openapi = fields.optional(
      "openapi", OpenApiSchema(),
      """
      HTTP: an OpenAPI 3 document that defines the API, here or as a file's path; no routes beside it. `name`, \
      `description`, `apiVersion` and tags are written into the document, the only place where AWS takes them then.
      """)
    cors = fields.optional(
      "cors", .switched(Cors.self), "HTTP: which pages of other origins may call it; `true` for every one.")
    disableExecuteApiEndpoint = fields.optional(
      "disableExecuteApiEndpoint", .flag, "Whether it can be called through its own domains alone.")
    ipAddressType = fields.optional(
      "ipAddressType", .word(IpAddressType.self), "`ipv4`, the default, or `dualstack` for IPv6 as well.")
    routeSelectionExpression = fields.optional(
      "routeSelectionExpression", .text,
      "WebSocket: where a message says which route it takes; `$request.body.action` by default.")
    apiKeySelectionExpression = fields.optional(
      "apiKeySelectionExpression", .text,
      "WebSocket: where a request shows its API key; `$request.header.x-api-key` by default.")
    disableSchemaValidation = fields.optional(
      "disableSchemaValidation", .flag, "WebSocket: whether messages are taken without a look at `requestModels`.")
    options = ElementOptions(fields: &fields)
  }
}

/// Which addresses an API or a domain answers on.
public enum IpAddressType: String, CaseIterable, Sendable {
  case ipv4, dualstack
}

/// A target that routes share by name.
public struct IntegrationElement: SpecObject {
  let target: Target?
  let options: ElementOptions

  /// A lone text is a function's name, or a URL.
  public static func shorthand(for text: String) -> StaticString? { Route.shorthand(for: text) }
  /// A route's: what routes get by default holds for their targets.
  public static var defaultsOwner: ObjectIdentifier { Route.defaultsOwner }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    target = fields.oneOf(Target.self)
    options = ElementOptions(fields: &fields)
  }
}

/// A route.
public struct Route: SpecObject {
  let answer: Answer?
  let auth: Auth?
  let settings: RouteSettings
  let operationName: Given<String>?
  let messages: RouteMessages
  let options: ElementOptions

  /// What answers a route.
  public indirect enum Answer: Alternatives {
    case target(Target)
    case integration(Shared)

    /// For messages.
    public static let subject = "a route's target"
    /// The targets, and the name of a shared one.
    public static let forms: [Form<Answer>] =
      Target.forms.map { $0.map(Answer.target) } + [.when("integration", Shared.self, Answer.integration)]
  }

  /// An integration by name.
  public struct Shared: SpecObject {
    let name: Given<String>

    /// Reads the fields.
    public init(fields: inout some FieldVisitor) {
      name = fields.required("integration", .known(.text), "The name of one of the API's `integrations`.")
    }
  }

  /// A lone text is a function's name, or a URL.
  public static func shorthand(for text: String) -> StaticString? { text.mentions("://") ? "http" : "lambda" }

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    answer = fields.oneOf(Answer.self)
    auth = fields.optional(
      "auth", .object(Auth.self),
      "Who may call it, instead of `defaultAuth`: an authorizer, `iam`, `none`, or `{authorizer, scopes}`.")
    settings = RouteSettings(fields: &fields)
    operationName = fields.optional("operationName", .text(1...64), "A name for the operation.")
    messages = RouteMessages(fields: &fields)
    options = ElementOptions(fields: &fields)
  }
}
