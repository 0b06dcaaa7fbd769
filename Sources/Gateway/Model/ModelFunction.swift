import CloudFormation

extension Model {
  /// The function of the template that a property names, by itself or by an alias or a version of it.
  func function(of property: Property?) -> Resource? {
    guard let property else { return nil }
    var found: Resource?
    property.value.forEachReference { id in
      guard found == nil, let resource = resource(id) else { return }
      switch resource.type {
      case "AWS::Lambda::Function", "AWS::Serverless::Function": found = resource
      case "AWS::Lambda::Alias", "AWS::Lambda::Version": found = self.resource(resource["FunctionName"])
      default: break
      }
    }
    return found
  }
}
