import CloudFormation
import SpecReading

/// Literals as arguments of functions.
extension IntrinsicFunction.Text {
  /// Whether a literal has this form.
  func isValid(_ text: String) -> Bool {
    switch self {
    case .separator: return !text.isEmpty
    case .block: return CidrBlock.isBlock(text)
    case .region:
      let words = text.split(separator: "-", omittingEmptySubsequences: false)
      return text.isEmpty
        || words.count > 2 && words.allSatisfy { !$0.isEmpty } && words.last?.utf8.count == 1
          && text.isMade(ofLettersDigitsAnd: "-")
    }
  }

  /// The form in words.
  var words: String {
    switch self {
    case .separator: "at least one character"
    case .block: "a CIDR block such as `10.0.0.0/16`"
    case .region: "a region such as `eu-west-1`, or `\"\"`"
    }
  }
}

extension Value {
  /// Whether it is a list or a mapping from which everything may be removed.
  var mayBeEmpty: Bool {
    switch self {
    case .list(let items): items.allSatisfy(\.mayBeRemoved)
    case .object(let object): object.members.allSatisfy(\.value.mayBeRemoved)
    default: false
    }
  }

  private var mayBeRemoved: Bool {
    isNothing || choice.map { $0.first.isNothing || $0.second.isNothing } ?? false
  }
}
