import CloudFormation
import YAMLTree

/// The options and steps that the deployment of a template needs.
public struct DeploymentNeeds: Sendable {
  /// A capability that a deployment must acknowledge (source: CloudFormation's API reference, `CreateStack`).
  public enum Capability: String, Sendable {
    case iam = "CAPABILITY_IAM"
    case namedIam = "CAPABILITY_NAMED_IAM"
    case autoExpand = "CAPABILITY_AUTO_EXPAND"
  }

  /// The capabilities.
  public let capabilities: [Capability]
  /// Whether `aws cloudformation package` must upload local files or nested templates.
  public let isPackaged: Bool
  /// The parameters without a default.
  public let parameters: [String]

  /// The needs of a template. `mayHaveMacros` is false if no text of the spec can be a macro in a value.
  public init(_ template: SplitTemplate, mayHaveMacros: Bool = true) {
    let root = template.root
    isPackaged =
      template.isSplit || root.hasLocalSections || root.hasLocalLoops
      || template.templates.contains { !$0.localFiles.isEmpty || mayHaveMacros && $0.hasLocalIncludes }
    parameters = root.requiredParameters
    let uses = template.templates.flatMap(\.resources).reduce(into: IamUse.none) { $0 = max($0, $1.iamUse) }
    let iam: Capability? = uses == .named ? .namedIam : uses == .unnamed ? .iam : nil
    capabilities = [iam, template.templates.contains { $0.hasMacros(inValues: mayHaveMacros) } ? .autoExpand : nil]
      .compactMap(\.self)
  }
}

/// How a resource uses IAM.
private enum IamUse: Int, Comparable {
  case none, unnamed, named

  static func < (a: IamUse, b: IamUse) -> Bool { a.rawValue < b.rawValue }
}

extension Resource {
  /// The properties that name an IAM resource. An inline policy needs a name in any case.
  private static let iamNames: Set = ["RoleName", "UserName", "GroupName", "ManagedPolicyName", "InstanceProfileName"]
  /// The IAM types that have a name of their own.
  private static let namedTypes: Set = ["Role", "User", "Group", "ManagedPolicy", "InstanceProfile"]
  /// The types of SAM that never create a role.
  private static let samWithoutRole: Set = ["Api", "HttpApi", "SimpleTable", "LayerVersion"]

  fileprivate var iamUse: IamUse {
    if let name = type.rest(after: "AWS::IAM::") {
      let isNamed =
        Resource.namedTypes.contains(name)
        && properties.members.contains { Resource.iamNames.contains($0.key) && !$0.value.isNothing }
      return isNamed ? .named : .unnamed
    }
    if let name = type.rest(after: "AWS::Serverless::") {
      return Resource.samWithoutRole.contains(name) || properties["Role"] != nil ? .none : .unnamed
    }
    return .none
  }
}

extension Template {
  /// The parameters without a default.
  public var requiredParameters: [String] {
    section("Parameters").members
      .filter { $0.value.object.map { $0["Default"] == nil } ?? false }.map(\.key)
  }

  /// Whether CloudFormation runs macros, its own ones included.
  fileprivate func hasMacros(inValues: Bool) -> Bool {
    if sections["Transform"] != nil || !macros.isEmpty { return true }
    return inValues
      && (resources.contains { Value.object($0.properties).hasTransform } || Value.object(outputs).hasTransform
        || sections["Mappings"]?.hasTransform ?? false)
  }
}

extension Value {
  fileprivate var hasTransform: Bool { contains { $0.object?["Fn::Transform"] != nil } }
}
