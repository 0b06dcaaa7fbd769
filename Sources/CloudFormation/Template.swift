import JSONWriting

/// A CloudFormation template.
public struct Template: Sendable {
  /// The description of the stack, at most 1,024 bytes.
  public var description: Value?
  /// `Parameters`, `Mappings`, `Conditions`, `Rules`, `Metadata`, `Transform` and `Globals` by name.
  public var sections: [String: Value] = [:]
  /// `Fn::ForEach::…` and `Fn::Transform` in `Resources`, which create resources at deployment.
  public var macros = Object()
  /// Outputs by name, in order.
  public var outputs = Object()
  /// Resources in the order of insertion.
  public private(set) var resources: [Resource] = []
  /// The index of the resource with each logical ID.
  private(set) var indices: [String: Int] = [:]

  /// An empty template.
  public init() {}

  /// Makes room for so many resources.
  public mutating func reserve(_ count: Int) {
    resources.reserveCapacity(count)
    indices.reserveCapacity(count)
  }

  /// Adds a resource; returns false, without adding it, if its logical ID exists.
  @discardableResult
  public mutating func add(_ resource: Resource) -> Bool {
    if let known = indices.updateValue(resources.count, forKey: resource.id) {
      indices[resource.id] = known
      return false
    }
    resources.append(resource)
    return true
  }

  /// The resource with a logical ID.
  public subscript(id: String) -> Resource? {
    get { indices[id].map { resources[$0] } }
    set {
      guard let index = indices[id], let newValue else { return }
      resources[index] = newValue
    }
  }

  /// The index of the resource with a logical ID.
  public func index(of id: String) -> Int? { indices[id] }

  /// Changes each resource, but not its logical ID.
  public mutating func changeResources(_ change: (inout Resource) -> Void) {
    for index in resources.indices { change(&resources[index]) }
  }

  /// Gives a resource another logical ID, without changing the references to it; false if another one has that ID.
  @discardableResult
  public mutating func rename(_ id: String, to other: String) -> Bool {
    guard let index = indices[id], indices[other] == nil else { return false }
    indices[id] = nil
    indices[other] = index
    resources[index].id = other
    return true
  }

  /// Removes resources.
  public mutating func remove(_ ids: Set<String>) {
    resources.removeAll { ids.contains($0.id) }
    indices = Dictionary(uniqueKeysWithValues: resources.indices.map { (resources[$0].id, $0) })
  }

  /// The entries of a section that is a mapping; none if the template does not have it.
  public func section(_ name: String) -> Object { sections[name]?.object ?? Object() }

  /// The number of parameters.
  public var parameterCount: Int { section("Parameters").members.count }

  /// Whether `Ref` to this name is valid: a resource, a parameter or a pseudo parameter.
  public func defines(_ name: String) -> Bool {
    indices[name] != nil || section("Parameters")[name] != nil || Value.pseudoParameters.contains(name)
  }

  /// The template as indented JSON with a final line end. Equal templates have equal bytes.
  public func json() -> [UInt8] {
    var writer = JSONWriter(indented: true)
    write(to: &writer)
    return writer.finish()
  }

  /// The number of occurrences of a text in the template's values.
  public func count(of text: String) -> Int {
    resources.map { Value.object($0.body).count(of: text) }.reduce(0, +) + Value.object(outputs).count(of: text)
      + Value.object(macros).count(of: text) + sections.values.map { $0.count(of: text) }.reduce(0, +)
  }

  private func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for member in head.members { writer.member(member.key, member.value) }
    writer.key("Resources")
    writer.beginObject()
    for resource in resources { writer.member(resource.id, .object(resource.body)) }
    for macro in macros.members { writer.member(macro.key, macro.value) }
    writer.endObject()
    if !outputs.isEmpty { writer.member("Outputs", .object(outputs)) }
    writer.endObject()
  }

  /// The members before the resources.
  var head: Object {
    var head = Object()
    head.add("AWSTemplateFormatVersion", "2010-09-09")
    head.add("Transform", sections["Transform"])
    head.add("Description", description)
    for name in ["Metadata", "Parameters", "Rules", "Mappings", "Conditions", "Globals"] {
      head.add(name, sections[name])
    }
    return head
  }
}

extension JSONWriter {
  mutating func member(_ name: String, _ value: Value) {
    key(name)
    write(value)
  }

  mutating func write(_ value: Value) {
    switch value {
    case .string(let text): string(text)
    case .number(let literal): number(literal)
    case .bool(let flag): bool(flag)
    case .null: null()
    case .list(let items):
      beginArray()
      for item in items { write(item) }
      endArray()
    case .object(let object):
      beginObject()
      for entry in object.members { member(entry.key, entry.value) }
      endObject()
    case .ref(let id):
      beginObject()
      key("Ref")
      string(id)
      endObject()
    case .getAtt(let id, let attribute):
      beginObject()
      key("Fn::GetAtt")
      beginArray()
      string(id)
      string(attribute)
      endArray()
      endObject()
    }
  }
}

extension Value {
  /// The value as indented JSON with a final line end.
  public func indentedJSON() -> [UInt8] {
    var writer = JSONWriter(indented: true)
    writer.write(self)
    return writer.finish()
  }

  /// The value as JSON on one line.
  public var json: String {
    var writer = JSONWriter(indented: false)
    writer.write(self)
    let text = String(decoding: writer.finish(), as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
