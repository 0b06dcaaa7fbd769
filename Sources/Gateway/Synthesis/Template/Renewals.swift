import CloudFormation

/// A resource that is a copy of others at the time of its creation: CloudFormation makes a new copy only of another logical
/// ID, so this is made of what is copied, once all of it is written.
struct Renewal {
  /// The origin of the copy.
  enum Source {
    /// A function: a version.
    case function(String)
    /// An API and its parts: a deployment.
    case api(Value, parts: [String])
  }

  /// The path, and the logical ID until the final one is known.
  let path: String
  let kind: String
  let name: String
  var source: Source

  /// A logical ID that nothing else can have.
  var id: String { path }
}

extension Synthesis {
  /// Gives versions and deployments their logical IDs.
  mutating func renewCopies() {
    if renewals.isEmpty { return }
    var identity = ReplacementIdentity(self)
    var ids: [String: String] = [:]
    for renewal in renewals {
      let content: String
      switch renewal.source {
      case .function(let id): content = version(of: id, &identity)
      case .api(let api, let parts): content = deployment(of: api, parts, &identity)
      }
      let place = Place(hashed: "\(renewal.path).\(content)", renewal.kind, renewal.name)
      // A pinned ID is the beginning: the same one would make no new copy.
      let pin = names.pins[renewal.path]?.literal
      let former = pin ?? renewal.id
      let id = pin.map { $0 + LogicalID.hash(place.path) } ?? names.id(place)
      ids[former] = id
      renewed.insert(id)
      if !template.rename(former, to: id) {
        fail(
          .logicalIdTwice, at: names.mark(of: renewal.path) ?? .nowhere,
          "the logical ID `\(id)` is needed for `\(renewal.path)`", help: "rename the other resource")
      }
      if let index = placed.firstIndex(where: { $0.id == former }) {
        let old = placed[index]
        placed[index] = PlacedResource(path: renewal.path, id: id, type: old.type, mark: old.mark, own: [])
      }
      if generated.remove(former) != nil { generated.insert(id) }
    }
    pointToCopies(ids)
  }

  private mutating func pointToCopies(_ ids: [String: String]) {
    for resource in template.resources {
      switch (resource.properties["DeploymentId"], resource.properties["FunctionVersion"]) {
      case (.ref(let old)?, _):
        if let id = ids[old] { template[resource.id]?.properties["DeploymentId"] = .ref(id) }
      case (_, .getAtt(let old, let attribute)?):
        if let id = ids[old] { template[resource.id]?.properties["FunctionVersion"] = .getAtt(id, attribute) }
      default: break
      }
    }
  }

  /// Whether properties refer to a parameter.
  private func hasParameter(_ properties: Object) -> Bool {
    Value.object(properties).refers { template[$0] == nil && !$0.hasPrefix("AWS::") }
  }

  /// The content of a version: what Lambda copies of a function.
  private mutating func version(of id: String, _ identity: inout ReplacementIdentity) -> String {
    guard let function = template[id] else { return "" }
    identity.varies = false
    let copied = FunctionVersion.content(of: function.properties)
    let content = identity.fingerprint(of: copied, in: function)
    // Where another stack's value changes, nothing of this function does, and Lambda has an equal version already. The same
    // applies where a parameter has the value that another one, or a text, had before.
    if identity.varies || hasParameter(copied) {
      let description = FunctionVersion.description(function.properties["Description"], of: content)
      template[id]?.properties["Description"] = description
    }
    return content
  }

  /// The content of a deployment: the API and its parts, in any order. Each has its logical ID, as two integrations may
  /// exchange their contents.
  private func deployment(of api: Value, _ parts: [String], _ identity: inout ReplacementIdentity) -> String {
    var contents = parts.compactMap { id in
      template[id].map { part in
        id + " " + identity.fingerprint(of: DeploymentContent.content(of: part), in: part)
          + (part.condition.map { $0 + identity.fingerprint(ofCondition: $0) } ?? "")
      }
    }
    if case .ref(let id) = api, let resource = template[id] {
      contents.append(identity.fingerprint(of: DeploymentContent.content(of: resource), in: resource))
    }
    return LogicalID.hash(contents.sorted().joined(separator: " "))
  }
}
