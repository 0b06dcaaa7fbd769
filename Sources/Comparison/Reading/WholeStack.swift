import CloudFormation

/// A stack with its nested stacks as one template: the values that are passed between them are replaced by what they
/// refer to.
///
/// A logical ID that two of the stacks have is preceded by its stack's.
public struct WholeStack: Sendable {
  /// The resources of all stacks, without the nested stacks themselves, and the sections and outputs of the main one.
  public let template: Template
  /// The logical IDs of the nested stacks around a resource, with a slash between them; none for the main stack's.
  public let homes: [String: String]
  /// The nested stacks whose templates are not available.
  public let unknown: [String]

  /// The versions of functions whose logical IDs are fingerprints of what they copy, local files included.
  let renewed: Set<String>

  /// A template that was not split yet, or is in one piece; `homes` are the nested stacks that its resources get.
  public init(_ template: Template, homes: [String: String] = [:], renewed: Set<String> = []) {
    self.init(template, homes, unknown: [], renewed)
  }

  private init(_ template: Template, _ homes: [String: String], unknown: [String], _ renewed: Set<String>) {
    (self.template, self.homes, self.unknown, self.renewed) = (template, homes, unknown, renewed)
  }

  /// The same with another template.
  func replacing(_ template: Template) -> WholeStack { WholeStack(template, homes, unknown: unknown, renewed) }

  /// Joins stacks; `nested` finds the template of a `TemplateURL`.
  public init(_ root: Template, nested: @escaping (String) -> Template?) {
    if !root.resources.contains(where: { $0.type == JoinedStack.type }) {
      self.init(root)
      return
    }
    var joining = Joining()
    let stack = JoinedStack(root, path: "", condition: nil, arguments: Object(), parent: nil)
    joining.open(stack, nested)
    var whole = joining.joined()
    whole.description = root.description
    whole.sections = root.sections
    for output in root.outputs.members { whole.outputs.add(output.key, stack.resolved(output.value)) }
    self.init(whole, joining.homes, unknown: joining.unknown, [])
  }
}

/// Gives every resource its logical ID in the whole, then collects them.
private struct Joining {
  private(set) var homes: [String: String] = [:]
  private(set) var unknown: [String] = []
  private var stacks: [JoinedStack] = []
  private var taken: Set<String> = []
  /// More levels than this program writes.
  private static let maximumDepth = 8

  mutating func open(_ stack: JoinedStack, _ nested: (String) -> Template?) {
    stacks.append(stack)
    stack.names.reserveCapacity(stack.template.resources.count)
    for resource in stack.template.resources {
      guard resource.type == JoinedStack.type else {
        stack.names[resource.id] = unused(resource.id, stack.path)
        continue
      }
      let path = stack.path.isEmpty ? resource.id : "\(stack.path)/\(resource.id)"
      let isTooDeep = path.count(where: { $0 == "/" }) >= Joining.maximumDepth
      guard !isTooDeep, let template = resource.properties["TemplateURL"]?.text.flatMap(nested) else {
        unknown.append(path)
        stack.names[resource.id] = unused(resource.id, stack.path)
        continue
      }
      let child = JoinedStack(
        template, path: path, condition: resource.condition ?? stack.condition,
        arguments: resource.properties["Parameters"]?.object ?? Object(), parent: stack)
      stack.children[resource.id] = child
      open(child, nested)
    }
  }

  private mutating func unused(_ id: String, _ path: String) -> String {
    if taken.insert(id).inserted { return id }
    let longer = "\(path)/\(id)"
    taken.insert(longer)
    return longer
  }

  mutating func joined() -> Template {
    var whole = Template()
    whole.reserve(taken.count)
    homes.reserveCapacity(taken.count)
    for stack in stacks {
      for resource in stack.template.resources {
        guard let id = stack.names[resource.id] else { continue }
        var own = Resource(id: id, type: resource.type, properties: stack.resolved(resource.properties))
        own.condition = resource.condition ?? stack.condition
        own.deletionPolicy = resource.deletionPolicy
        own.attributes = resource.attributes
        own.dependsOn = resource.dependsOn.compactMap { stack.names[$0] }
        whole.add(own)
        if !stack.path.isEmpty { homes[id] = stack.path }
      }
      for macro in stack.template.macros.members where whole.macros[macro.key] == nil {
        whole.macros.add(macro.key, macro.value)
      }
    }
    return whole
  }
}
