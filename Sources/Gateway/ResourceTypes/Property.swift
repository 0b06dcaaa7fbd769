extension ResourceType {
  /// A property of a resource type, or a key of a nested object.
  struct Property: Sendable {
    /// Facts about a property.
    struct Traits: OptionSet, Sendable {
      let rawValue: UInt8

      /// CloudFormation rejects a resource without it.
      static let required = Traits(rawValue: 1)
      /// AWS rejects it without the others of its object that have this trait.
      static let together = Traits(rawValue: 2)
      /// Only for HTTP APIs.
      static let http = Traits(rawValue: 4)
      /// Only for WebSocket APIs.
      static let webSocket = Traits(rawValue: 8)
      /// `aws cloudformation package` uploads a local path in it (source: AWS CLI reference).
      static let localPath = Traits(rawValue: 16)
      /// It contains the tags of the resource.
      static let tags = Traits(rawValue: 32)
    }

    /// The name of the last property of an object that may have others.
    static let others = "*"
    /// The same of one whose others SAM ignores.
    static let ignored = "-"

    let name: String
    let form: PropertyForm
    let traits: Traits
    /// The key of the language that sets it; nil if only `properties` can set it.
    let key: String?
    /// When AWS requires it, although CloudFormation's schema does not.
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

    /// The protocol that supports it, if only one does.
    var only: ApiType? { traits.contains(.http) ? .http : traits.contains(.webSocket) ? .websocket : nil }
  }
}
