import JSONWriting

extension StackComparison {
  /// Writes the comparison as an object.
  public func write(to json: inout JSONWriter, stack: String, old: String, new: String) {
    json.beginObject()
    json.member("stack", stack)
    json.member("old", old)
    json.member("new", new)
    json.key("findings")
    json.array(notes) { json, note in note.write(to: &json) }
    json.key("apis")
    json.array(apis) { json, api in
      json.beginObject()
      json.member("name", api.name)
      json.member("logicalId", api.id)
      json.member("change", api.sign.word)
      json.key("changes")
      json.array(api.lines) { json, line in line.write(to: &json) }
      json.endObject()
    }
    json.key("outputs")
    json.array(outputs) { json, line in line.write(to: &json) }
    json.key("resources")
    json.array(resources) { json, change in change.write(to: &json) }
    json.key("otherSections")
    json.array(otherSections) { json, name in json.string(name) }
    json.endObject()
  }
}

extension UpdateNote {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", kind.id)
    json.member("severity", kind.severity.rawValue)
    json.member("topic", topic.rawValue)
    json.member("logicalId", id)
    json.location(place)
    json.member("message", message)
    json.member("help", help)
    json.endObject()
  }
}

extension ApiLine {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("change", sign.word)
    json.member("kind", kind)
    json.member("name", name)
    json.member("detail", detail)
    if opens { json.member("opens", true) }
    json.endObject()
  }
}

extension ApiLine.Sign {
  fileprivate var word: String {
    switch self {
    case .added: "added"
    case .changed: "changed"
    case .removed: "removed"
    }
  }
}

extension ResourceChange {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("logicalId", id)
    json.member("type", type)
    json.member("change", action.rawValue)
    if !homes.new.isEmpty || !homes.old.isEmpty {
      json.member("oldStack", homes.old)
      json.member("newStack", homes.new)
    }
    if deletesOld { json.member("retained", isRetained) }
    json.member("condition", condition)
    if !properties.isEmpty {
      json.key("properties")
      json.array(properties) { json, property in property.write(to: &json) }
    }
    json.endObject()
  }
}

extension ResourceChange.Property {
  fileprivate func write(to json: inout JSONWriter) {
    json.beginObject()
    json.member("name", name)
    let word =
      switch replaces {
      case .never: "never"
      case .sometimes: "sometimes"
      case .always: "always"
      }
    json.member("replaces", word)
    json.member("through", through)
    if !conditions.isEmpty {
      json.key("if")
      json.array(conditions) { json, condition in json.string(condition) }
    }
    json.endObject()
  }
}

extension JSONWriter {
  /// A member; none for nil.
  fileprivate mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  fileprivate mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  fileprivate mutating func array<Element>(_ items: [Element], _ write: (inout JSONWriter, Element) -> Void) {
    beginArray()
    for item in items { write(&self, item) }
    endArray()
  }
}
