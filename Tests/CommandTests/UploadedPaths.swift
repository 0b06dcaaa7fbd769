import Foundation
import Testing

/// Specs that name a local file in CloudFormation's terms, wherever `aws cloudformation package` uploads one (source: its
/// artifact exporter).
enum UploadedPaths {
  /// Types with the property, and what CloudFormation requires beside it.
  private static let properties = [
    ("AWS::ApiGateway::RestApi", "BodyS3Location: PATH"),
    ("AWS::AppSync::FunctionConfiguration", "RequestMappingTemplateS3Location: PATH"),
    ("AWS::AppSync::FunctionConfiguration", "ResponseMappingTemplateS3Location: PATH"),
    ("AWS::AppSync::GraphQLSchema", "ApiId: a, DefinitionS3Location: PATH"),
    ("AWS::AppSync::Resolver", "RequestMappingTemplateS3Location: PATH"),
    ("AWS::AppSync::Resolver", "ResponseMappingTemplateS3Location: PATH"),
    ("AWS::AppSync::Resolver", "CodeS3Location: PATH"),
    ("AWS::CloudFormation::Stack", "TemplateURL: PATH"),
    ("AWS::CodeCommit::Repository", "RepositoryName: a, Code: {S3: PATH}"),
    ("AWS::ElasticBeanstalk::ApplicationVersion", "ApplicationName: a, SourceBundle: PATH"),
    ("AWS::Glue::Job", "Role: a, Command: {Name: a, ScriptLocation: PATH}"),
    (
      "AWS::Lambda::Function",
      #"Code: PATH, Handler: a.b, Runtime: nodejs24.x, Role: "arn:aws:iam::111122223333:role/a""#
    ),
    ("AWS::Lambda::LayerVersion", "Content: PATH"),
    ("AWS::Serverless::Api", "StageName: a, DefinitionUri: PATH"),
    ("AWS::Serverless::Application", "Location: PATH"),
    ("AWS::Serverless::Function", "Handler: a.b, Runtime: nodejs24.x, CodeUri: PATH"),
    ("AWS::Serverless::HttpApi", "DefinitionUri: PATH"),
    ("AWS::Serverless::LayerVersion", "ContentUri: PATH"),
    ("AWS::Serverless::StateMachine", "DefinitionUri: PATH"),
    (
      "AWS::StepFunctions::StateMachine",
      #"DefinitionS3Location: PATH, RoleArn: "arn:aws:iam::111122223333:role/a""#
    ),
  ]
  private static let include = "Fn::Transform: {Name: AWS::Include, Parameters: {Location: PATH}}"
  private static let elsewhere = [
    "resources: {R: {Type: AWS::S3::Bucket, Properties: {\(include)}}}\n",
    "resources: {R: {Type: AWS::SQS::Queue, Properties: {Tags: [{\(include)}]}}}\n",
    "resources: {\(include)}\n",
    "mappings: {\(include)}\n",
    "outputs: {A: {Value: {\(include)}}}\n",
    """
    transform: AWS::LanguageExtensions
    resources:
      Fn::ForEach::A: [A, [x], {"R${A}": {Type: AWS::Lambda::LayerVersion, Properties: {Content: PATH}}}]

    """,
    "metadata: {AWS::ServerlessRepo::Application: {ReadmeUrl: PATH}}\n",
    "metadata: {AWS::ServerlessRepo::Application: {LicenseUrl: PATH}}\n",
    "transform: AWS::Serverless-2016-10-31\nglobals: {Function: {CodeUri: PATH}}\n",
  ]

  /// A spec for each place, without APIs.
  static func specs(path: String) -> [String] {
    let resources = properties.map { type, properties in
      (type.hasPrefix("AWS::Serverless::") ? "transform: AWS::Serverless-2016-10-31\n" : "")
        + "resources: {R: {Type: \(type), Properties: {\(properties)}}}\n"
    }
    return (resources + elsewhere).map { $0.replacing("PATH", with: path) }
  }
}

/// In the template, local paths are relative to the template.
@Suite struct UploadedPathTests {
  @Test(arguments: UploadedPaths.specs(path: "assets/x"))
  func theyLeadToTheSpec(_ spec: String) throws {
    let workspace = try Workspace(["api/spec.yaml": spec + Specs.store, "api/assets/x": "{}"])
    let outcome = try workspace.run("api/spec.yaml", "-o", "out")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let template = try workspace.read("out/spec.template.json")
    #expect(template.contains(#": "../api/assets/x""#), "\(template)")
    #expect(outcome.errors.contains("aws cloudformation package --template-file out/spec.template.json"))
    #expect(try workspace.run("api/spec.yaml", "-o", "api").status == 0)
    #expect(try workspace.read("api/spec.template.json").contains(#": "assets/x""#))
  }

  @Test(arguments: UploadedPaths.specs(path: "s3://bucket/key"))
  func addressesAreUnchanged(_ spec: String) throws {
    let workspace = try Workspace(["api/spec.yaml": spec + Specs.store])
    let outcome = try workspace.run("api/spec.yaml", "-o", "out")
    if outcome.status == 0 {
      #expect(try workspace.read("out/spec.template.json").contains(#": "s3://bucket/key""#))
      #expect(!outcome.errors.contains("aws cloudformation package"))
    }
  }
}
