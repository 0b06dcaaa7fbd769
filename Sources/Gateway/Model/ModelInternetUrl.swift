extension Model {
  /// The URLs that integrations call through the internet, as far as their texts are known.
  var internetUrls: [InternetUrl] { apis.integrations.flatMap(\.internetUrls) }

  /// A text of a URL that is called through the internet. What several rules look at is found once.
  struct InternetUrl {
    /// The place of the text.
    let property: Property
    let text: String
    /// Why API Gateway rejects it.
    let flaw: (message: String, help: String?)?
    /// The host and what it is, if the internet does not lead to it.
    let privateHost: (host: String, what: String)?

    init(_ property: Property, _ text: String) {
      self.property = property
      self.text = text
      flaw = TargetUrl.flaw(in: text)
      privateHost = PrivateHost.inUrl(text)
    }
  }
}
