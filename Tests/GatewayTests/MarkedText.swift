/// A spec with locations between `⟦` and `⟧`: its text without the marks, and the locations as ranges of bytes.
struct MarkedText {
  private(set) var text = ""
  private(set) var places: [Range<UInt32>] = []

  init(_ marked: String) {
    var start: UInt32?
    for character in marked {
      switch character {
      case "⟦": start = UInt32(text.utf8.count)
      case "⟧":
        if let open = start { places.append(open..<UInt32(text.utf8.count)) }
        start = nil
      default: text.append(character)
      }
    }
  }
}
