import CloudFormation
import SpecReading
import TextSearch

extension Model {
  /// The ARNs that a value may be and of which only parts are known, with `${}` for the others.
  func openArns(of value: Value) -> [String] {
    // Nothing is known of what a reference gives.
    guard value.isFunction, case .object = value else { return [] }
    return openTexts(of: value).filter { $0.text == nil }.map(\.sketch).filter { $0.hasPrefix("arn:") }
  }

  /// The first of those of a field of the language that is a wrong one.
  func openArn(_ given: Given<String>, where isWrong: (Arn) -> Bool) -> Arn? {
    guard case .intrinsic(let node) = given.content else { return nil }
    return openArns(of: spec.values.value(node)).map { Arn($0) }.first(where: isWrong)
  }
}

extension Model.Property {
  /// Each value that may be an ARN of which only parts are known: the branch of an `Fn::If`, or itself.
  var openArns: [(property: Model.Property, arn: Arn)] {
    guard value.isFunction, case .object = value else { return [] }
    return branches.flatMap { branch in resource.model.openArns(of: branch.value).map { (branch, Arn($0)) } }
  }
}

extension Arn {
  /// Whether it may be one of a service whose resource begins with one of these words, as far as its parts are known.
  func mayBe(_ service: String, _ beginnings: String...) -> Bool {
    if self.service.mentions("${") { return true }
    guard self.service == service else { return false }
    guard let open = resource.firstRange(of: "${")?.lowerBound else {
      // An unknown part may have colons.
      return resource.isEmpty || beginnings.contains { resource.hasPrefix($0) }
    }
    let known = resource[..<open]
    return beginnings.contains { resource.hasPrefix($0) || $0.hasPrefix(known) }
  }
}
