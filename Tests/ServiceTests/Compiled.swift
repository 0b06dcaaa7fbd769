import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

@testable import Gateway

/// A spec, compiled without the program around it.
struct Compiled {
  let template: Template
  let findings: [Diagnostic]
  private let text: String

  init(_ text: String) {
    self.text = text
    let tree = Tree()
    var problems: [Problem] = []
    let root = tree.read(Source(path: "spec.yaml", bytes: Array(text.utf8)), problems: &problems)
    let reader = Reader(tree: tree)
    reader.findings.report(problems.map { Diagnostic($0) })
    guard let root, let spec = reader.read(Spec.self, from: root) else {
      (template, findings) = (Template(), reader.findings.sorted)
      return
    }
    let resolved = ResolvedSpec(spec, reader: reader)
    let result = resolved.synthesize(pathPrefix: "")
    var all = reader.findings
    all.report(resolved.findings.sorted)
    all.report(Rules.check(resolved).sorted)
    all.report(result.findings.sorted)
    (template, findings) = (result.template.root, all.sorted)
  }

  /// An API with one route, `POST /x`, that has this target; `rest` stands before the API.
  init(target: String, _ rest: String = "") {
    self.init("\(rest)\napis:\n  store:\n    routes:\n      POST /x: \(target)\n")
  }

  /// What was found, as `ID: message (the text that it points at)`.
  var lines: [String] {
    let bytes = Array(text.utf8)
    return findings.map { finding in
      let range = Int(finding.mark.start)..<Int(finding.mark.end)
      return "\(finding.id): \(finding.message) (\(String(decoding: bytes[range], as: UTF8.self)))"
    }
  }

  /// The resources of a type, in order.
  func resources(_ type: String) -> [Resource] { template.resources.filter { $0.type == type } }

  /// The integrations.
  var integrations: [Object] { resources("AWS::ApiGatewayV2::Integration").map(\.properties) }

  /// `RequestParameters` of the first integration.
  var parameters: Value? { integrations.first?["RequestParameters"] }

  /// The statements of the roles that were written for actions.
  var statements: [Value] {
    resources("AWS::IAM::Role").filter { $0.id.contains("ServiceRole") }.flatMap { role -> [Value] in
      guard case .list(let policies) = role.properties["Policies"],
        case .list(let statements) = policies.first?.object?["PolicyDocument"]?.object?["Statement"]
      else { return [] }
      return statements
    }
  }

  /// What the first of these roles may do something on.
  var resource: Value? { statements.first?.object?["Resource"] }
}

/// What most specs here have.
enum Snippet {
  static let queue = "resources: {Orders: {Type: AWS::SQS::Queue}}"
  static let machine = """
    resources:
      Checkout:
        Type: AWS::StepFunctions::StateMachine
        Properties: {RoleArn: "arn:aws:iam::111122223333:role/checkout", DefinitionString: "{}"}
    """
}
