import CloudFormation
import SpecReading
import TextSearch

extension Model {
  /// The ARNs that a value may be and of which only parts are known, with `${}` for the others.
  func openArns(of value: Value) -> [Arn] {
    // Nothing is known of what a reference gives.
    guard value.isFunction, case .object = value else { return [] }
    return openTexts(of: value).filter { $0.text == nil && $0.sketch.hasPrefix("arn:") }
      .map { Arn($0.sketch, isDivided: $0.isWithoutColons) }
  }

  /// The first of those of a field of the language that is a wrong one.
  func openArn(_ given: Given<String>, where isWrong: (Arn) -> Bool) -> Arn? {
    guard case .intrinsic(let node) = given.content else { return nil }
    return openArns(of: spec.values.value(node)).first(where: isWrong)
  }
}

extension Model.Property {
  /// The service of the ARN that it is, as far as that is known; nil where it may be another text, or ARNs of two services.
  var service: String? {
    let texts = text.map { [$0] } ?? openTexts.map(\.sketch)
    let services = Set(texts.map { $0.hasPrefix("arn:") ? Arn($0).service : "" })
    return services.count == 1 ? services.first : nil
  }

  /// Each value that may be an ARN of which only parts are known: the branch of an `Fn::If`, or itself.
  var openArns: [(property: Model.Property, arn: Arn)] {
    guard value.isFunction, case .object = value else { return [] }
    return branches.flatMap { branch in resource.model.openArns(of: branch.value).map { (branch, $0) } }
  }
}

extension Arn {
  /// Whether it may be one of a service whose resource begins with one of these words, as far as its parts are known.
  func mayBe(_ service: String, _ beginnings: String...) -> Bool {
    if self.service.mentions("${") { return !isDivided }
    guard self.service == service else { return false }
    guard let open = resource.firstRange(of: "${")?.lowerBound else {
      // An unknown part may have colons.
      return resource.isEmpty && !isDivided || beginnings.contains { resource.hasPrefix($0) }
    }
    let known = resource[..<open]
    return beginnings.contains { resource.hasPrefix($0) || $0.hasPrefix(known) }
  }
}
