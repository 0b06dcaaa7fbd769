/// JSON in which invisible characters are escaped, as `\u202E`: a file name or a text to insert may contain some, and a
/// report may be printed on a terminal. The values stay the same.
public func escapingInvisible(_ json: [UInt8]) -> [UInt8] {
  guard json.contains(where: { $0 >= 0x7F }) else { return json }
  var result: [UInt8] = []
  result.reserveCapacity(json.count)
  var start = json.startIndex
  while start < json.endIndex {
    // Outside of strings, JSON is ASCII.
    let end = json[start...].firstIndex { $0 >= 0x7F } ?? json.endIndex
    result += json[start..<end]
    start = json[end...].firstIndex { $0 < 0x7F } ?? json.endIndex
    for scalar in String(decoding: json[end..<start], as: UTF8.self).unicodeScalars {
      if isUnsafe(scalar) {
        for unit in String(scalar).utf16 { result += escape(unit).utf8 }
      } else {
        result += String(scalar).utf8
      }
    }
  }
  return result
}

private func escape(_ unit: UInt16) -> String {
  let digits = String(unit, radix: 16, uppercase: true)
  return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
}
