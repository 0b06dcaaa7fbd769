import TextSearch

/// The parts of the URI by which API Gateway calls a function.
enum FunctionUri {
  /// The function in a URI; nil where the text is not such a URI.
  static func function(in text: String) -> String? {
    guard let start = text.firstRange(of: "/functions/"), let end = text.ranges(of: "/invocations").last,
      start.upperBound <= end.lowerBound
    else { return nil }
    return String(text[start.upperBound..<end.lowerBound])
  }

  /// Whether an ARN is that of a function, an alias or a version.
  static func isFunctionArn(_ text: String) -> Bool {
    // An unknown part may be all of it.
    if text.mentions("${}") { return true }
    let arn = Arn(text)
    return arn.service == "lambda" && arn.resource.hasPrefix("function:")
  }

  /// Whether a text is a function or its ARN, without the URI around it.
  static func isBare(_ text: String, _ model: Model) -> Bool {
    text.hasPrefix("arn:")
      ? !text.mentions("/functions/") && !text.mentions("${}")
      : model.isFunction(text)
  }
}

extension Model {
  /// The function whose name a URI of its call contains, in place of its ARN.
  func functionName(inUri text: String) -> String? {
    guard let function = FunctionUri.function(in: text), let (id, attribute) = SpelledReference.parts(of: function),
      attribute.isEmpty, let type = resource(id)?.type,
      type == "AWS::Lambda::Function" || type == "AWS::Serverless::Function"
    else { return nil }
    return String(names.inPlaces(function).dropFirst(2).dropLast())
  }

  /// Whether a text is the start of a URI that calls a function, without the end.
  func isUnfinishedUri(_ text: String) -> Bool {
    text.mentions(":lambda:path/") && !text.mentions("${}") && FunctionUri.function(in: text) == nil
  }
}
