import SpecReading
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

  /// The service in the URI of an action, if it is not Lambda.
  static func otherService(in text: String) -> String? {
    guard text.hasPrefix("arn:"), text.mentions(":apigateway:"),
      let end = (text.firstRange(of: ":path/") ?? text.firstRange(of: ":action/"))?.lowerBound,
      let start = text[..<end].lastIndex(of: ":")
    else { return nil }
    let service = String(text[text.index(after: start)..<end])
    return service == "lambda" || !service.isMade(ofLettersDigitsAnd: "-.") || service.isEmpty ? nil : service
  }

  /// The message and the help for the version of Lambda's API in a URI of a call, where it is another one than Lambda has.
  static func flawOfVersion(in text: String) -> Flaw? {
    guard let start = text.firstRange(of: ":lambda:path/")?.upperBound,
      let end = text[start...].firstRange(of: "/functions/")?.lowerBound
    else { return nil }
    let version = text[start..<end]
    // The older one is that of asynchronous calls, in API Gateway's documents of old.
    if version.contains("$") || ["2015-03-31", "2014-11-13"].contains(version) { return nil }
    return (
      "Lambda's API has no version \(Reader.quoted(String(version)))", "write `lambda:path/2015-03-31/functions/…`"
    )
  }

  /// The URI to write for a function, for help.
  static func written(_ function: String) -> String {
    "`!Sub \"arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/\(function)/invocations\"`"
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
      attribute.isEmpty, resource(id)?.isFunction == true
    else { return nil }
    return names.place(ofId: id)
  }

  /// Whether a text is the start of a URI that calls a function, without the end.
  func isUnfinishedUri(_ text: String) -> Bool {
    text.mentions(":lambda:path/") && !text.mentions("${}") && FunctionUri.function(in: text) == nil
  }
}
