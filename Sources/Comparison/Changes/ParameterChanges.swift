import CloudFormation
import Diagnostics

/// Parameters for which the stack has no value, or keeps one that the new version does not expect.
enum ParameterChanges {
  static func notes(_ old: Template, _ new: Template, _ renamed: RenamedParameters) -> [UpdateNote] {
    // A first deployment gets all values.
    if old.resources.isEmpty { return [] }
    let before = old.section("Parameters")
    let after = new.section("Parameters")
    let former = Dictionary(renamed.names.map { ($0.value, $0.key) }) { first, _ in first }
    return after.members.compactMap { member in
      guard let parameter = member.value.object else { return nil }
      guard let known = before[member.key]?.object else {
        return missing(member.key, parameter, former[member.key], renamed.replaced[member.key] ?? [])
          ?? former[member.key].map { takesDefault(member.key, $0) }
      }
      return rejected(member.key, known, parameter) ?? constrained(member.key, known, parameter)
        ?? newDefault(member.key, known, parameter)
    }
  }

  /// `aws cloudformation deploy`: "Parameters: [NAME] must have values".
  private static func missing(
    _ name: String, _ parameter: Object, _ former: String?, _ replaced: [String]
  ) -> UpdateNote? {
    if parameter["Default"] != nil { return nil }
    let ids = replaced.distinct
    let consequence =
      former.map { ids.isEmpty ? "" : "; another value than that of `\($0)` replaces \(UpdateNote.list(ids))" } ?? ""
    return UpdateNote(
      .updateDefault,
      "the update needs a value of the new parameter `\(name)`, which has no default\(consequence)",
      at: place(name),
      help: "set it with \(option(name))" + (former.map { ", the value that the stack has of `\($0)`" } ?? ""))
  }

  /// A parameter with another name starts with its default, whatever value the stack has of the old one.
  private static func takesDefault(_ name: String, _ former: String) -> UpdateNote {
    UpdateNote(
      .updateDefault,
      "the new parameter `\(name)` gets its default, not the value that the stack has of `\(former)`",
      at: place(name), help: "set it with \(option(name))")
  }

  private static func rejected(_ name: String, _ known: Object, _ parameter: Object) -> UpdateNote? {
    guard let allowed = texts(of: parameter["AllowedValues"]) else { return nil }
    let former = texts(of: known["AllowedValues"]) ?? [known["Default"]?.scalar].compactMap { $0 }
    let removed = former.filter { !allowed.contains($0) }
    if removed.isEmpty { return nil }
    return UpdateNote(
      .updateDefault,
      "the update fails if the stack has a value of the parameter `\(name)` that is no longer allowed: "
        + removed.map { "`\($0)`" }.joined(separator: ", "),
      at: place(name), help: "set another one with \(option(name))")
  }

  /// An update keeps a value, and checks it again.
  private static func constrained(_ name: String, _ known: Object, _ parameter: Object) -> UpdateNote? {
    func number(_ key: String, _ parameter: Object) -> Double? { parameter[key]?.scalar.flatMap(Double.init) }
    let minima = ["MinLength", "MinValue"].filter { key in
      number(key, parameter).map { $0 > number(key, known) ?? -.infinity } ?? false
    }
    let maxima = ["MaxLength", "MaxValue"].filter { key in
      number(key, parameter).map { $0 < number(key, known) ?? .infinity } ?? false
    }
    let pattern =
      parameter["AllowedPattern"] == nil || parameter["AllowedPattern"] == known["AllowedPattern"]
      ? [] : ["AllowedPattern"]
    let isTyped =
      parameter["Type"] != known["Type"] && !["String", "CommaDelimitedList"].contains(parameter["Type"]?.text)
    let constraints = minima + maxima + pattern + (isTyped ? ["Type"] : [])
    if constraints.isEmpty { return nil }
    return UpdateNote(
      .updateDefault,
      "the update fails if the value that the stack has of the parameter `\(name)` does not meet its new "
        + constraints.map { "`\($0)`" }.joined(separator: " and "),
      at: place(name), help: "set another one with \(option(name))")
  }

  private static func newDefault(_ name: String, _ known: Object, _ parameter: Object) -> UpdateNote? {
    guard let value = parameter["Default"], known["Default"]?.isSame(as: value) != true else { return nil }
    return UpdateNote(
      .updateDefault, "the stack keeps its value of the parameter `\(name)`, whatever the new default is",
      at: place(name), help: "set it with \(option(name))")
  }

  private static func place(_ name: String) -> String { "Parameters.\(name)" }

  /// The option of `aws cloudformation deploy` that sets a parameter.
  private static func option(_ name: String) -> String { "`--parameter-overrides \(name)=VALUE`" }

  private static func texts(of value: Value?) -> [String]? {
    guard case .list(let items)? = value else { return nil }
    return items.compactMap(\.scalar)
  }
}
