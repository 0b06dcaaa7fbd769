import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Model {
  /// The message and the help for a `Ref` or `Fn::GetAtt` that does not give what AWS takes for a kind of element; nil
  /// where it does, or where that is not known. `name` is the resource as the author wrote it.
  func flaw(of reference: Value, as kind: Kind, called name: String? = nil) -> Flaw? {
    guard let (id, attribute) = reference.oneReference, let resource = resource(id),
      resource.type != ResourceType.stack.name,
      let type = ResourceType.named(resource.type), let ref = type.ref
    else { return nil }
    // An attribute that does not exist is reported by itself.
    if let attribute, type.hasAttribute(attribute) == false { return nil }
    let name = name ?? id
    let givesArn = attribute?.hasSuffix("Arn") ?? ref.isArn
    guard let expected = kind.resourceTypes[type.name] else {
      // Other resources may have such an attribute, such as the ID of their VPC.
      if attribute != nil, !(kind.hasArn && givesArn) { return nil }
      let types = kind.resourceTypes.keys.sorted()
      return (
        "`\(name)` is of type `\(type.name)`, not \(kind.article)",
        types.count == 1 ? "refer to a resource of type `\(types[0])`" : nil
      )
    }
    if givesArn == kind.hasArn { return nil }
    let (given, wanted) = (attribute.map { "`\($0)`" } ?? ref.noun, kind.hasArn ? "ARN" : "ID")
    if !kind.hasArn, attribute == nil { return nil }
    return (
      "`\(attribute == nil ? "!Ref" : "!GetAtt")` gives the \(given) of \(kind.article), not its \(wanted)",
      expected.map { "write `!GetAtt \(name).\($0)`" } ?? "write `!Ref \(name)`"
    )
  }

  /// The message and the help for a text that is not the ARN or ID of a kind of element; nil where that cannot be seen.
  func flaw(ofLiteral text: String, as kind: Kind) -> Flaw? {
    if kind == .hostedZone { return Model.flaw(ofZone: text) }
    guard let start = (["arn:"] + Model.idPrefixes).first(where: kind.isLiteral), !text.contains("{") else {
      return nil
    }
    let isList = !kind.hasArn && text.contains(",")
    guard isList || !text.hasPrefix(start) else { return Model.flaw(ofDigitsIn: text) }
    let help =
      isList
      ? "write a list: `[\(text)]`"
      : !kind.hasArn && text.hasPrefix("arn:") && (text.parts(separatedBy: "/").last?.hasPrefix(start) ?? false)
        ? "write `\(text.parts(separatedBy: "/").last ?? "")`"
        : kind == .function && text.hasPrefix("http")
          ? "write `http: …` for a URL" : wordsOfOther(text, kind) ?? "it begins with `\(start)`"
    return ("\(Reader.quoted(text)) is not the \(kind.hasArn ? "ARN" : "ID") of \(kind.article)", help)
  }

  private static let idPrefixes = ["vpc-", "sg-", "subnet-"]

  /// The message and the help for an ID whose digits cannot be those of AWS. Short ones are placeholders of an author.
  static func flaw(ofDigitsIn id: String) -> Flaw? {
    guard let start = idPrefixes.first(where: id.hasPrefix) else { return nil }
    let digits = id.utf8.dropFirst(start.utf8.count)
    if digits.count < 12
      ? id.isMade(ofLettersDigitsAnd: "-")
      : digits.count == 17 && digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit })
    {
      return nil
    }
    return (
      "\(Reader.quoted(id)) is not a valid ID",
      "after `\(start)` it has 17 digits from 0 to 9 and a to f, old ones have 8"
    )
  }

  /// The message and the help for a text that cannot be the ID of a hosted zone.
  private static func flaw(ofZone text: String) -> Flaw? {
    let id = text.hasPrefix("/hostedzone/") ? text.dropFirst("/hostedzone/".count) : text[...]
    if text.contains("{") || Kind.hostedZone.isLiteral("\(id)") { return nil }
    return (
      "\(Reader.quoted(text)) is not the ID of a hosted zone",
      text.contains(".") && !text.contains("/") ? "write `HostedZoneName: \(text).`" : "it begins with `Z`"
    )
  }

  /// How to refer to a resource with this logical ID.
  private func wordsOfOther(_ text: String, _ kind: Kind) -> String? {
    guard let type = resource(text)?.type, let attribute = kind.resourceTypes[type] else { return nil }
    return attribute.map { "write `!GetAtt \(text).\($0)`" } ?? "write `!Ref \(text)`"
  }

  /// The message and the help for a text where any ARN is due, if it is none.
  func flaw(ofArnText text: String) -> Flaw? {
    if text.hasPrefix("arn:") || text.contains("{") { return Arn.flawOfParts(in: text) }
    return ("\(Reader.quoted(text)) is not an ARN", "it begins with `arn:`")
  }

  /// The message and the help for a `Ref` of a resource where any ARN is due, if it gives something else.
  func flaw(ofArn reference: Property) -> Flaw? {
    guard let (id, attribute) = reference.value.oneReference, let resource = resource(id),
      let type = ResourceType.named(resource.type), let ref = type.ref
    else { return nil }
    let name = reference.writtenTarget ?? id
    let hasArn = type.attributeNames?.contains("Arn") ?? false
    if let attribute {
      guard hasArn || ref.isArn, ["Name", "Url"].contains(where: attribute.hasSuffix),
        type.hasAttribute(attribute) == true
      else { return nil }
      return (
        "this is the `\(attribute)` of `\(name)`, not its ARN",
        "write `\(ref.isArn ? "!Ref \(name)" : "!GetAtt \(name).Arn")`"
      )
    }
    if ref.isArn || !hasArn { return nil }
    // Functions read the stream of a table.
    let isStream =
      ["EventSourceArn", "Stream"].contains(reference.name) && type.attributeNames?.contains("StreamArn") ?? false
    return (
      "`!Ref` gives the \(ref.noun) of `\(name)`, not \(isStream ? "the ARN of its stream" : "its ARN")",
      "write `!GetAtt \(name).\(isStream ? "StreamArn" : "Arn")`"
    )
  }

  /// The message and the help for a text that begins with a `Ref` of a resource where any ARN is due, if it gives something
  /// else.
  func flaw(ofArnBeginning text: Property) -> Flaw? {
    guard let spelled = text.value.spelled, let id = Self.reference(beginning: spelled), let resource = resource(id),
      let type = ResourceType.named(resource.type), let ref = type.ref, !ref.isArn,
      type.attributeNames?.contains("Arn") ?? false
    else { return nil }
    let name = text.origin.valueNode.flatMap { Self.reference(beginning: text.resource.tree.string($0)) } ?? id
    return ("`${\(name)}` is the \(ref.noun) of `\(name)`, not its ARN", "write `${\(name).Arn}`")
  }

  /// The name of `${NAME}` before other text.
  private static func reference(beginning text: String) -> String? {
    guard text.hasPrefix("${"), let end = text.firstIndex(of: "}"), text[end...].count > 1 else { return nil }
    return String(text[..<end].dropFirst(2))
  }
}

extension Model.Property {
  /// The target of its `Ref` or `Fn::GetAtt` as the author wrote it: a logical ID or a place.
  var writtenTarget: String? { origin.valueNode.flatMap { resource.tree.writtenTarget(of: value, at: $0) } }
}

extension Tree {
  /// The target of a `Ref` or `Fn::GetAtt` as it is written in a node.
  func writtenTarget(of reference: Value, at node: Node) -> String? {
    var node = node
    if kind(node) == .mapping, let entry = firstEntry(node) { node = entry.value }
    guard kind(node) == .scalar else { return nil }
    let text = string(node)
    guard case .getAtt(_, let attribute) = reference else { return text }
    return text.hasSuffix(".\(attribute)") ? String(text.dropLast(attribute.count + 1)) : nil
  }
}

extension Value {
  /// The resource and the attribute, if the whole value is a `Ref` or a `Fn::GetAtt`.
  fileprivate var oneReference: (id: String, attribute: String?)? {
    switch self {
    case .ref(let id): (id, nil)
    case .getAtt(let id, let attribute): (id, attribute)
    default: nil
    }
  }
}

extension ResourceType.Ref {
  var isArn: Bool { if case .arn = self { true } else { false } }
}
