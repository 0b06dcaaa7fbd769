import CloudFormation
import TextSearch

extension Model {
  /// The functions that the stack creates: those of the language, of `resources`, and what SAM makes of its own.
  var functions: [Resource] { resources("AWS::Lambda::Function") + serverlessFunctions }

  /// The same with the functions in loops, each as it is written.
  var functionsAndLoops: [Resource] {
    functions + loopedResources.filter(\.isFunction)
  }

  /// The permissions to call functions.
  var permissions: [Resource] { resources(ResourceType.permission.name) }

  /// The function of the template that a property names: by a reference to it, to an alias or a version of it, or by an
  /// ARN with its name.
  func function(of property: Property?) -> Resource? {
    guard let property else { return nil }
    var found: Resource?
    property.value.forEachReference { id in
      guard found == nil, let resource = resource(id) else { return }
      switch resource.type {
      case "AWS::Lambda::Function": found = resource
      case "AWS::Serverless::Function": found = serverlessFunctionsByID[id]
      case "AWS::Lambda::Alias", "AWS::Lambda::Version": found = self.resource(resource["FunctionName"])
      default: break
      }
    }
    return found ?? property.value.spelled.flatMap(function(named:))
  }

  /// The function whose name is in an ARN.
  private func function(named arn: String) -> Resource? {
    guard let start = arn.firstRange(of: ":function:")?.upperBound else { return nil }
    let name = arn[start...].prefix { $0 != ":" && $0 != "/" }
    return functions.first { $0["FunctionName"]?.text.map { $0 == name } ?? false }
  }
}
