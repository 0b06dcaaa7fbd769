import CloudFormation
import TextSearch

extension Model {
  /// A text of which only parts are known before the deployment.
  struct OpenText {
    /// A part; nil for one that is not known.
    private(set) var parts: [String?] = []
    /// Whether unknown parts are names, ARNs or regions that AWS makes up, and no texts of the author's.
    private(set) var isMadeByAWS = true

    /// Whether unknown parts have no colons: all of them are a partition, a region or an account.
    private(set) var isWithoutColons = true

    /// The whole text, if all of it is known.
    var text: String? { parts.contains(nil) ? nil : parts.compactMap { $0 }.joined() }
    /// The text with `${}` for each unknown part.
    var sketch: String { parts.map { $0 ?? "${}" }.joined() }
    /// The known beginning.
    var start: String { parts.prefix { $0 != nil }.compactMap { $0 }.joined() }
    /// The known parts.
    var known: [String] { parts.compactMap { $0 } }

    fileprivate init(_ text: String?, isMadeByAWS: Bool = true, isWithoutColons: Bool = false) {
      // A stage variable is only known at run time.
      let isKnown = text.map { !$0.mentions("${") } ?? false
      (parts, self.isMadeByAWS, self.isWithoutColons) = ([text], isMadeByAWS, isWithoutColons || isKnown)
    }
    fileprivate init() {}
    /// A text of which some parts are not known.
    init(parts: [String?]) { self.parts = parts }

    fileprivate static func + (first: OpenText, second: OpenText) -> OpenText {
      var sum = first
      sum.append(second)
      return sum
    }

    fileprivate mutating func append(_ other: OpenText) {
      parts += other.parts
      isMadeByAWS = isMadeByAWS && other.isMadeByAWS
      isWithoutColons = isWithoutColons && other.isWithoutColons
    }
  }

  /// More alternatives than these are not tried.
  private static let combinationLimit = 16

  /// The texts that a value may be, as far as they are known: the branches of an `Fn::If`, the literal parts of an
  /// `Fn::Sub` or `Fn::Join`, the values that a parameter allows.
  func openTexts(of value: Value) -> [OpenText] {
    if value.isDynamicReference { return [OpenText(nil, isMadeByAWS: false)] }
    if let text = value.scalar { return [OpenText(text)] }
    // A list or a mapping has no other values than itself.
    if let known = alternatives(of: value), known != [value] { return known.flatMap { openTexts(of: $0) } }
    switch value {
    case .ref, .getAtt: return openTexts(ofReference: value)
    default:
      if let (_, first, second) = value.choice {
        return [first, second].filter { !$0.isNothing }.flatMap { openTexts(of: $0) }
      }
      return value.textParts.map { joined($0.map { openTexts(of: $0) }) } ?? [OpenText(nil, isMadeByAWS: false)]
    }
  }

  private func openTexts(ofReference value: Value) -> [OpenText] {
    if let scheme = scheme(ofReference: value) { return [OpenText(scheme) + OpenText(nil)] }
    if case .getAtt(let id, _) = value, resource(id)?.hasForeignAttributes ?? false {
      return [OpenText(nil, isMadeByAWS: false)]
    }
    guard case .ref(let name) = value, template.section("Parameters")[name] != nil else {
      return [
        OpenText(
          nil, isWithoutColons: ["AWS::Partition", "AWS::Region", "AWS::AccountId"].contains { value == .ref($0) })
      ]
    }
    let unknown = OpenText(nil, isMadeByAWS: false)
    return usualText(ofParameter: name).map { [OpenText($0, isMadeByAWS: false), unknown] } ?? [unknown]
  }

  /// The scheme that the value of a reference begins with, if it is a URL.
  func scheme(ofReference value: Value) -> String? {
    switch value {
    case .getAtt(let id, "ApiEndpoint"):
      guard let api = apis[.ref(id)] else { return nil }
      return api.isWebSocket.map { $0 ? "wss://" : "https://" }
    case .getAtt(_, "FunctionUrl"): return "https://"
    case .getAtt(let id, "WebsiteURL"): return resource(id, of: "AWS::S3::Bucket") != nil ? "http://" : nil
    case .ref(let id):
      guard let resource = resource(id), case .url? = ResourceType.named(resource.type)?.ref else { return nil }
      return "https://"
    default: return nil
    }
  }

  /// Each combination of pieces; of many, the first alternatives only.
  private func joined(_ pieces: [[OpenText]]) -> [OpenText] {
    var texts = [OpenText()]
    for piece in pieces {
      if piece.count == 1 || texts.count * piece.count > Model.combinationLimit {
        for index in texts.indices { texts[index].append(piece[0]) }
      } else {
        texts = texts.flatMap { text in piece.map { text + $0 } }
      }
    }
    return texts
  }
}

extension Model.Property {
  /// The texts that it may be, as far as they are known.
  var openTexts: [Model.OpenText] { resource.model.openTexts(of: value) }
}

extension Model.Resource {
  /// Whether its attributes are texts of an author: outputs, parameters, what custom resources give.
  fileprivate var hasForeignAttributes: Bool {
    type.hasPrefix("Custom::")
      || ["AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Stack", "AWS::SSM::Parameter"].contains(type)
  }
}

extension Model.Property {
  /// A name that functions put together, with `…` for what is not known, if a known part has other characters.
  func openName(ofLettersDigitsAnd others: String) -> String? {
    openText { open in open.known.contains { !$0.isEmpty && !$0.isMade(ofLettersDigitsAnd: others) } }
  }

  /// The first wrong one of the texts that functions put together, with `…` for what is not known.
  func openText(where isWrong: (Model.OpenText) -> Bool) -> String? {
    guard isFunction, texts.isEmpty else { return nil }
    return openTexts.first { $0.text == nil && isWrong($0) }?.sketch.replacing("${}", with: "…")
  }
}
