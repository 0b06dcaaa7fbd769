import CloudFormation
import Support
import Testing

@Suite struct RouteTests {
  @Test func keysAreCaseSensitive() {
    let compiled = chat(
      """
      send_message: chat
      sendMessage: chat
      sendmessage: chat
      connect: chat
      $connect: {lambda: chat, auth: none}
      $disconnect: chat
      $default: chat
      """)
    #expect(compiled.found.allSatisfy { $0.hasPrefix("REF007") })
    let keys = compiled.resources("Route").map { $0.properties["RouteKey"]?.text }
    #expect(keys == ["send_message", "sendMessage", "sendmessage", "connect", "$connect", "$disconnect", "$default"])
    #expect(Set(compiled.template.resources.map(\.id)).count == compiled.template.resources.count)
    #expect(compiled.resources("Integration").count == 1, "equal targets share an integration")
  }

  @Test func aTwoWayRouteHasARouteResponse() throws {
    let compiled = chat("ask: {lambda: chat, returnResponse: true}\ntell: chat\n$default: chat")
    let route = try #require(compiled.route("ask"))
    #expect(route.properties["RouteResponseSelectionExpression"] == "$default")
    let response = try #require(compiled["apis.chat.routes.ask.response"]?.properties)
    #expect(response["RouteId"] == .ref(route.id))
    #expect(response["RouteResponseKey"] == "$default")
    #expect(compiled.resources("RouteResponse").count == 1)
    #expect(compiled.resources("IntegrationResponse").isEmpty, "a proxy has no integration responses")
    #expect(compiled.route("tell")?.properties["RouteResponseSelectionExpression"] == nil)
  }

  @Test func onlyUsedModelsAreWritten() throws {
    let compiled = chat(
      """
      $default:
        lambda: chat
        requestModels: {$default: text, image: picture}
        modelSelectionExpression: $request.body.kind
        returnResponse: {models: text, parameters: {route.response.header.x: true}}
      """,
      api: """
        models:
          text: {schema: {type: object}}
          picture: {contentType: application/json, description: A picture, schema: '{"type": "object"}'}
          unused: {schema: {type: object}}
        """)
    #expect(compiled.found.filter { !$0.hasPrefix("REF007") } == ["WS027: unused"])
    #expect(compiled.resources("Model").map { $0.properties["Name"]?.text } == ["text", "picture"])
    let route = try #require(compiled.route("$default"))
    #expect(route.properties["RequestModels"]?.object?["image"] == "picture")
    #expect(
      Set(route.dependsOn) == Set(compiled.resources("Model").map(\.id)),
      "models are not referenced, so `DependsOn` is needed")
    let response = try #require(compiled["apis.chat.routes.$default.response"]?.properties)
    #expect(response["ResponseModels"] == ["$default": "text"])
    #expect(response["ResponseParameters"] == ["route.response.header.x": ["Required": true]])
  }

  @Test func parametersOfTheIntegrationAreDeclared() {
    let compiled = chat(
      """
      $connect:
        lambda: chat
        auth: none
        routeParameters: {route.request.querystring.token: {required: true}}
        requestParameters:
          integration.request.header.x-token: route.request.querystring.token
          integration.request.header.x-room: route.request.header.room
          integration.request.header.x-stage: context.stage
      $disconnect: chat
      $default: chat
      """)
    #expect(
      compiled.route("$connect")?.properties["RequestParameters"]
        == ["route.request.querystring.token": ["Required": true], "route.request.header.room": ["Required": false]])
    #expect(compiled.route("$default")?.properties["RequestParameters"] == nil)
  }

  @Test func connectRouteOptions() {
    let compiled = chat(
      """
      $connect: {lambda: chat, auth: iam, apiKeyRequired: true, operationName: Connect}
      $disconnect: chat
      $default: chat
      """,
      api: "apiKeySelectionExpression: $context.authorizer.usageIdentifierKey\ndisableSchemaValidation: true")
    let connect = compiled.route("$connect")?.properties
    #expect(connect?["AuthorizationType"] == "AWS_IAM")
    #expect(connect?["ApiKeyRequired"] == true)
    #expect(connect?["OperationName"] == "Connect")
    #expect(compiled["apis.chat"]?.properties["ApiKeySelectionExpression"] == "$context.authorizer.usageIdentifierKey")
    #expect(compiled["apis.chat"]?.properties["DisableSchemaValidation"] == true)
  }
}
