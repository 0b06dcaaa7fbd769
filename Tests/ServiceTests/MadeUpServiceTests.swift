import CloudFormation
import SpecReading
import Support
import Testing

@testable import Gateway

/// A service that AWS does not have: its description is all that the program needs to know of one.
@Suite("A service that is described and listed")
struct MadeUpServiceTests {
  private static func compile(_ target: String, _ rest: String = "") -> Compiled {
    Services.inUse.withValue(Services(Services.current.all + [.post])) { Compiled(target: target, rest) }
  }

  private static let box = "resources: {Letters: {Type: AWS::Post::Box}}"

  @Test(
    "Its targets are read and lowered",
    arguments: [
      ("Letters", .ref("Letters"), .getAtt("Letters", "Arn")),
      ("!Ref Letters", .ref("Letters"), .getAtt("Letters", "Arn")),
      (
        "parcels", "parcels",
        ["Fn::Sub": "arn:${AWS::Partition}:post:${AWS::Region}:${AWS::AccountId}:box/parcels"]
      ),
      (
        "arn:aws:post:eu-west-1:111122223333:box/parcels", "parcels",
        "arn:aws:post:eu-west-1:111122223333:box/parcels"
      ),
      (
        "{arn: !ImportValue box}", ["Fn::Select": [1, ["Fn::Split": ["/", ["Fn::ImportValue": "box"]]]]],
        ["Fn::ImportValue": "box"]
      ),
    ] as [(String, Value, Value)])
  func lowering(_ given: String, _ name: Value, _ arn: Value) {
    let spec = Self.compile("{post: \(given)}", Self.box)
    #expect(spec.lines == [])
    #expect(spec.integrations.first?["IntegrationSubtype"] == "Post-SendLetter")
    #expect(spec.parametersWithoutRegion == ["BoxName": name, "Letter": "$request.body"])
    #expect(spec.statements == [["Effect": "Allow", "Action": "post:SendLetter", "Resource": arn]])
  }

  @Test("Its actions are chosen by their words, and get rights on the KMS key of the box")
  func actions() {
    let spec = Self.compile(
      "{post: Letters, action: collect, parameters: {Count: $request.querystring.count}}",
      "resources:\n  Letters: {Type: AWS::Post::Box, Properties: {Seal: {Key: !Ref Key}}}\n  Key: {Type: AWS::KMS::Key}"
    )
    #expect(spec.parametersWithoutRegion == ["BoxName": .ref("Letters"), "Count": "$request.querystring.count"])
    #expect(
      spec.statements == [
        ["Effect": "Allow", "Action": "post:CollectLetters", "Resource": .getAtt("Letters", "Arn")],
        ["Effect": "Allow", "Action": "kms:Decrypt", "Resource": .getAtt("Key", "Arn")],
      ])
  }

  @Test(
    "What is wrong with them is reported",
    arguments: [
      ("{post: Leters}", "REF001"), ("{post: arn:aws:sqs:eu-west-1:111122223333:letters}", "REF005"),
      ("{post: !ImportValue box}", "INT035"), ("{post: {name: arn:aws:post:eu-west-1:111122223333:box/a}}", "INT037"),
      ("{post: {name: a, url: b}}", "SPEC001"), ("{post: Letters, action: colect}", "SPEC004"),
      ("{post: Letters, action: collect}", "INT018"), ("{post: Letters, parameters: {Leter: a}}", "INT019"),
      ("{post: Letters, parameters: {BoxName: a}}", "INT040"), ("{poste: Letters}", "SPEC001"),
      ("{aws: Post-SendLeter, parameters: {BoxName: a}}", "INT017"),
      ("{aws: Post-SendLetter, parameters: {BoxName: !GetAtt Letters.Arn, Letter: a}}", "INT025"),
      ("{aws: Post-SendLetter, parameters: {BoxName: $request.querystring.box, Letter: a}}", "INT020"),
      ("{http: https://example.com, requestParameters: {BoxName: a}}", "MAP018"),
    ])
  func mistakes(_ target: String, _ id: String) {
    let spec = Self.compile(target, Self.box)
    #expect(spec.mistakes.map(\.id) == [id], "\(spec.text)")
  }

  @Test("Messages suggest it")
  func help() {
    func text(_ target: String, isWebSocket: Bool = false) -> String {
      let rest =
        isWebSocket ? "apis: {chat: {type: websocket, stage: live, routes: {$default: \(target)}}}\nx-rest:" : ""
      return Services.inUse.withValue(Services(Services.current.all + [.post])) {
        isWebSocket ? Compiled(rest).text : Compiled(target: target).text
      }
    }
    #expect(text("{aws: Post-SendLetter, parameters: {Letter: a}}").contains("write `post: BOX`, which sets it"))
    #expect(text("{poste: a}").contains("did you mean `post`?"))
    #expect(text("{http: https://a.example.com, requestParameters: {BoxName: a}}").contains("`appConfig`, `post`"))
    #expect(text("{post: a}", isWebSocket: true).contains("use `aws: post:action/SendLetter`"))
    #expect(text("{aws: Post-SendLetter}", isWebSocket: true).contains("use `post:action/SendLetter`"))
  }

  @Test("The JSON Schema and the reference have its key")
  func description() {
    let (schema, page) = Services.inUse.withValue(Services(Services.current.all + [.post])) {
      (
        String(decoding: JSONSchema.json(of: Spec.self, title: "", description: ""), as: UTF8.self),
        ReferencePage.markdown(of: Spec.self, introduction: "")
      )
    }
    #expect(schema.contains(#""post": {"#) && schema.contains("The box: a logical ID of `resources`"))
    #expect(page.contains("| **`post`** | [the name of a box, or `{arn: …}` or `{name: …}`]("))
  }
}

extension AwsService {
  /// A post office.
  fileprivate static let post = AwsService(
    "post", "The box: a logical ID of `resources`, a name or an ARN.", address: NamedAddress.self, of: [.box],
    sample: "BOX",
    actions: [
      ServiceSubtype(
        "Post-SendLetter", word: "send", "post:SendLetter", target: ["BoxName"], required: ["BoxName", "Letter"],
        defaults: ["Letter": "$request.body"]),
      ServiceSubtype(
        "Post-CollectLetters", word: "collect", "post:CollectLetters", target: ["BoxName"],
        required: ["BoxName", "Count"], keyActions: ["kms:Decrypt"]),
    ])
}

extension Kind {
  fileprivate static let box = Kind("a box", resources: ["AWS::Post::Box": nil], service: .box)
}

extension ServiceResource {
  fileprivate static let box = ServiceResource(
    parameter: .name, arn: ServiceArn(service: "post", prefix: "box/"), keyPath: ["Seal", "Key"],
    isName: { $0.utf8.count <= 20 && $0.isMade(ofLettersDigitsAnd: "-") })
}
