import SpecReading
import TextSearch

extension Model.Integration {
  /// The message and the help for a URL that is only invalid once references or stage variables are replaced.
  func flaw(ofCompleted url: Model.Property) -> Flaw? {
    if let text = url.text {
      // Most URLs have no variable.
      guard text.utf8.contains(UInt8(ascii: "$")) else { return nil }
      return flaw(ofBareVariable: text) ?? flaw(ofStageVariables: text)
    }
    if !url.texts.isEmpty { return nil }
    return url.openTexts.lazy.compactMap(\.flawOfSchemes).first
  }

  /// A reference at the beginning of a URL that is the host, the ARN or the ID of a resource. Functions and what VPC links
  /// lead to have rules of their own.
  func flawOfReference() -> PlacedFlaw? {
    guard type == "HTTP_PROXY" || type == "HTTP", let url = self["IntegrationUri"],
      self["ConnectionType"].map({ $0.text == "INTERNET" }) ?? true
    else { return nil }
    let model = resource.model
    let spelled =
      switch url.value {
      case .ref(let id): "${\(id)}"
      case .getAtt(let id, let attribute): "${\(id).\(attribute)}"
      default: url.value.spelled ?? ""
      }
    guard let (id, attribute, _) = SpelledReference.first(of: spelled), let found = model.resource(id),
      let type = ResourceType.named(found.type),
      ![
        "AWS::Lambda::", "AWS::Serverless::Function", "AWS::ServiceDiscovery::Service",
        "AWS::ElasticLoadBalancingV2::Listener",
      ]
      .contains(where: type.name.hasPrefix)
    else { return nil }
    let word = model.names.inPlaces("${\(id)\(attribute.isEmpty ? "" : ".\(attribute)")}")
    if ["DNSName", "DomainName"].contains(where: attribute.hasSuffix) {
      return (
        url.mark, "`\(word)` is a host, not a URL",
        "write `!Sub \"http://\(model.names.inPlaces(spelled))\"`, or `https://`"
      )
    }
    switch type.ref {
    case .id(_)?, .arn(_)?, .name(_)?:
      guard attribute.isEmpty || attribute.hasSuffix("Arn") else { return nil }
      return (url.mark, "`\(word)` is not a URL", "write a URL that begins with `https://`")
    case .url(_)?, .address(_)?, nil: return nil
    }
  }

  /// Variables in URLs are written in braces.
  private func flaw(ofBareVariable text: String) -> Flaw? {
    let word = "$stageVariables."
    if let start = text.firstRange(of: word) {
      let name = text[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
      return ("`\(word)\(name)` is not replaced in a URL", "write `${stageVariables.\(name)}`")
    }
    let sent = MappingVariable.all(in: text).first { [.request, .context].contains($0.root) && !$0.path.isEmpty }
    if let sent {
      let name = isWebSocket == false ? sent.path.rest(after: "path.") : nil
      return (
        "`\(text[sent.range])` is not replaced in a URL",
        name.map { "write `{\($0)}`" } ?? "set a header or query parameter in `\(resource.words("RequestParameters"))`"
      )
    }
    guard let scheme = TargetUrl.scheme(of: text) else { return nil }
    let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    guard let dollar = authority.firstIndex(of: "$") else { return nil }
    let name = authority[authority.index(after: dollar)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    if name.isEmpty || authority[dollar...].hasPrefix("${") { return nil }
    return (
      "a host does not contain `$`",
      "write `$(\(name))` for a variable of the spec, `${stageVariables.\(name)}` for one of the stage"
    )
  }

  /// With the values that each stage has.
  private func flaw(ofStageVariables text: String) -> Flaw? {
    guard TargetUrl.flaw(in: text) == nil else { return nil }
    for (stage, whole) in completed(text) {
      if let flaw = TargetUrl.flaw(in: whole) {
        return ("on the stage `\(stage.name)` this becomes \(Reader.quoted(whole)): \(flaw.message)", help(text, whole))
      }
    }
    return nil
  }

  /// A URL with stage variables, with the values that each stage has for all of them.
  func completed(_ text: String) -> [(stage: Model.Stage, url: String)] {
    guard text.mentions("${stageVariables.") else { return [] }
    return (api?.stages ?? []).compactMap { stage in
      var whole = text
      for variable in MappingVariable.all(in: text) where variable.root == .stageVariables && variable.isBraced {
        // An invalid value is reported where it is set.
        guard let value = stage["StageVariables"]?[variable.path]?.text, value.isStageVariable else { continue }
        whole = whole.replacing(variable.text, with: value)
      }
      return whole.mentions("${stageVariables.") ? nil : (stage, whole)
    }
  }

  private func help(_ text: String, _ whole: String) -> String? {
    guard text.hasPrefix("${") || whole.mentions("://http") else { return nil }
    return text.hasPrefix("${")
      ? "write `https://\(text)`" : "write the scheme in the URL or in the variable, not in both"
  }
}
