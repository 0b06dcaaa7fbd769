import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A function that cannot be called under this ARN.
  static let functionArn = Rule(
    id: "INT033",
    severity: .error,
    summary: "integration URI is not the ARN of a Lambda function",
    why: """
      An integration calls a Lambda function, an alias or a version by its own ARN. API Gateway rejects other ARNs, and an
      integration of type `AWS_PROXY` without a URI.
      """,
    source: "CloudFormation's page of AWS::ApiGatewayV2::Integration (IntegrationUri)",
    example: """
      apis:
        store:
          routes:
            GET /books: {lambda: "⟦arn:aws:lambda:eu-west-1:111122223333:⟪→ function:⟫books⟧"}
      """,
    check: { model, report in
      for function in model.names.importedFunctions {
        if let function, model.openArn(function, where: { !$0.mayBe("lambda", "function:") }) != nil {
          report.report(at: function.mark, Arn.notAFunction, help: "write `\(Arn.functionForm)`")
        }
        guard let function, let text = function.literal, text.hasPrefix("arn:"),
          let flaw = Arn(text).flawAsFunction(text)
        else { continue }
        report.report(flaw, at: function.mark(of: text.startIndex..<text.endIndex))
      }
      for integration in model.apis.integrations
      where integration.type == "AWS_PROXY" && integration.isPrivate == false
        && integration["IntegrationSubtype"] == nil
      {
        let word = integration.resource.words("IntegrationUri")
        if let uri = integration["IntegrationUri"] {
          guard let flaw = integration.flaw(ofFunction: uri) else { continue }
          report.report(flaw, at: uri.textMark)
        } else if integration.resource.lacks("IntegrationUri") {
          report.report(
            at: integration.mark, "an `AWS_PROXY` integration needs `\(word)`",
            help: "write the ARN of a function as `\(word)`, or an action as "
              + "`\(integration.resource.words("IntegrationSubtype"))`")
        }
      }
    })
}

extension Model.Integration {
  /// The service whose action its URI calls, if it is not Lambda.
  var calledService: String? { self["IntegrationUri"]?.value.spelled.flatMap(FunctionUri.otherService) }

  /// How an HTTP API calls an action of a service.
  func actionWords(of service: String) -> String {
    let action = Services.current.subtypes.first { $0.action.hasPrefix(service + ":") }?.name ?? "SQS-SendMessage"
    return "an action, such as `\(action)`, as `\(resource.words("IntegrationSubtype"))`"
  }

  /// The message and the help for a URI that is not a function's.
  fileprivate func flaw(ofFunction uri: Model.Property) -> Flaw? {
    if let (id, attribute) = uri.value.spelled.flatMap({ SpelledReference.parts(of: $0) }), attribute.isEmpty,
      uri.value.object != nil, resource.model.resource(id)?.isFunction ?? false
    {
      return ("`${\(id)}` is the name of a function, not its ARN", "write `!GetAtt \(id).Arn`")
    }
    if !uri.isRaw, case .lambda(let target) = target {
      // An imported function is checked where it is imported.
      if let text = target.name.literal { return text.hasPrefix("arn:") ? Arn(text).flawAsFunction(text) : nil }
      if uri.openArns.contains(where: { !$1.mayBe("lambda", "function:") }) {
        return (Arn.notAFunction, "write `\(Arn.functionForm)`")
      }
      return uri.texts.lazy.filter { $0.hasPrefix("arn:") }.compactMap { Arn($0).flawAsFunction($0) }.first
    }
    if case .ref(let id) = uri.value, let found = resource.model.resource(id), found.isFunction {
      return ("`!Ref` gives the name of a function, not its ARN", "write `!GetAtt \(id).Arn`")
    }
    if resource.source == .quickCreate, isListener {
      return (
        "an API with `Target` cannot have a VPC link",
        "write an `AWS::ApiGatewayV2::Integration` with `ConnectionType: VPC_LINK`, and a route to it"
      )
    }
    if let flaw = flaw(ofOther: uri) { return flaw }
    if let service = calledService {
      return (
        "this URI calls \(Reader.quoted(service)), not a function",
        isWebSocket == true
          ? "write `AWS` as `\(resource.words("IntegrationType"))`" : "replace it by \(actionWords(of: service))"
      )
    }
    if let spelled = uri.value.spelled, let flaw = resource.model.flaw(ofFunctionUri: spelled) { return flaw }
    if uri.openArns.contains(where: { !$1.mayBe("lambda", "function:") && !$1.mayBe("apigateway", "path/") }) {
      return (Arn.notAFunction, "write `\(Arn.functionForm)`")
    }
    guard let text = self.uri, !text.hasPrefix("$"), !text.hasPrefix("{") else { return nil }
    guard text.hasPrefix("arn:") else {
      if resource.model.names.index(text, in: "functions") != nil {
        return ("AWS does not know names of the spec", "write `!GetAtt functions.\(text).Arn`")
      }
      return ("\(Reader.quoted(text)) is not the ARN of a function", "write `\(Arn.functionForm)`")
    }
    guard let whole = uri.text else { return nil }
    let arn = FunctionUri.function(in: whole) ?? whole
    return arn.hasPrefix("arn:") && !arn.contains("$") ? Arn(arn).flawAsFunction(arn) : nil
  }

