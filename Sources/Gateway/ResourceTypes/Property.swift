extension ResourceType {
  /// A property of a resource type, or a key of an object inside one.
  struct Property: Sendable {
    /// What is true of a property.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt8

      /// CloudFormation rejects a resource without it.
      static let required = Traits(rawValue: 1)
      /// A change of it replaces the resource.
      static let createOnly = Traits(rawValue: 2)
      /// Only HTTP APIs have it.
      static let http = Traits(rawValue: 4)
      /// Only WebSocket APIs have it.
      static let webSocket = Traits(rawValue: 8)
      /// `aws cloudformation package` uploads a local path in it (source: its reference page).
      static let localPath = Traits(rawValue: 16)
      /// It holds the resource's tags.
      static let tags = Traits(rawValue: 32)
    }

    let name: String
    let form: PropertyForm
    let traits: Traits
    /// The key of the language that it is written from; nil where only `properties` gives it.
    let key: String?
    /// When AWS wants it, although CloudFormation's schema does not require it.
    let needed: Need?

    init(_ name: String, _ form: PropertyForm, _ traits: Traits = [], key: String? = nil, needed: Need? = nil) {
      self.name = name
      self.form = form
      self.traits = traits
      self.key = key
      self.needed = needed
    }

    /// The tags of a resource, as a mapping or as a list of `Key` and `Value`.
    static func tags(_ form: PropertyForm, _ name: String = "Tags") -> Property {
      Property(name, form, .tags, key: "tags")
    }

    var isRequired: Bool { traits.contains(.required) }

    /// The protocol whose APIs have it, if it is only one.
    var only: ApiType? { traits.contains(.http) ? .http : traits.contains(.webSocket) ? .websocket : nil }
  }
}
