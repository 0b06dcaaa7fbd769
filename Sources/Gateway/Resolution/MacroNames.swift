import CloudFormation
import TextSearch
import YAMLTree

extension ResolvedSpec {
  /// Whether a macro writes something that the spec does not show, or includes it from elsewhere.
  var hasMacros: Bool { values.hasMacros || names.resourceTypes["Fn::Transform"] != nil || hasOwnMacro }

  /// Whether a macro that AWS does not own sees the whole template.
  var hasOwnMacro: Bool { values.hasOwnMacro }

  /// Whether SAM sees it.
  var isSAM: Bool { values.isSAM }

  /// Whether SAM writes permissions for calls: by a connector of its own, or one on another resource.
  var hasConnectors: Bool {
    names.resourceTypes.values.contains("AWS::Serverless::Connector")
      || names.spec.resources.contains { resource in
        names.tree.entries(resource.value.node).contains { names.tree.equals($0.key, "Connectors") }
      }
  }
}

extension Value {
  /// The macros that `Transform` names; one that is given by a mapping has its name in it.
  var macroNames: [String] {
    let list: [Value] = if case .list(let items) = self { items } else { [self] }
    return list.map { $0.text ?? $0.object?["Name"]?.text ?? "" }
  }
}
