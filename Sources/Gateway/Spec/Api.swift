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
  let models: [Named<ModelElement>]
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
        "models", .map(.object(ModelElement.self)), "WebSocket: forms of messages, by name; those in use are written.")
      ?? []
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
