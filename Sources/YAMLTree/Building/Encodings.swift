/// The name of an encoding with two or four bytes per character: recognized by its byte order mark, or by the zero
/// bytes of its first character, which is nearly always ASCII.
func wideEncoding(of bytes: [UInt8]) -> String? {
  guard bytes.count >= 2 else { return nil }
  let start = Array(bytes.prefix(4))
  if start == [0xFF, 0xFE, 0, 0] { return "UTF-32LE" }
  if start == [0, 0, 0xFE, 0xFF] { return "UTF-32BE" }
  if start.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
  if start.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
  switch start.map({ $0 != 0 }) {
  case [true, false, false, false]: return "UTF-32LE"
  case [false, false, false, true]: return "UTF-32BE"
  case let isFilled where isFilled[0] != isFilled[1]: return isFilled[0] ? "UTF-16LE" : "UTF-16BE"
  default: return nil
  }
}

/// The name of the probable encoding of a text that is not UTF-8, if it has one byte per character: in most languages
/// with such an encoding, letters outside of ASCII are surrounded by others.
func eightBitEncoding(of text: UnsafeBufferPointer<UInt8>) -> String? {
  var (single, longer, hasControl) = (0, 0, false)
  var place = text.startIndex
  while let start = text[place...].firstIndex(where: { $0 >= 0x80 }) {
    let end = text[start...].firstIndex { $0 < 0x80 } ?? text.endIndex
    if end == start + 1 { single += 1 } else { longer += 1 }
    hasControl = hasControl || text[start..<end].contains { $0 < 0xA0 }
    place = end
  }
  guard single > longer else { return nil }
  return hasControl ? "Windows-1252" : "ISO-8859-1"
}

/// Help for a file in another encoding; `name` is a name that `iconv` knows.
func saveAsUTF8(from name: String?) -> String {
  "save the file as UTF-8" + (name.map { ", for example with `iconv -f \($0) -t UTF-8`" } ?? "")
}
