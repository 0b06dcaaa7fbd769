extension JSONWriter {
  /// Writes the file and line of a place as members of an object, if there is one.
  public mutating func location(_ location: (file: String, line: Int)?) {
    guard let location else { return }
    key("file")
    string(location.file)
    key("line")
    integer(location.line)
  }
}
