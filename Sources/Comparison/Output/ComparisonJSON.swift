import JSONWriting

extension StackComparison {
  /// Writes the comparison as an object.
  public func write(to json: inout JSONWriter, stack: String, old: String, new: String) {
    json.object {
      $0.member("stack", stack)
      $0.member("old", old)
      $0.member("new", new)
      $0.array("findings") { for note in notes { note.write(to: &$0) } }
      $0.array("apis") {
        for api in apis {
          $0.object {
            $0.member("name", api.name)
            $0.member("logicalId", api.id)
            $0.member("change", api.sign.word)
            $0.array("changes") { for line in api.lines { line.write(to: &$0) } }
          }
        }
      }
      $0.array("outputs") { for line in outputs { line.write(to: &$0) } }
      $0.array("resources") { for change in resources { change.write(to: &$0) } }
      $0.array("otherSections", otherSections)
    }
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
      json.array("properties") { for property in properties { property.write(to: &$0) } }
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
    if !conditions.isEmpty { json.array("if", conditions) }
    json.endObject()
  }
}
