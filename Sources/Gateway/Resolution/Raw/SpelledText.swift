import CloudFormation
import TextSearch

extension Value {
  /// A text with references in it as `Fn::Sub` writes them, `${Api}` or `${Api.ApiEndpoint}`, however functions put it
  /// together; `${}` is an unknown part, `${!name}` a literal `${name}`. Nil for a value that is not a text.
  var spelled: String? {
    switch self {
    case .string(let text), .number(let text): text.replacing("${", with: "${!")
    case .ref(let id): "${\(id)}"
    case .getAtt(let id, let attribute): "${\(id).\(attribute)}"
    case .object(let object): object.members.count == 1 ? spelled(object.members[0]) : nil
    case .bool, .null, .list: nil
    }
  }

  private func spelled(_ function: Object.Member) -> String? {
    switch (function.key, function.value) {
    case ("Fn::Sub", .string(let text)): text
    case ("Fn::Select", .list(let parts)) where parts.count == 2:
      Value.partOfEndpoint(parts[0], parts[1]) ?? Value.unknownPart
    default:
      textParts?.map { $0.spelled ?? Value.unknownPart }.joined()
        ?? (function.key.hasPrefix("Fn::") ? Value.unknownPart : nil)
    }
  }

  private static let unknownPart = "${}"

  /// The host of an API, as `!Select [2, !Split ["/", !GetAtt Api.ApiEndpoint]]` cuts it out.
  private static func partOfEndpoint(_ index: Value, _ split: Value) -> String? {
    guard let index = index.scalar.flatMap({ Int($0) }), case .list(let parts)? = split.object?["Fn::Split"],
      parts.count == 2, let delimiter = parts[0].text, let text = parts[1].spelled,
      let (id, attribute) = SpelledReference.parts(of: text), attribute == "ApiEndpoint",
      [("/", 2), ("//", 1)].contains(where: { $0 == (delimiter, index) })
    else { return nil }
    return "${\(id)}.execute-api.${AWS::Region}.${AWS::URLSuffix}"
  }
}

extension Value {
  /// Whether a stage variable is a part of a text, in plain text or as `${!stageVariables.NAME}` in `Fn::Sub`.
  var namesStageVariable: Bool {
    hasText { $0.mentions("${stageVariables.") || $0.mentions("${!stageVariables.") }
  }
}

/// A reference in a spelled text.
enum SpelledReference {
  /// The references in a text, with their places, and whether it has no unknown parts and no literal `${name}`. Only the
  /// references before the first of these are found.
  static func all<Text: StringProtocol>(
    in text: Text
  ) -> (found: [(id: String, attribute: String, place: Range<String.Index>)], isWhole: Bool)
  where Text.SubSequence == Substring {
    var found: [(id: String, attribute: String, place: Range<String.Index>)] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "${")?.lowerBound {
      guard let (id, attribute, after) = first(of: rest[start...]) else { return (found, false) }
      found.append((id, attribute, start..<after.startIndex))
      rest = after
    }
    return (found, true)
  }

  /// The logical ID and the attribute of a text that is a reference and nothing else.
  static func parts<Text: StringProtocol>(of text: Text) -> (id: String, attribute: String)?
  where Text.SubSequence == Substring {
    guard let (id, attribute, rest) = first(of: text), rest.isEmpty else { return nil }
    return (id, attribute)
  }

  /// The logical ID and the attribute of the reference that a text begins with, and what follows it.
  static func first<Text: StringProtocol>(of text: Text) -> (id: String, attribute: String, rest: Substring)?
  where Text.SubSequence == Substring {
    let bytes = text.utf8
    guard bytes.starts(with: "${".utf8), let end = bytes.firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let name = text[bytes.index(bytes.startIndex, offsetBy: 2)..<end].utf8
    let parts = name.split(separator: UInt8(ascii: "."), maxSplits: 1).map { String(Substring($0)) }
    guard let id = parts.first, id.utf8.first != UInt8(ascii: "!") else { return nil }
    return (id, parts.count == 2 ? parts[1] : "", text[bytes.index(after: end)...])
  }
}

extension SpecNames {
  /// A spelled text with the places of APIs, stages, domains and functions in it as authors write them: `${apis.store}`.
  func inPlaces(_ spelled: String) -> String {
    var text = spelled
    func replace(_ place: Place) {
      for end in ["}", "."] { text = text.replacing("${\(id(place))\(end)", with: "${\(place.path)\(end)") }
    }
    for api in spec.apis {
      replace(.api(api.name))
      for stage in api.value.stages ?? [] { replace(.stage(api.name, stage.name)) }
    }
    for domain in spec.domains { replace(.domain(domain.name)) }
    for function in spec.functions { replace(.function(function.name)) }
    return text
  }

  /// A logical ID as authors write it: `apis.store`.
  func place(ofId id: String) -> String { String(inPlaces("${\(id)}").dropFirst(2).dropLast()) }
}
