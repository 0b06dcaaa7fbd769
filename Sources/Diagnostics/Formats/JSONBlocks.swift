import JSONWriting

/// Objects and arrays as closures, so that each is closed.
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

  /// Writes a SARIF message object.
  mutating func text(_ name: String, _ value: String) {
    object(name) { $0.pair("text", value) }
  }
}
