/// A node's tag (`!Ref`).
public enum Tag: Hashable, Sendable {
  /// The node has no tag.
  case none
  /// One of YAML's own (`!!str`, or a bare `!`), which are ignored.
  case core
  /// One of CloudFormation's short forms.
  case short(ShortTag)
  /// Any other tag, as written (`!Foo`).
  case unknown(String)
}

/// The short forms of CloudFormation's functions.
public enum ShortTag: UInt8, CaseIterable, Hashable, Sendable {
  case ref, getAtt, sub, join, select, split, importValue, findInMap
  case `if`, and, or, not, equals, condition
  case base64, cidr, getAZs, transform, length, toJsonString, getStackOutput
  case contains, eachMemberEquals, eachMemberIn, refAll, valueOf, valueOfAll

  /// The key of the long form: `Ref`, `Condition`, `Fn::GetAtt`.
  public var functionName: String {
    (hasPrefix ? "Fn::" : "") + name.description
  }

  /// Whether the key of the long form begins with `Fn::`.
  var hasPrefix: Bool { self != .ref && self != .condition }

  /// The key of the long form for one without its `Fn::`, as in `{Sub: …}`, or in other letters, as in `{fn::sub: …}`;
  /// nil for another text.
  public static func functionName(withoutPrefix text: String) -> String? {
    let plain = text.lowercased()
    if plain == "ref", text != "Ref" { return "Ref" }
    let isLong = plain.hasPrefix("fn:")
    let name = plain.drop { $0 != ":" }.drop { $0 == ":" }
    return allCases.lazy.map(\.functionName).first { function in
      function.hasPrefix("Fn::")
        && (function.dropFirst(4) == text || isLong && function != text && function.dropFirst(4).lowercased() == name)
    }
  }

  /// The short form: `!GetAtt`.
  public var spelling: String { "!" + name.description }

  /// The name after the exclamation mark.
  var name: StaticString {
    switch self {
    case .ref: "Ref"
    case .getAtt: "GetAtt"
    case .sub: "Sub"
    case .join: "Join"
    case .select: "Select"
    case .split: "Split"
    case .importValue: "ImportValue"
    case .findInMap: "FindInMap"
    case .if: "If"
    case .and: "And"
    case .or: "Or"
    case .not: "Not"
    case .equals: "Equals"
    case .condition: "Condition"
    case .base64: "Base64"
    case .cidr: "Cidr"
    case .getAZs: "GetAZs"
    case .transform: "Transform"
    case .length: "Length"
    case .toJsonString: "ToJsonString"
    case .getStackOutput: "GetStackOutput"
    case .contains: "Contains"
    case .eachMemberEquals: "EachMemberEquals"
    case .eachMemberIn: "EachMemberIn"
    case .refAll: "RefAll"
    case .valueOf: "ValueOf"
    case .valueOfAll: "ValueOfAll"
    }
  }

  /// The short form with this name, compared without making a `String`.
  init?(name: UnsafeBufferPointer<UInt8>) {
    for candidate in ShortTag.allCases where candidate.name.hasUTF8(name) {
      self = candidate
      return
    }
    return nil
  }
}

extension StaticString {
  /// Whether the text equals these bytes.
  @inline(__always)
  func hasUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    isSame(UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount), bytes)
  }
}
