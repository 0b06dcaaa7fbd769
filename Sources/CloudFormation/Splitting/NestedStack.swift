/// The attributes whose values need a special parameter in a nested stack.
public struct PassedValueKinds: Sendable {
  /// Attributes that are lists. A parameter for them needs another type than a text.
  let lists: Set<String>
  /// Attributes that are secrets. A parameter for them must not be shown.
  let secrets: Set<String>

  /// The names of attributes.
  public init(lists: Set<String>, secrets: Set<String>) { (self.lists, self.secrets) = (lists, secrets) }
}

/// A nested stack under construction. An object, so that looking up a name in it copies nothing.
final class NestedStack {
  /// A parameter: its declaration in the nested template, and the value in the main stack.
  struct Parameter {
    let declaration: Value
    let value: Value
  }

  let id: String
  var resources: [Resource] = []
  var parameters: [String: Parameter] = [:]
  /// The names of the parameters by their values: most resources refer to what the one before them refers to.
  var names: [PassedValues.Reference: String] = [:]
  /// Values that other stacks refer to.
  var outputs: [String: Value] = [:]
  /// Resources of the main stack, and other nested stacks, that must be created first.
  var dependsOn: Set<String> = []
  /// The conditions of the main stack that the resources use, each with the parameter that passes it on.
  var conditions: [String: String] = [:]
  /// Whether the resources use mappings of the main stack.
  var usesMappings = false

  init(id: String) { self.id = id }

  /// The resource of the main stack.
  var resource: Resource {
    var properties = Object()
    properties.add("TemplateURL", .string(id))
    if !parameters.isEmpty { properties.add("Parameters", .object(sorted(parameters.mapValues(\.value)))) }
    var resource = Resource(id: id, type: "AWS::CloudFormation::Stack", properties: properties)
    resource.dependsOn = dependsOn.sorted()
    return resource
  }

  /// The nested template. A condition of the main stack is passed as a parameter.
  func template(of whole: Template) -> Template {
    var template = Template()
    template.sections["Transform"] = whole.sections["Transform"]
    if !parameters.isEmpty { template.sections["Parameters"] = .object(sorted(parameters.mapValues(\.declaration))) }
    if usesMappings { template.sections["Mappings"] = whole.sections["Mappings"] }
    if !conditions.isEmpty {
      template.sections["Conditions"] = .object(sorted(conditions.mapValues { ["Fn::Equals": [.ref($0), "true"]] }))
    }
    for resource in resources { template.add(resource) }
    template.outputs = sorted(outputs)
    return template
  }

  private func sorted(_ values: [String: Value]) -> Object {
    Object(values.sorted { $0.key < $1.key }.map { .init(key: $0.key, value: $0.value) })
  }
}
