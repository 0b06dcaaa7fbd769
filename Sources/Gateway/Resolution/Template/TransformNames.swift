import CloudFormation
import SpecReading
import YAMLTree

/// The transforms of AWS (source: CloudFormation's transform reference; AWS::SecretsManager has two versions).
enum TransformNames {
  static let languageExtensions = "AWS::LanguageExtensions"
  static let all = [
    "AWS::CodeDeployBlueGreen", "AWS::Include", languageExtensions, "AWS::SecretsManager-2020-07-23",
    "AWS::SecretsManager-2024-09-16", "AWS::Serverless-2016-10-31", "AWS::ServiceCatalog",
  ]
  /// Those that are only evaluated for the whole template.
  static let ofTemplate: Set = ["AWS::CodeDeployBlueGreen", languageExtensions, "AWS::Serverless-2016-10-31"]

  /// Whether a name is that of the language extensions, or a misspelling, which is reported by itself.
  static func isLanguageExtensions(_ name: String) -> Bool {
    name == languageExtensions
      || help(for: name) != nil && Suggestion.nearest(to: name, among: all) == languageExtensions
  }

  /// The name of AWS's transform that a name has without `AWS::`, or with another prefix; all others as they are. An author's
  /// macro may be called `Include`.
  static func known(_ name: String) -> String {
    let word = name.parts(separatedBy: "::").last.map(String.init) ?? name
    return name == "Include" ? name : all.first { $0.hasSuffix("::" + word) } ?? name
  }

  /// The help for an empty name, one with AWS's prefix that AWS does not have, or a name of AWS with another prefix; nil for
  /// other names, which are those of the author's macros.
  static func help(for name: String) -> String? {
    if name.isEmpty { return "write the name of a macro, or remove it" }
    let known = known(name)
    if known != name { return "write `\(known)`" }
    guard name.prefix(5).uppercased() == "AWS::", !all.contains(name) else { return nil }
    return Suggestion.help(for: name, among: all, or: "AWS has " + Suggestion.list(all))
  }
}

extension SectionEntries {
  /// The names of the template's transforms, and their order.
  func checkNames(ofTransforms items: [Piece]) {
    var hasServerless = false
    for item in items {
      guard let name = item.value.text ?? item.value.object?["Name"]?.text else { continue }
      if let help = TransformNames.help(for: name) {
        report(.sectionEntry, at: tree.mark(item.node), "there is no transform \(Reader.quoted(name))", help: help)
      }
      if name == TransformNames.languageExtensions, hasServerless {
        report(
          .sectionEntry, at: tree.mark(item.node), "`\(name)` must come before the transform of SAM",
          help: "write `transform: [\(name), AWS::Serverless-2016-10-31]`")
      }
      hasServerless = hasServerless || name.hasPrefix("AWS::Serverless")
    }
  }
}

extension RawValues {
  /// `Fn::Transform` somewhere in the template.
  func check(transform arguments: Value, at node: Node) {
    if arguments.isFunction || arguments == .null { return }
    guard let object = arguments.object, let value = object["Name"] else {
      return report(
        .functionArgument, at: node, "`Fn::Transform` needs `Name`", help: "write `{Name: MACRO, Parameters: {…}}`")
    }
    guard let name = value.text else { return }
    if let help = TransformNames.help(for: name) {
      report(.functionArgument, at: node, "there is no transform \(Reader.quoted(name))", help: help)
    } else if TransformNames.ofTemplate.contains(name) {
      report(
        .functionArgument, at: node, "`\(name)` is a transform of the whole template",
        help: "write `transform: \(name)`")
    } else if name == "AWS::Include", object["Parameters"]?.object?["Location"] == nil,
      !(object["Parameters"]?.isFunction ?? false)
    {
      report(
        .functionArgument, at: node, "`AWS::Include` needs `Location`",
        help: "write `Parameters: {Location: s3://BUCKET/KEY}`")
    }
  }
}
