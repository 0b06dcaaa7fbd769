import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

/// Values that AWS SAM reads when it writes the template, before CloudFormation evaluates functions.
extension Rule {
  static func checkPlainValues(_ model: Model, _ report: inout Report) {
    // Other transforms may evaluate some of them before.
    if model.spec.values.hasLanguageExtensions || model.spec.hasOwnMacro { return }
    var seen: Set<Mark> = []
    for (type, paths) in plainValues {
      for resource in model.resources(SamProperties.prefix + type) {
        for path in paths {
          let names = path.filter { $0 != "&" }.parts(separatedBy: ".").map(String.init)
          let parameters = path.last == "&" ? model.names.parameters : []
          resource[names[0]]?.forEachFunction(names.dropFirst(), except: parameters) { function in
            guard seen.insert(function.mark).inserted else { return }
            report.report(
              at: function, "AWS SAM reads `\(function.name)` before CloudFormation evaluates functions",
              help: function.value.choice == nil
                ? "write the value itself, or `$(NAME)` of `variables`"
                : "write one of the values; a `Condition` of the resource can decide")
          }
        }
      }
    }
  }

  /// The properties by type; `&` follows those that may be the `Ref` of a parameter. What is behind a function is not read
  /// either (source: aws-sam-translator 1.110, run with functions in each of them).
  private static let plainValues = [
    (
      "HttpApi",
      [
        "Domain", "Domain.Route53", "Domain.BasePath.*&", "Domain.EndpointConfiguration&", "Auth.DefaultAuthorizer",
        "Auth.Authorizers.*",
      ]
    ),
    (
      "Function",
      [
        "Events.*.Type", "Events.*.Properties.Path", "Events.*.Properties.Method",
        "Events.*.Properties.Auth.Authorizer", "Events.*.Properties.Auth.AuthorizationScopes", "PackageType",
      ]
    ),
  ]
}

extension Model.Property {
  /// Calls `body` with the outermost functions on a path from here, but not with a `Ref` of some parameters.
  fileprivate func forEachFunction(
    _ path: ArraySlice<String>, except parameters: Set<String>, _ body: (Model.Property) -> Void
  ) {
    if isFunction {
      let isAllowed = target.map(parameters.contains) ?? (value.object?["Fn::Transform"] != nil)
      return isAllowed ? () : body(self)
    }
    guard let name = path.first else { return }
    let parts = name == "*" ? items ?? members : self[name].map { [$0] } ?? []
    for part in parts { part.forEachFunction(path.dropFirst(), except: parameters, body) }
  }
}
