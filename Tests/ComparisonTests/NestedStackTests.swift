import CloudFormation
import Comparison
import Testing
import YAMLTree

@Suite struct NestedStackTests {
  private func template(_ text: String) throws -> Template {
    try Template(reading: Source(path: "x", bytes: Array(text.utf8)))
  }

  private static let root = """
    Resources:
      Api: {Type: AWS::ApiGatewayV2::Api}
      A:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: ./a.json, Parameters: {Api: !Ref Api, Name: books}}
      B:
        Type: AWS::CloudFormation::Stack
        Properties: {TemplateURL: ./b.json, Parameters: {Arn: !GetAtt A.Outputs.Arn}}
    Outputs: {Arn: {Value: !GetAtt A.Outputs.Arn}}
    """
  private static let files = [
    "./a.json": """
    Parameters: {Api: {Type: String}, Name: {Type: String}, Size: {Type: Number, Default: 128}}
    Resources:
      Function:
        Type: AWS::Lambda::Function
        Properties: {FunctionName: !Sub "${Name}-${Api}", MemorySize: !Ref Size}
    Outputs: {Arn: {Value: !GetAtt Function.Arn}}
    """,
    "./b.json": """
    Parameters: {Arn: {Type: String}}
    Resources:
      Permission:
        Type: AWS::Lambda::Permission
        Properties: {FunctionName: !Ref Arn, SourceArn: !Sub ["${X}/${Arn}", {X: !Ref AWS::Region}]}
    """,
  ]
  private static let whole = """
    Resources:
      Api: {Type: AWS::ApiGatewayV2::Api}
      Function: {Type: AWS::Lambda::Function, Properties: {FunctionName: !Sub "books-${Api}", MemorySize: 128}}
      Permission:
        Type: AWS::Lambda::Permission
        Properties:
          FunctionName: !GetAtt Function.Arn
          SourceArn: !Sub ["${X}/${Function.Arn}", {X: !Ref AWS::Region}]
    Outputs: {Arn: {Value: !GetAtt Function.Arn}}
    """

  private func nested(_ files: [String: String], root: String = root) throws -> WholeStack {
    let templates = try files.mapValues { try template($0) }
    return WholeStack(try template(root)) { templates[$0] }
  }

  @Test func valuesArePassedBetweenStacks() throws {
    let stack = try nested(Self.files)
    let expected = try template(Self.whole)
    #expect(stack.template.outputs == expected.outputs)
    for resource in expected.resources {
      #expect(
        stack.template[resource.id].map { Value.object($0.properties).isSame(as: .object(resource.properties)) } == true
      )
    }
    #expect(stack.template.resources.count == expected.resources.count)
    #expect(stack.homes == ["Function": "A", "Permission": "B"])
  }

  @Test func aMoveOfSomethingUniqueIsACollision() throws {
    let whole = WholeStack(try template(Self.whole)) { _ in nil }
    let text = ComparisonText.render(
      StackComparison(from: whole, to: try nested(Self.files)), title: "x", all: true, color: false)
    #expect(
      String(decoding: text, as: UTF8.self).contains(
        "M Function  AWS::Lambda::Function  moved from the main stack to A"))
    #expect(StackComparison(from: whole, to: try nested(Self.files)).has("collision"))
  }

  @Test func routesThatMoveGetHelpOfTheirOwn() throws {
    let route = """
      Resources:
        Route: {Type: AWS::ApiGatewayV2::Route, Properties: {ApiId: a1b2c3d4e5, RouteKey: GET /books}}
      """
    let root = "Resources: {StoreApiRoutes1: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./a.json}}}"
    let comparison = StackComparison(
      from: WholeStack(try template(route)) { _ in nil }, to: try nested(["./a.json": route], root: root))
    let text = ComparisonText.render(comparison, title: "x", all: true, color: false)
    #expect(String(decoding: text, as: UTF8.self).contains("help: undo what moves the routes: another `nested`, or"))
  }

  @Test func movesThatLeaveTheSameBehindAreOneFinding() throws {
    let logs = ["A1", "A2", "A3"].map { "  \($0): {Type: AWS::Logs::LogGroup, DeletionPolicy: Retain}\n" }.joined()
    let before = WholeStack(try template("Resources:\n" + logs)) { _ in nil }
    let root = "Resources: {A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./a.json}}}"
    let comparison = StackComparison(from: before, to: try nested(["./a.json": "Resources:\n" + logs], root: root))
    let text = String(
      decoding: ComparisonText.render(comparison, title: "x", all: true, color: false), as: UTF8.self)
    #expect(
      text.contains(
        "the log group `A1` is deleted and created again in another stack; it is retained outside of the stack with its logs, "
          + "and the new one starts empty; the same happens to `A2`, `A3` [UPD004]"))
    #expect(text.ranges(of: "[UPD004]").count == 1)
  }

  @Test func stacksThatCannotBeDeployedEnd() throws {
    let circle = Self.root.replacing("Name: books", with: "Name: !GetAtt B.Outputs.Arn")
    let files = Self.files.merging([
      "./b.json": Self.files["./b.json", default: ""] + "\nOutputs: {Arn: {Value: !Ref Arn}}"
    ]) { $1 }
    #expect(try nested(files, root: circle).template.resources.count == 3)
    let own = ["./a.json": Self.root, "./b.json": Self.root]
    #expect(try nested(own).unknown.isEmpty == false)
  }

  @Test func theSameLogicalIdInTwoStacksIsDistinguished() throws {
    let both = ["./a.json": Self.files["./a.json", default: ""], "./b.json": Self.files["./a.json", default: ""]]
    #expect(try nested(both).template.resources.map(\.id) == ["Api", "Function", "B/Function"])
  }

  @Test func aMissingTemplateIsReported() throws {
    #expect(try nested([:]).unknown == ["A", "B"])
  }
}
