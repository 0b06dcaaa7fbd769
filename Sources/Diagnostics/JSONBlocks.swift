import JSONWriting

/// Objects and arrays as blocks, so that what is opened is closed.
extension JSONWriter {
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    beginArray()
    body(&self)
    endArray()
  }

  mutating func pair(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// SARIF's way to write a text for people.
  mutating func text(_ name: String, _ value: String) {
    object(name) { $0.pair("text", value) }
  }
}
