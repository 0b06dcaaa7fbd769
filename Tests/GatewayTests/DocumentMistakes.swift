extension DocumentMistake {
  static let all = integrations + mappings + services + authorizers + corsSettings + paths

  private static let backend = #"type: http_proxy, httpMethod: GET, uri: "https://books.example.com/{id}""#
  private static let http = backend + #", payloadFormatVersion: "1.0""#
  private static let function = #"type: aws_proxy, httpMethod: POST, payloadFormatVersion: "2.0""#
  private static let listener =
    "arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/50dc6c495c0c9188/f2f7dc8efc522ab2"
  private static let hidden = #"type: http_proxy, httpMethod: GET, payloadFormatVersion: "1.0", uri: "\#(listener)""#

  private static let integrations: [DocumentMistake] = [
    .integration("INT003", backend),
    .integration("INT004", backend + #", payloadFormatVersion: "2.0""#),
    .integration("INT005", backend + #", payloadFormatVersion: "3.0""#),
    .integration("INT006", #"type: http_proxy, uri: "https://books.example.com/{id}", payloadFormatVersion: "1.0""#),
    .integration("INT007", http + ", timeoutInMillis: 60000"),
    .integration("INT010", http.replacing("https:", with: "ftp:")),
    .integration("INT013", http.replacing("{id}", with: "{name}")),
    .integration("INT014", http.replacing("/{id}", with: "")),
    .integration("INT028", http + ", credentials: caller"),
    .integration("INT031", http + ", tlsConfig: {serverNameToVerify: books.example.com}"),
    .integration("INT032", http + ", connectionId: abc123"),
    .integration("INT033", function + #", uri: "arn:aws:lambda:eu-west-1:111122223333:books""#),
    .integration("INT038", http + ", connectionType: LINK"),
    .integration("VPC001", hidden + ", connectionType: VPC_LINK"),
    .integration(
      "VPC002",
      hidden.replacing("listener/", with: "loadbalancer/") + ", connectionType: VPC_LINK, connectionId: abc123"
    ),
    .integration("VPC003", hidden),
    .integration(
      "VPC008", hidden + ", connectionType: VPC_LINK, connectionId: abc123, tlsConfig: {serverNameToVerify: a b}"
    ),
  ]

  private static let mappings: [DocumentMistake] = [
    .integration("MAP001", http + #", requestParameters: {"append:cookie.x": y}"#),
    .integration("MAP003", http + #", requestParameters: {"overwrite:header.origin": x}"#),
    .integration("MAP004", http + #", requestParameters: {"append:header.x": $request.path.name}"#),
    .integration("MAP010", http + #", responseParameters: {"99": {"append:header.x": y}}"#),
    .integration("MAP011", http + #", responseParameters: {"200": {"append:body.x": y}}"#),
    .integration("MAP013", http + #", responseParameters: {"200": {"overwrite:statuscode": "99"}}"#),
  ]

  private static let queue =
    #"type: aws_proxy, integrationSubtype: SQS-SendMessage, payloadFormatVersion: "1.0", requestParameters: "#
  private static let role = #", credentials: "arn:aws:iam::111122223333:role/caller""#
  private static let url = #"QueueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/orders""#

  private static let services: [DocumentMistake] = [
    .integration("INT018", queue + "{\(url)}" + role),
    .integration("INT019", queue + "{\(url), MessageBody: $request.body, Body: x}" + role),
    .integration("INT020", queue + "{\(url), MessageBody: $request.body}"),
    .integration("INT024", queue + "{\(url.replacing("orders", with: "orders.fifo")), MessageBody: x}" + role),
    .integration(
      "INT025", queue + #"{QueueUrl: "arn:aws:sqs:eu-west-1:111122223333:orders", MessageBody: x}"# + role
    ),
  ]

  private static let source = "identitySource: $request.header.Authorization"
  private static let jwt = #"jwtConfiguration: {issuer: "https://login.example.com", audience: [web]}"#
  private static let apiKey = "type: apiKey, in: header, name: Authorization"
  private static let uri =
    "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/"
    + "arn:aws:lambda:eu-west-1:111122223333:function:login/invocations"
  private static let request =
    #"type: request, authorizerPayloadFormatVersion: "2.0", authorizerUri: "\#(uri)", identitySource: "#
    + "$request.header.Authorization"

  private static let authorizers: [DocumentMistake] = [
    .authorizer("AUT001", scheme: apiKey, request.replacing("type: request", with: "type: token")),
    .authorizer("AUT003", "type: jwt, \(source), jwtConfiguration: {audience: [web]}"),
    .authorizer("AUT003", #"type: jwt, \#(source), jwtConfiguration: {issuer: "https://login.example.com"}"#),
    .authorizer("AUT004", "type: jwt, \(source), " + jwt.replacing("https:", with: "http:")),
    .authorizer("AUT010", "type: jwt, identitySource: $context.path, \(jwt)"),
    .authorizer("AUT011", scheme: apiKey, request.replacing("$request.header", with: "method.request.header")),
    .authorizer(
      "AUT014", scheme: apiKey, request.replacing(uri, with: "arn:aws:lambda:eu-west-1:111122223333:function:x")
    ),
    .authorizer("AUT015", scheme: apiKey, request.replacing(#"authorizerPayloadFormatVersion: "2.0", "#, with: "")),
    .authorizer("AUT016", scheme: apiKey, request.replacing(#""2.0""#, with: #""3.0""#)),
    .authorizer(
      "AUT017", scheme: apiKey, request.replacing(#""2.0""#, with: #""1.0""#) + ", enableSimpleResponses: true"
    ),
    .authorizer("AUT018", scheme: apiKey, request + ", authorizerResultTtlInSeconds: 7200"),
    .authorizer(
      "AUT019", scheme: apiKey,
      request.replacing(", identitySource: $request.header.Authorization", with: "")
        + ", authorizerResultTtlInSeconds: 60"
    ),
    .authorizer("AUT025", scheme: apiKey, request, scopes: "read"),
    .security("AUT023", "{readers: []}"),
  ]

  private static let corsSettings: [DocumentMistake] = [
    .cors("COR001", #"allowOrigins: ["*"], allowCredentials: true"#),
    .cors("COR003", "allowOrigins: [www.example.com]"),
    .cors("COR004", #"allowOrigins: ["https://www.example.com/shop"]"#),
    .cors("COR006", #"allowOrigins: ["https://www.example.com"], maxAge: 100000"#),
    .cors("COR007", #"allowOrigins: ["https://www.example.com"], allowMethods: [FETCH]"#),
  ]

  private static let paths: [DocumentMistake] = [
    .path("ROU003", "/{rest+}/books"),
    .path("ROU005", "/{a}/{a}"),
    .path("ROU006", "/books/{book}"),
    .path("ROU008", "/authors/"),
  ]
}
