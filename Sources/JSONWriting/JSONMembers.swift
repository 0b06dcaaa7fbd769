/// Containers as closures, so that each is closed, and members of objects.
extension JSONWriter {
  /// Writes an object.
  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes an array.
  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    beginArray()
    body(&self)
    endArray()
  }

  /// Writes a member that is an object.
  public mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    object(body)
  }

  /// Writes a member that is an array.
  public mutating func array(_ name: String, _ body: (inout JSONWriter) -> Void) {
    key(name)
    array(body)
  }

  /// Writes a member that is a list of texts.
  public mutating func array(_ name: String, _ texts: [String]) {
    array(name) { for text in texts { $0.string(text) } }
  }

  /// Writes a member; none for nil.
  public mutating func member(_ name: String, _ value: String?) {
    guard let value else { return }
    key(name)
    string(value)
  }

  /// Writes a member; none for nil.
  public mutating func member(_ name: String, _ value: Int?) {
    guard let value else { return }
    key(name)
    integer(value)
  }

  /// Writes a member; none for nil.
  public mutating func member(_ name: String, _ value: Bool?) {
    guard let value else { return }
    key(name)
    bool(value)
  }

  /// Writes a member, which is `null` for nil.
  public mutating func member(_ name: String, orNull value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member, which is `null` for nil.
  public mutating func member(_ name: String, orNull value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// Writes the file and line of a place as members of an object, if there is one.
  public mutating func location(_ location: (file: String, line: Int)?) {
    member("file", location?.file)
    member("line", location?.line)
  }
}
