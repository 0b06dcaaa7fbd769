import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

/// A permission for API Gateway to call a function.
struct CallPermission {
  let resource: Model.Resource
  /// Nil where it is not known.
  let function: FunctionReference?
  /// Nil where every source is allowed, or where it is not known.
  let source: CallSource?

  init?(_ resource: Model.Resource, _ functions: FunctionTable) {
    if let principal = resource["Principal"]?.text, principal != Permission.principal, principal != "*" {
      return nil
    }
    self.resource = resource
    function = resource["FunctionName"].flatMap { functions.reference($0.value) }
    source = resource["SourceArn"].flatMap { CallSource($0) }
  }

  /// Whether it may allow a call, as far as its source is known.
  func allows(_ call: FunctionCall) -> Bool {
    guard let source else { return true }
    // No ID of an authorizer has a `$`, as in `*/$connect`.
    if call.isAuthorizer, source.calls.contains("$") { return false }
    guard source.api == call.api, WildcardText.overlap(call: call.pattern, allowed: source.calls) else { return false }
    let rest = call.pattern.dropFirst()
    return call.stages.isEmpty
      || call.stages.contains { WildcardText.overlap(call: $0 + rest, allowed: source.calls) }
  }
}

/// The ARN of an API's calls.
struct CallSource {
  /// The ARN; what functions give is spelled.
  let arn: Arn
  /// The API, as `ApiId` names it; nil where it is not known.
  let api: Value?
  /// The rest: `*/GET/books`.
  let calls: String
  /// Whether the API is given by its URL, not its ID.
  let isUrl: Bool

  /// Whether its service is that of calls, or may be.
  var isOfExecuteApi: Bool { arn.service == "execute-api" || arn.service.contains("*") || arn.service.contains("$") }

  /// Nil where it is not known, or not an ARN.
  init?(_ property: Model.Property) {
    guard var text = property.value.spelled else { return nil }
    if text.hasPrefix("${"), let end = text.firstRange(of: ".ExecuteApiArn}") {
      text = "arn:${}:execute-api:${}:${}:\(text[..<end.lowerBound])}\(text[end.upperBound...])"
    }
    arn = Arn(text)
    guard text.hasPrefix("arn:"), !arn.account.isEmpty || !arn.resource.isEmpty else { return nil }
    let resource = arn.resource.replacing(".ApiId}", with: "}")
    let end = resource.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") } ?? resource.endIndex
    let id = resource[..<end]
    isUrl = id.hasSuffix(".ApiEndpoint}")
    api = SpelledReference.parts(of: id).map { .ref($0.id) } ?? (id.contains("$") ? nil : .string(String(id)))
    calls = resource[end...].drop { $0 == "/" }.replacing("${!", with: "${").replacingSubstitutions { _ in "*" }
  }
}

extension Model {
  /// The start of the ARNs of an API's calls, for help; `API_ID` is in the place of one that is not known.
  static func startOfCalls(of api: Api?) -> String {
    let name = api.flatMap { api in api.resource.map { $0.isRaw ? $0.id : "apis.\(api.name)" } }
    return "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:" + (name.map { "${\($0)}" } ?? "API_ID")
  }
}
