import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// A function as texts name it: which one, and which alias or version of it.
struct FunctionReference: Hashable {
  /// The logical ID of one of the template, or the name of one that exists.
  let function: String
  /// Empty for the function itself.
  let qualifier: String
}

/// The functions of the template, and how texts name them.
struct FunctionTable {
  /// The types of functions, and of their aliases and versions.
  static let functionTypes = ["AWS::Lambda::Function", "AWS::Serverless::Function"]
  static let partTypes = ["AWS::Lambda::Alias", "AWS::Lambda::Version"]
  /// Whether the resources of a type can be called: functions, and their aliases and versions.
  static func isCallable(_ type: String) -> Bool { functionTypes.contains(type) || partTypes.contains(type) }

  private var qualifiers: [String: FunctionReference] = [:]
  private var names: [String: String] = [:]
  /// The aliases under which SAM publishes functions, by their logical IDs.
  private var aliases: [String: String] = [:]
  /// Where each is written, by its logical ID.
  private(set) var marks: [String: Mark] = [:]

  init(_ model: Model) {
    for type in FunctionTable.functionTypes {
      for function in model.resources(type) {
        add(function.id, name: function["FunctionName"]?.text, function.mark)
        if type.hasPrefix(SamProperties.prefix), let alias = model.publishedAlias(of: function) {
          aliases[function.id] = FunctionTable.qualifier(alias.spelled.map { $0[...] } ?? "Alias")
        }
      }
    }
    for type in FunctionTable.partTypes {
      for part in model.resources(type) {
        guard let owner = part["FunctionName"].flatMap({ reference($0.value) }) else { continue }
        qualifiers[part.id] = FunctionReference(
          function: owner.function, qualifier: part["Name"]?.text ?? part.id)
      }
    }
  }

  private mutating func add(_ id: String, name: String?, _ mark: Mark) {
    marks[id] = mark
    if let name { names[name] = id }
  }

  /// The function that a value names: by its name or ARN, by the URI by which API Gateway calls it, or by reference.
  func reference(_ value: Value) -> FunctionReference? { value.spelled.flatMap(reference) }

  func reference(_ spelled: String) -> FunctionReference? {
    var text = spelled[...]
    if let start = text.firstRange(of: "/functions/"), let end = text.firstRange(of: "/invocations") {
      guard start.upperBound <= end.lowerBound else { return nil }
      text = text[start.upperBound..<end.lowerBound]
    }
    if let prefix = text.firstRange(of: ":function:") { text = text[prefix.upperBound...] }
    if text.isEmpty || text.mentions("${}") || text.mentions("${!") { return nil }
    guard let (id, attribute, rest) = SpelledReference.first(of: text) else {
      let parts = text.split(separator: ":", maxSplits: 1)
      guard let first = parts.first, !first.mentions("${"), !text.contains("*") else { return nil }
      let name = String(first)
      return FunctionReference(
        function: names[name] ?? "name:\(name)", qualifier: FunctionTable.qualifier(parts.dropFirst().first))
    }
    if let qualified = qualifiers[id] { return rest.isEmpty ? qualified : nil }
    guard marks[id] != nil, rest.isEmpty || rest.hasPrefix(":") else { return nil }
    if let alias = aliases[id], rest.isEmpty, attribute != "Arn", !attribute.isEmpty {
      return FunctionReference(function: id, qualifier: attribute.hasPrefix("Alias") ? alias : attribute)
    }
    return FunctionReference(function: id, qualifier: FunctionTable.qualifier(rest.dropFirst()))
  }

  private static func qualifier(_ text: Substring?) -> String {
    guard let text, text != "$LATEST" else { return "" }
    // An alias by reference is called as the alias itself is.
    return SpelledReference.parts(of: text)?.id ?? String(text)
  }
}

extension Model {
  /// Whether a spelled text is a function of the template, and nothing else.
  func isFunction(_ spelled: String) -> Bool {
    guard let (id, _) = SpelledReference.parts(of: spelled), let type = resource(id)?.type else { return false }
    return FunctionTable.isCallable(type)
  }
}

extension Model.Resource {
  /// Whether it is a function, also one of SAM.
  var isFunction: Bool { FunctionTable.functionTypes.contains(type) }
}
