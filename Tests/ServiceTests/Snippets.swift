import CloudFormation
import Support

extension Compiled {
  /// An API with one route, `POST /x`, with this target; `rest` precedes the API.
  init(target: String, _ rest: String = "") {
    self.init("\(rest)\napis:\n  store:\n    routes:\n      POST /x: \(target)\n")
  }

  /// The integrations.
  var integrations: [Object] { resources("Integration").map(\.properties) }

  /// `RequestParameters` of the first integration.
  var parameters: Value? { integrations.first?["RequestParameters"] }

  /// The same without the region, which depends on how the resource is given.
  var parametersWithoutRegion: Value? {
    var parameters = self.parameters?.object
    parameters?["Region"] = nil
    return parameters.map { .object($0) }
  }

  /// The statements of the roles of actions.
  var statements: [Value] {
    resources("AWS::IAM::Role").filter { $0.id.contains("ServiceRole") }.flatMap { role -> [Value] in
      guard case .list(let policies) = role.properties["Policies"],
        case .list(let statements) = policies.first?.object?["PolicyDocument"]?.object?["Statement"]
      else { return [] }
      return statements
    }
  }

  /// The resources of the first of these roles.
  var resource: Value? { statements.first?.object?["Resource"] }
}

/// Common parts of specs in these tests.
enum Snippet {
  static let queue = "resources: {Orders: {Type: AWS::SQS::Queue}}"
  static let machine = """
    resources:
      Checkout:
        Type: AWS::StepFunctions::StateMachine
        Properties: {RoleArn: "arn:aws:iam::111122223333:role/checkout", DefinitionString: "{}"}
    """
}
