import Support
import Testing

/// Resources of macros, modules and connectors are not in the spec, and must not be reported as missing.
struct UnseenResourceTests {
  private static let stage =
    "\n  Live: {Type: AWS::ApiGatewayV2::Stage, Properties: {ApiId: !Ref Api, StageName: $default, AutoDeploy: true}}"

  /// An API with a function that it has no permission to invoke.
  private func spec(_ sections: String, api: String = "", resources: String = stage) -> String {
    """
    \(sections)
    resources:
      Api: {Type: AWS::ApiGatewayV2::Api, \(api)Properties: {Name: store, ProtocolType: HTTP}}
      Books:
        Type: AWS::Lambda::Function
        Properties: {Runtime: nodejs24.x, Handler: index.handler, Role: !Sub "arn:aws:iam::${AWS::AccountId}:role/x", \
    Code: {ZipFile: "exports.handler = async () => 1"}}
      List:
        Type: AWS::ApiGatewayV2::Integration
        Properties: {ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !GetAtt Books.Arn, \
    PayloadFormatVersion: "2.0"}
      ListRoute:
        Type: AWS::ApiGatewayV2::Route
        Properties: {ApiId: !Ref Api, RouteKey: GET /books, Target: !Sub "integrations/${List}"}\(resources)
    """
  }

  private func found(_ text: String) -> [String] { Compiled(text).findings.map(\.id) }

  @Test func aMissingPermissionIsReported() {
    #expect(found(spec("")) == ["LAM001"])
    #expect(found(spec("transform: AWS::Serverless-2016-10-31")) == ["LAM001"])
    #expect(found(spec("", resources: "")) == ["API016", "LAM001"])
  }

  @Test func aConnectorGrantsPermissions() {
    let connector = """

        MayCall:
          Type: AWS::Serverless::Connector
          Properties:
            Source: {Type: AWS::ApiGatewayV2::Api, ResourceId: !Ref Api, Qualifier: "*"}
            Destination: {Id: Books}
            Permissions: [Write]
      """
    #expect(found(spec("transform: AWS::Serverless-2016-10-31", resources: Self.stage + connector)).isEmpty)
    let inside = "Connectors: {MayCall: {Properties: {Destination: {Id: Books}, Permissions: [Write]}}}, "
    #expect(found(spec("transform: [AWS::Serverless-2016-10-31]", api: inside)).isEmpty)
    #expect(found(spec("", api: inside)) == ["CFN016"])
  }

  @Test(arguments: ["Shop", "[AWS::Serverless-2016-10-31, Shop]", "{Name: Shop, Parameters: {a: b}}"])
  func aMacroMayCreateMissingResources(_ macro: String) {
    #expect(found(spec("transform: \(macro)\nparameters: {Owner: {Type: String}}", resources: "")).isEmpty)
  }

  @Test func aModuleMayCreateMissingResources() {
    let module = "\n  Rest: {Type: \"Shop::Store::Rest::MODULE\", Properties: {ApiId: !Ref Api}}"
    #expect(found(spec("", resources: module)).isEmpty)
  }

  @Test func anIncludeMayReferToParameters() {
    let body = "{Fn::Transform: {Name: AWS::Include, Parameters: {Location: \"s3://shop/api.yaml\"}}}"
    func spec(_ body: String) -> String {
      """
      parameters: {Owner: {Type: String}}
      resources:
        Api: {Type: AWS::ApiGatewayV2::Api, Properties: {Name: store, ProtocolType: HTTP, Tags: \(body)}}
      """
    }
    #expect(found(spec(body)).isEmpty)
    #expect(found(spec("{a: b}")) == ["REF007"])
  }
}
