import SpecReading
import YAMLTree

/// The protocols of API Gateway v2.
public enum ApiType: String, CaseIterable, Sendable {
  case http, websocket
}

/// An API, created or imported.
public indirect enum ApiForm: Alternatives {
  case created(CreatedApi)
  case imported(ImportedApi)

  /// The noun in messages.
  public static let subject = "an API"
  /// `id` selects an existing one.
  public static let forms: [Form<ApiForm>] = [
    .when("id", ImportedApi.self, ApiForm.imported), .otherwise(CreatedApi.self, ApiForm.created),
  ]
}

/// An element of `apis`. An object, so that passing it on copies nothing.
public final class Api: SpecObject {
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
  let nested: Given<Bool>?
  let outputs: Given<Bool>?
  let export: Given<String>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    type = fields.optional("type", .known(.word(ApiType.self)), "Protocol; `http` by default.")
    form = fields.oneOf(ApiForm.self)
    fields.exclude(
      [
        "ipAddressType", "models", "senders", "routeSelectionExpression", "apiKeySelectionExpression",
        "disableSchemaValidation",
      ], beside: "openapi", "move it into the document: AWS accepts either a document or separate resources")
    authorizers =
      fields.optional("authorizers", .map(.object(AuthorizerElement.self)), "Authorizers by name.") ?? []
    defaultAuth = fields.optional(
      "defaultAuth", .object(Auth.self),
      "Default authorization of routes: an authorizer, `iam`, or `{authorizer, scopes}`; not used for `OPTIONS`.")
    fields.defaults("defaults", for: .every(Route.self), "Default options of the routes.")
    integrations =
      fields.optional(
        "integrations", .map(.object(IntegrationElement.self)), "Targets shared by several routes, by name.")
      ?? []
    routes = fields.optional("routes", .map(RouteSchema(), keys: .any), "Routes by route key.") ?? []
    stages = fields.optional(
      "stages", .mapOrNames(.object(Stage.self), keys: .any),
      "Stages by name, `{}` for none; by default a `$default` stage with automatic deployment (HTTP APIs only).")
    stage = fields.optional(
      "stage",
      .known(
        .text(1...128, forFunction: "write a literal, or `stages: {NAME: {name: …}}`, where `name` may be a function")),
      "Name of the only stage; short for `stages`.")
    stageOptions = StageOptions(fields: &fields)
    domain = fields.optional(
      "domain", DomainMappingsSchema(), "Custom domains of the only stage, as `HOST` or `HOST/BASE/PATH`.")
    models =
      fields.optional(
        "models", .map(.object(ModelElement.self)), "WebSocket: message models by name; unused ones are not generated.")
      ?? []
    senders = fields.optional(
      "senders", .list(.known(.name(of: Kind.function))),
      """
      WebSocket: functions that may post to connections. They get the permission, and the URL as `API_CALLBACK_URL`: in \
      capitals, with `_` for other characters. With several stages, that is the URL of the first one, and each has its \
      own variable `API_STAGE_CALLBACK_URL`. Functions of `resources` only get the permission, if their role is in `resources` as well.
      """)
    lambdaPermissions = fields.optional(
      "lambdaPermissions", .known(.word(LambdaPermissions.self)),
      "Permissions to invoke functions: one for each function (`api`), one for each `route`, or `none`.")
    nested = fields.optional(
      "nested", .known(.flag),
      """
      Whether the routes are in nested stacks of their own. By default they are if the main stack has no room for them; \
      `true` from the beginning avoids that later routes have to move, which API Gateway rejects. `false` keeps them.
      """)
    outputs = fields.optional("outputs", .known(.flag), "Whether to generate outputs; `true` by default.")
    export = fields.optional(
      "export", .text(1...200),
      "`true` exports the outputs as `${AWS::StackName}-OUTPUT`; a string replaces `${AWS::StackName}`.")
  }

  /// Whether it is a WebSocket API.
  var isWebSocket: Bool { type?.literal == .websocket }

  /// The CORS settings; nil for an imported API.
  var cors: Conditional<Switched<Cors>>? {
    if case .created(let api) = form { api.cors } else { nil }
  }

  /// The OpenAPI document that defines the API.
  var openapi: OpenApi? {
    if case .created(let api) = form { api.openapi } else { nil }
  }

  /// Where the document is named.
  var openapiMark: Mark? { openapi?.mark }

  /// The options of the element.
  var options: ElementOptions? {
    if case .created(let api) = form { api.options } else { nil }
  }
}
