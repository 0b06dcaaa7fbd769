import CloudFormation
import Support
import Testing

@testable import Gateway

/// Functions of SAM as targets.
@Suite("Functions of SAM")
struct SamTests {
  private func compiled(_ properties: String, globals: String = "{}") -> Compiled {
    Compiled(
      """
      transform: AWS::Serverless-2016-10-31
      globals: {Function: \(globals)}
      apis: {shop: {routes: {GET /orders: Orders}}}
      resources:
        Orders: {Type: AWS::Serverless::Function, Properties: \(properties)}
      """, pathPrefix: "../specs")
  }

  @Test("Routes call the alias that SAM publishes", arguments: [true, false])
  func alias(isGlobal: Bool) {
    let alias = "AutoPublishAlias: live"
    let own = "Runtime: nodejs24.x, Handler: index.handler, InlineCode: x"
    let spec = isGlobal ? compiled("{\(own)}", globals: "{\(alias)}") : compiled("{\(own), \(alias)}")
    #expect(spec.integrations.map { $0["IntegrationUri"] } == [.ref("Orders.Alias")])
    #expect(spec.resources("AWS::Lambda::Permission").map { $0.properties["FunctionName"] } == [.ref("Orders.Alias")])
  }

  @Test("Local code is relative to the spec")
  func code() {
    let handler = "Runtime: nodejs24.x, Handler: index.handler"
    let global = compiled("{\(handler)}", globals: "{CodeUri: src}")
    let function = global.template.sections["Globals"]?.object?["Function"]?.object
    #expect(function?["CodeUri"] == "../specs/src")
    #expect(global.template["Orders"]?.properties["CodeUri"] == nil)
    #expect(compiled("{\(handler)}").template["Orders"]?.properties["CodeUri"] == "../specs")
    #expect(compiled("{\(handler), InlineCode: x}").template["Orders"]?.properties["CodeUri"] == nil)
    let image = compiled("{PackageType: Image}, Metadata: {Dockerfile: Dockerfile, DockerContext: ./app}")
    #expect(image.errors == [])
    #expect(image.template["Orders"]?.properties["CodeUri"] == nil)
    #expect(image.template["Orders"]?.metadata?.object?["DockerContext"] == "../specs/app")
  }
}
