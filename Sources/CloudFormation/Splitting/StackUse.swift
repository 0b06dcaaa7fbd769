/// How much a stack uses of CloudFormation's limits for a template.
public struct StackUse: Sendable {
  /// The logical ID of the nested stack; nil for the main stack.
  public let stack: String?
  /// The number of resources.
  public let resources: Int
  /// The number of parameters.
  public let parameters: Int
  /// The number of outputs.
  public let outputs: Int
  /// The size of the template in bytes.
  public let bytes: Int

  /// The use of a template that is written. Its size is counted if it is not given.
  public init(_ stack: String?, of template: Template, bytes: Int? = nil) {
    self.init(
      stack, resources: template.resources.count, parameters: template.parameterCount,
      outputs: template.outputs.members.count, bytes: bytes ?? template.byteCount)
  }

  init(_ stack: String?, resources: Int, parameters: Int, outputs: Int, bytes: Int) {
    self.stack = stack
    self.resources = resources
    self.parameters = parameters
    self.outputs = outputs
    self.bytes = bytes
  }

  /// Whether so many percent of a limit for values that are passed between stacks, or for the size, are used.
  public func passes(percent: Int) -> Bool {
    let limit = SplitTemplate.Limit.self
    return parameters * 100 >= limit.parameters * percent || outputs * 100 >= limit.outputs * percent
      || bytes / percent >= limit.bytes / 100
  }
}
