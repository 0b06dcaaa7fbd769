import CloudFormation
import YAMLTree

/// The known values of a property.
extension Model.Property {
  /// Whether a function or a dynamic reference gives it, so that only CloudFormation knows it.
  var isFunction: Bool { value.isFunction || value.isDynamicReference }

  /// The value of a property, without functions.
  enum Form {
    case nothing, scalar, list, mapping
  }

  /// What it holds.
  var form: Form { value.form }

  /// Whether it is surely a list or a mapping, not a function that may give a text.
  var isCollection: Bool { !isFunction && (form == .list || form == .mapping) }

  /// Its text, a number's and a boolean's as well, if it is known.
  var text: String? { value.isDynamicReference ? nil : value.scalar }

  /// Its whole number, also where it is written in quotes, as CloudFormation reads it.
  var number: Int? { text.flatMap { Int($0) } }

  /// Whether it is true or false, also where it is written in quotes.
  var bool: Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// The logical ID that `Ref` or `Fn::GetAtt` names.
  var target: String? {
    switch value {
    case .ref(let id), .getAtt(let id, _): id
    default: nil
    }
  }

  /// The first logical ID that any function inside names.
  var reference: String? { value.firstReference { _ in true } }

  /// The texts that it may have, as far as they are known: its own, or those of the branches of an `Fn::If`, of the cells
  /// of a mapping, of the values that a parameter allows, or the parameter's default.
  var texts: [String] {
    if let known = value.known { return [known] }
    if let known = resource.model.alternatives(of: value) { return known.compactMap(\.known) }
    return resource.model.openTexts(of: value).compactMap(\.text)
  }

  /// Each of them with the value that has it: the branch of an `Fn::If`, or itself.
  var choices: [(property: Model.Property, text: String)] {
    if let known = value.known { return [(self, known)] }
    return branches.flatMap { branch in branch.texts.map { (branch, $0) } }
  }

  /// The whole numbers among them.
  var numbers: [Int] { texts.compactMap { Int($0) } }
}

extension String {
  /// The number that it is. Most numbers are whole ones, which are read faster.
  var decimal: Double? { Int(self).map(Double.init) ?? Double(self) }
}

extension Value {
  /// Whether YAML 1.1 reads it as an octal number if it is not in quotes: `010`.
  var mayBeOctal: Bool {
    guard let text else { return false }
    let digits = text.utf8.drop { $0 == UInt8(ascii: "-") }
    return digits.count > 1 && digits.first == UInt8(ascii: "0")
      && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
  }

  /// The boolean or number that YAML 1.1 reads if it is not in quotes: of `yes`, `0x1E`, `1_000`. Digits after a zero are
  /// rather an ID.
  var meaningInYAML11: String? {
    guard let text else { return nil }
    switch text {
    case "yes", "Yes", "YES", "on", "On", "ON": return "true"
    case "no", "No", "NO", "off", "Off", "OFF": return "false"
    default: break
    }
    guard let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return nil }
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).map(String.init) }
    if text.hasPrefix("0b") { return Int(text.dropFirst(2), radix: 2).map(String.init) }
    guard first != UInt8(ascii: "0"), text.utf8.contains(UInt8(ascii: "_")) else { return nil }
    return Int(text.split(separator: "_").joined()).map(String.init)
  }

  /// What it holds.
  var form: Model.Property.Form {
    switch self {
    case .null: .nothing
    case .list: .list
    case .object: .mapping
    default: .scalar
    }
  }

  /// The text, if it is known before the deployment.
  fileprivate var known: String? { isDynamicReference ? nil : scalar }
}
