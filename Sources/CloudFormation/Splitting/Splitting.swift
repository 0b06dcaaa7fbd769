import TextSearch

/// A template, and the nested templates that parts of it were moved to because it exceeds CloudFormation's limits.
public struct SplitTemplate: Sendable {
  /// A nested stack.
  public struct Child: Sendable {
    /// The logical ID of the nested stack in the root.
    public let id: String
    /// The template of the nested stack.
    public let template: Template
  }

  /// The template to deploy.
  public let root: Template
  /// The nested stacks in the order of the root.
  public let children: [Child]

  /// CloudFormation's limits (source: CloudFormation quotas).
  public enum Limit {
    /// Resources in one template.
    public static let resources = 500
    /// Resources that one operation on a stack and its nested stacks may create, change or delete.
    public static let operation = 2_500
    /// Parameters of one template.
    public static let parameters = 200
    /// Outputs of one template.
    public static let outputs = 200
    /// The size of a template in bytes.
    public static let bytes = 1_000_000
    /// The size of a template that is passed directly, in bytes; a larger one must be uploaded to a bucket.
    public static let directBytes = 51_200
  }

  /// A template that is not split.
  public init(_ template: Template) {
    root = template
    children = []
  }

  /// Moves resources to nested templates. `kinds` describes values that a nested stack is passed.
  public init(_ template: Template, _ plan: SplitPlan, _ references: ReferenceGraph, _ kinds: PassedValueKinds) {
    var splitter = Splitter(template, plan, kinds)
    (root, children) = splitter.split(references)
  }

  private init(_ root: Template, _ children: [Child]) { (self.root, self.children) = (root, children) }

  /// The same templates with changed resources.
  public func changingResources(_ change: (inout Resource) -> Void) -> SplitTemplate {
    func changed(_ template: Template) -> Template {
      var template = template
      template.changeResources(change)
      return template
    }
    return SplitTemplate(changed(root), children.map { Child(id: $0.id, template: changed($0.template)) })
  }

  /// Whether there are nested stacks.
  public var isSplit: Bool { !children.isEmpty }

  /// The use of limits by each template, the root first.
  public var uses: [StackUse] { [StackUse(nil, of: root)] + children.map { StackUse($0.id, of: $0.template) } }

  /// The template to deploy, and the nested templates.
  public var templates: [Template] { [root] + children.map(\.template) }

  /// All templates with their file names. The root refers to the others by relative paths, which
  /// `aws cloudformation package` replaces by uploaded files.
  public func files(stack: String) -> [(name: String, template: Template)] {
    var root = root
    var files: [(String, Template)] = []
    for child in children {
      let name = SplitTemplate.fileName(ofStack: "\(stack).\(child.id)")
      root[child.id]?.properties["TemplateURL"] = .string("./" + name)
      files.append((name, child.template))
    }
    return [(SplitTemplate.fileName(ofStack: stack), root)] + files
  }

  /// The file name of a stack's template.
  public static func fileName(ofStack stack: String) -> String { "\(stack).template.json" }

  /// Whether a file has the name of a nested template of a stack, also of one that earlier versions wrote.
  public static func isNestedFileName(_ name: String, ofStack stack: String) -> Bool {
    guard name.hasPrefix(stack + "."), name.hasSuffix(fileName(ofStack: "")) else { return false }
    let id = name.dropFirst(stack.utf8.count + 1).dropLast(fileName(ofStack: "").utf8.count)
    guard let last = id.last, last.isNumber else { return false }
    let kind = id.prefix { !$0.isNumber }
    return kind == "Parts" || kind == "Level" || id.contains("Routes")
  }
}