  /// The message and the help for a reference to a resource that is not of Lambda, also within the URI of a call; a resource of
  /// CloudFormation may have the ARN of a function.
  private func flaw(ofOther uri: Model.Property) -> Flaw? {
    let id: String
    switch uri.value {
    case .ref(let name), .getAtt(let name, "Arn"): id = name
    default:
      guard let function = uri.value.spelled.flatMap(FunctionUri.function),
        let parts = SpelledReference.parts(of: function), parts.attribute == "Arn"
      else { return nil }
      id = parts.id
    }
    guard let type = resource.model.resource(id)?.type, type.hasPrefix("AWS::"), type != "AWS::Serverless::Function",
      !["AWS::Lambda::", "AWS::CloudFormation::"].contains(where: type.hasPrefix), !type.hasSuffix("::MODULE")
    else { return nil }
    return ("`\(id)` is of type `\(type)`, not a function", "write `!GetAtt FUNCTION.Arn`")
  }
}

extension Model.Property {
  /// Where its text is written, without quotes.
  fileprivate var textMark: Mark { text.map { mark(of: $0.startIndex..<$0.endIndex) } ?? mark }
}

extension Arn {
  fileprivate static let notAFunction = "this is not the ARN of a function"
  /// The form of a function's ARN.
  static let functionForm = "arn:aws:lambda:REGION:ACCOUNT:function:NAME"

  /// The message and the help for the qualifier of the unpublished version.
  static let flawOfLatest = (
    message: "Lambda rejects a permission for a function with `:$LATEST`",
    help: "remove `:$LATEST`: without it the same code is called" as String?
  )

  /// The message and the help for an ARN that is not a function's.
  func flawAsFunction(_ text: String) -> Flaw? {
    // `function:NAME` or `function:NAME:QUALIFIER`
    guard service == "lambda", resource.hasPrefix("function:"), resource.utf8.count > "function:".utf8.count,
      resource.utf8.count(where: { $0 == UInt8(ascii: ":") }) <= 2
    else {
      if let function = FunctionUri.function(in: text) {
        return ("this is the URI that invokes a function, not the function's ARN", "write `\(function)`")
      }
      return ("\(Reader.quoted(text)) is not the ARN of a function", "write `\(Arn.functionForm)`")
    }
    if resource.hasSuffix(":$LATEST") { return Arn.flawOfLatest }
    return Arn.flawOfParts(in: text)
  }
}

extension Model {
  /// The message and the help for a URI that does not call a function.
  func flaw(ofFunctionUri text: String) -> Flaw? {
    if let name = functionName(inUri: text) {
      return ("`${\(name)}` is the name of the function, not its ARN", "write `${\(name).Arn}`")
    }
    if let function = FunctionUri.function(in: text), !function.isEmpty, !function.hasPrefix("arn:"),
      !function.mentions("$")
    {
      return ("\(Reader.quoted(function)) is the name of a function, not its ARN", "write `\(Arn.functionForm)`")
    }
    if text.mentions(":apigateway:lambda:path/") {
      return ("the region is missing", "write `:apigateway:${AWS::Region}:lambda:path/…` in `!Sub`")
    }
    if text.hasPrefix("arn:"), text.mentions(":lambda:path/"), !text.mentions(":apigateway:"), !text.mentions("${}") {
      return (
        "the service of this URI is not `apigateway`", "write `:apigateway:${AWS::Region}:lambda:path/…` in `!Sub`"
      )
    }
    if let flaw = FunctionUri.flawOfVersion(in: text) { return flaw }
    if isUnfinishedUri(text) {
      return ("this is not the URI by which API Gateway calls a function", "end it in `/functions/ARN/invocations`")
    }
    return nil
  }
}
