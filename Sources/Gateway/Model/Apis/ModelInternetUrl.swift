import TextSearch

extension Model {
  /// The URLs that integrations call through the internet, as far as their texts are known.
  var internetUrls: [InternetUrl] { apis.integrations.flatMap(\.internetUrls) }

  /// A text of a URL that is called through the internet. What several rules look at is found once.
  struct InternetUrl {
    /// The place of the text.
    let property: Property
    /// With references as `Fn::Sub` writes them, where functions put the URL together.
    let text: String
    /// Whether parts of it are only known to the deployment.
    let isComposed: Bool
    /// Why API Gateway rejects it.
    let flaw: Flaw?
    /// The host and what it is, if the internet does not lead to it.
    let privateHost: (host: String, what: String)?

    /// A text that is known.
    init(_ property: Property, _ text: String) {
      self.property = property
      self.text = text
      isComposed = false
      flaw = TargetUrl.flaw(in: text)
      privateHost = PrivateHost.inUrl(text)
    }

    /// A URL that functions put together; nil if its scheme is not known.
    init?(composed property: Property) {
      guard property.isFunction, property.texts.isEmpty, property.value.choice == nil,
        let text = property.value.spelled, !text.mentions("${ ")
      else { return nil }
      let start = text.prefix { $0 != "$" }
      if ["https://", "http://"].contains(where: { $0.hasPrefix(start) && $0 != start }) { return nil }
      self.property = property
      self.text = text
      isComposed = true
      flaw = TargetUrl.flaw(in: text)
      privateHost = PrivateHost.inUrl(text) ?? PrivateHost.inComposedUrl(text)
    }

    /// Whether references give a part of its path or query.
    var hasOpenPath: Bool {
      guard isComposed, let scheme = TargetUrl.scheme(of: text) else { return isComposed }
      return text.dropFirst(scheme.count).drop { !"/?".contains($0) }.contains("$")
        || !text.dropFirst(scheme.count).contains("/") && text.hasSuffix("}")
    }
  }
}
