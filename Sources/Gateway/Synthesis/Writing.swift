import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Synthesis {
  /// The attributes of a resource besides its properties.
  struct Extras {
    /// The element that it is written for: its condition and tags hold for all parts.
    var options: ElementOptions?
    /// The elements around that one, from the outermost, of which the same is true.
    var owners: [ElementOptions] = []
    /// Whether it is the element itself, which `properties`, `metadata` and `dependsOn` are meant for.
    var isMain = true
    /// Whether the element cannot do without it: it has the element's deletion policy.
    var isVital = false
    var dependsOn: [String] = []
    var condition: String?
    /// The deletion policy, unless the element sets one for itself.
    var deletionPolicy: Value?
    /// The key of a target.
    var target: String?

    /// Whether the language has a key for an element; some keys of integrations are only for some targets.
    func hasOption(_ key: String) -> Bool {
      guard let target, let form = Describer.fields(of: IntegrationElement.self)[key]?.form else { return true }
      return form.contains("`\(target)`")
    }

    /// The deletion policy that the element sets for itself.
    var ownDeletionPolicy: Given<DeletionPolicy>? { isMain || isVital ? options?.deletionPolicy : nil }

    /// All these elements.
    var elements: [ElementOptions] { options.map { owners + [$0] } ?? owners }

    /// The conditions of all these elements, and its own.
    var conditions: [String?] {
      var conditions: [String?] = []
      for owner in owners { if let condition = owner.condition?.literal { conditions.append(condition) } }
      if let condition = options?.condition?.literal { conditions.append(condition) }
      if let condition { conditions.append(condition) }
      return conditions
    }

    /// The element's own resource.
    static func main(_ options: ElementOptions?, of owners: ElementOptions?...) -> Extras {
      Extras(options: options, owners: owners.compactMap { $0 })
    }
    /// A part that the element needs.
    static func part(_ options: ElementOptions?, of owners: ElementOptions?...) -> Extras {
      Extras(options: options, owners: owners.compactMap { $0 }, isMain: false)
    }
    /// A part without which the element is of no use where it is kept.
    static func vital(_ options: ElementOptions?) -> Extras {
      Extras(options: options, isMain: false, isVital: true)
    }
  }

  /// Writes a resource for a place. Returns its logical ID.
  @discardableResult
  mutating func write(_ place: Place, _ type: ResourceType, _ properties: Object, _ extras: Extras) -> String {
    let id = names.id(place)
    var resource = Resource(id: id, type: type.name, properties: properties)
    resource.origin = Origin(of: element)
    if type === ResourceType.role {
      resource.properties.add("PermissionsBoundary", names.spec.roles.permissionsBoundary) { value($0) }
      resource.properties.add("Path", names.spec.roles.path) { value($0) }
    }
    resource.dependsOn = extras.dependsOn
    let policy = extras.ownDeletionPolicy.map { value($0) } ?? extras.deletionPolicy
    resource.deletionPolicy = policy
    resource.condition = allOf(extras.conditions)
    if extras.isMain, let options = extras.options { apply(options, to: &resource, of: type, extras) }
    tag(&resource, of: type, extras)
    // `RetainExceptOnCreate` is not a valid update replace policy.
    if let policy {
      resource.attributes["UpdateReplacePolicy"] = policy == "RetainExceptOnCreate" ? "Retain" : policy
    }
    if !template.add(resource) { reportTaken(id, place) }
    if !extras.isMain, type !== ResourceType.integration { generated.insert(id) }
    placed.append(
      PlacedResource(
        path: place.path, id: id, type: type.name, mark: element.map(names.tree.mark) ?? .nowhere,
        own: type === ResourceType.stage ? addresses(of: place) : []))
    return id
  }

  /// The attributes of a stage that CloudFormation does not have.
  private func addresses(of stage: Place) -> [String] {
    let words = names.words(of: stage.path)
    guard words.count > 1, let index = names.index(words[1], in: "apis") else { return [] }
    return names.spec.apis[index].value.isWebSocket ? ["Url", "CallbackUrl"] : ["Url"]
  }

  private mutating func apply(
    _ options: ElementOptions, to resource: inout Resource, of type: ResourceType, _ extras: Extras
  ) {
    if let metadata = options.metadata {
      resource.metadata = values.value(metadata.node)
      failAtEmptyValues(in: metadata.node)
    }
    for dependency in options.dependsOn?.items ?? [] {
      guard let path = dependency.literal else { continue }
      resource.dependsOn += values.dependencies(path, at: dependency.mark)
    }
    guard let raw = options.properties, case .object(let extra) = values.value(raw.node) else { return }
    for entry in names.tree.entries(raw.node) {
      let key = names.tree.string(entry.key)
      if let property = type[key], let field = property.key, !isBesideKeys(entry.value, property) {
        fail(
          .propertyOfLanguage, at: names.tree.mark(entry.key), "the language has a key for \(Reader.quoted(key))",
          help: extras.hasOption(field) ? "write `\(field)`" : "remove it: `\(extras.target ?? "")` has no such option")
      }
    }
    resource.properties.merge(extra)
    failAtEmptyItems(in: raw.node)
  }

  /// Whether a value consists of parts of a property that the language has no keys for.
  private func isBesideKeys(_ value: Node, _ property: ResourceType.Property) -> Bool {
    guard case .object(let parts) = property.form.shape, parts.contains(where: { $0.key != nil }) else { return false }
    let written = names.tree.entries(value).map { parts[names.tree.string($0.key)] }
    return !written.isEmpty && written.allSatisfy { $0 != nil && $0?.key == nil }
  }

  private mutating func reportTaken(_ id: String, _ place: Place) {
    let other = placed.first { $0.id == id }?.path
    let mark = names.pins[place.path]?.mark ?? other.flatMap { names.pins[$0]?.mark } ?? names.mark(of: place.path)
    if other == place.path {
      // Instances are distinguished by all their attributes, so there is no name to show.
      if let owner = place.path.firstRange(of: ".instances.").map({ place.path[..<$0.lowerBound] }) {
        return fail(
          .logicalIdTwice, at: mark ?? .nowhere, "`\(owner)` has two equal instances",
          help: "remove one of them, or set an `id` on each")
      }
      return fail(
        .logicalIdTwice, at: mark ?? .nowhere, "`\(place.path)` is defined twice", help: "remove one of them")
    }
    fail(
      .logicalIdTwice, at: mark ?? .nowhere,
      "`\(place.path)` has the same logical ID as \(other.map { "`\($0)`" } ?? "another resource"), `\(id)`",
      help: "set another `logicalId` on one of them")
  }

  // MARK: Values

  /// A text or a function.
  func value(_ given: Given<String>) -> Value { values.value(given) }

  /// A whole number or a function.
  func value(_ given: Given<Int>) -> Value { value(given) { .int($0) } }

  /// A whole number as a text, or a function.
  func text(_ given: Given<Int>) -> Value { given.literal.map { .string(String($0)) } ?? value(given) }

  /// A boolean or a function.
  func value(_ given: Given<Bool>) -> Value { value(given) { .bool($0) } }

  /// A word or a function.
  func value<W: RawRepresentable<String>>(_ given: Given<W>) -> Value { value(given) { .string($0.rawValue) } }

  /// A duration in seconds, or a function.
  func seconds(_ given: Given<Duration>) -> Value { duration(given, unit: 1_000) }

  /// A duration in milliseconds, or a function.
  func milliseconds(_ given: Given<Duration>) -> Value { duration(given, unit: 1) }

  /// A duration in whole days, or a function.
  func days(_ given: Given<Duration>) -> Value { duration(given, unit: 86_400_000) }

  /// A duration in a unit of so many milliseconds, also those in the branches of an `Fn::If`.
  private func duration(_ given: Given<Duration>, unit: Int) -> Value {
    value(given) { .int($0.milliseconds / unit) }.convertingBranches { text in
      DurationSchema.milliseconds(text).map { .int($0 / unit) }
    }
  }

  /// A number that may have a fraction, or a function.
  func number(_ given: Given<String>) -> Value { value(given) { .number($0) } }

  private func value<T>(_ given: Given<T>, _ convert: (T) -> Value) -> Value {
    switch given.content {
    case .literal(let literal): convert(literal)
    case .intrinsic(let node): values.value(node)
    }
  }
}
