/// The words of OpenAPI documents for properties of API Gateway v2.
enum DocumentWords {
  /// AWS's property for each key of `x-amazon-apigateway-integration`.
  static let integration = [
    "type": "IntegrationType", "uri": "IntegrationUri", "httpMethod": "IntegrationMethod",
    "payloadFormatVersion": "PayloadFormatVersion", "connectionType": "ConnectionType",
    "connectionId": "ConnectionId", "credentials": "CredentialsArn", "requestParameters": "RequestParameters",
    "responseParameters": "ResponseParameters", "timeoutInMillis": "TimeoutInMillis",
    "integrationSubtype": "IntegrationSubtype", "tlsConfig": "TlsConfig", "description": "Description",
    "passthroughBehavior": "PassthroughBehavior", "contentHandling": "ContentHandlingStrategy",
    "requestTemplates": "RequestTemplates",
  ]

  /// The key of an operation's target.
  static let integrationKey = "x-amazon-apigateway-integration"

  /// The key of an operation for all other methods.
  static let anyMethod = "x-amazon-apigateway-any-method"

  /// The methods of operations.
  static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

  /// The keys of operations in a path.
  static let operations = Set(methods + [anyMethod])

  /// The key of CORS settings.
  static let corsKey = "x-amazon-apigateway-cors"

  /// Keys of CORS settings.
  static let cors = ["allowCredentials", "allowHeaders", "allowMethods", "allowOrigins", "exposeHeaders", "maxAge"]

  /// The key of a server's settings of the default endpoint.
  static let endpointKey = "x-amazon-apigateway-endpoint-configuration"

  /// Keys of `x-amazon-apigateway-endpoint-configuration`.
  static let endpoint = ["disableExecuteApiEndpoint", "ipAddressType", "types"]

  /// Keys of it that only REST APIs support.
  static let ofRestEndpoint = ["vpcEndpointIds"]

  /// Keys of integrations that only REST APIs support.
  static let ofRestIntegration = ["cacheKeyParameters", "cacheNamespace", "responses", "integrationTarget"]

  /// The key of the integrations that operations share by `$ref`, in `components`.
  static let sharedIntegrationsKey = "x-amazon-apigateway-integrations"

  /// The key of a security scheme's authorizer.
  static let authorizerKey = "x-amazon-apigateway-authorizer"

  /// Keys of `x-amazon-apigateway-authorizer`.
  static let authorizer = [
    "type", "identitySource", "jwtConfiguration", "authorizerUri", "authorizerCredentials",
    "authorizerPayloadFormatVersion", "authorizerResultTtlInSeconds", "enableSimpleResponses",
    "identityValidationExpression",
  ]

  /// Keys of authorizers that only REST APIs support.
  static let ofRestAuthorizer = ["providerARNs"]
}

extension DocumentWords {
  /// AWS's property for a key: `Issuer` for `issuer`.
  static func capitalized(_ key: String) -> String { key.prefix(1).uppercased() + key.dropFirst() }
  /// The key for most of AWS's properties: `issuer` for `Issuer`.
  static func key(_ property: String) -> String { property.prefix(1).lowercased() + property.dropFirst() }
}
