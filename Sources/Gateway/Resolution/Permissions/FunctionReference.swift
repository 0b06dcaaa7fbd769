import CloudFormation
import SpecReading
import YAMLTree

/// A function as texts name it: which one, and which alias or version of it.
struct FunctionReference: Hashable {
  /// The logical id of one that the template makes, or the name of one that exists.
  let function: String
  /// Empty for the function itself.
  let qualifier: String
}

/// The functions that the template makes, and how texts name them.
struct FunctionTable {
  /// The types of functions, and of what is called in their place.
  static let functionTypes = ["AWS::Lambda::Function", "AWS::Serverless::Function"]
  static let partTypes = ["AWS::Lambda::Alias", "AWS::Lambda::Version"]

  private var qualifiers: [String: FunctionReference] = [:]
  private var names: [String: String] = [:]
  /// Where each is written, by its logical id.
  private(set) var marks: [String: Mark] = [:]

  init(_ spec: ResolvedSpec) {
    for own in spec.createdFunctions {
      let id = spec.names.id(.function(own.element.name))
      add(id, name: own.function.name?.literal, own.element.mark)
      guard let alias = own.function.alias else { continue }
      let part = spec.names.id(.functionAlias(own.element.name))
      qualifiers[part] = FunctionReference(function: id, qualifier: alias.literal ?? part)
    }
    for type in FunctionTable.functionTypes {
      for function in spec.rawResources(type) {
        add(function.id, name: function["FunctionName"]?.text, function.mark)
      }
    }
    for type in FunctionTable.partTypes {
      for part in spec.rawResources(type) {
        guard let owner = part["FunctionName"].flatMap({ reference($0.value) }) else { continue }
        qualifiers[part.id] = FunctionReference(
          function: owner.function, qualifier: part["Name"]?.given?.literal ?? part.id)
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
    guard text.hasPrefix("${"), let end = text.firstIndex(of: "}") else {
      let parts = text.split(separator: ":", maxSplits: 1)
      guard let first = parts.first, !first.mentions("${"), !text.contains("*") else { return nil }
      let name = String(first)
      return FunctionReference(
        function: names[name] ?? "name:\(name)", qualifier: FunctionTable.qualifier(parts.dropFirst().first))
    }
    guard let (id, _) = SpelledReference.parts(of: text[...end]) else { return nil }
    let rest = text[text.index(after: end)...]
    if let qualified = qualifiers[id] { return rest.isEmpty ? qualified : nil }
    guard marks[id] != nil, rest.isEmpty || rest.hasPrefix(":") else { return nil }
    return FunctionReference(function: id, qualifier: FunctionTable.qualifier(rest.dropFirst()))
  }

  private static func qualifier(_ text: Substring?) -> String {
    guard let text, text != "$LATEST" else { return "" }
    // An alias by reference is called as the alias itself is.
    return SpelledReference.parts(of: text)?.id ?? String(text)
  }
}

extension ResolvedSpec {
  /// Whether a spelled text is a function that the template makes, and nothing around it.
  func isFunction(_ spelled: String) -> Bool {
    guard let (id, _) = SpelledReference.parts(of: spelled) else { return false }
    if let type = names.resourceTypes[id] {
      return (FunctionTable.functionTypes + FunctionTable.partTypes).contains(type)
    }
    return createdFunctions.contains { own in
      id == names.id(.function(own.element.name))
        || id == names.id(.functionAlias(own.element.name))
    }
  }
}
