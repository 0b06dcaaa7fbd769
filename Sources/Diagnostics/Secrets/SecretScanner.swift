import TextSearch

/// Finds the secrets in a text, a line at a time: YAML is not parsed, since it may be invalid.
struct SecretScanner {
  /// The region below a line, in which values are secrets.
  private enum Region {
    /// The fields of a secret parameter, or of an API key: `Default` and `Value` are secrets.
    case fields(indent: Int)
    /// The items of a list of secrets, or the lines of a text.
    case all(indent: Int)

    func contains(_ other: Int) -> Bool {
      switch self {
      case .fields(let indent), .all(let indent): other > indent
      }
    }
  }

  private(set) var found: [Range<Int>] = []
  private let bytes: [UInt8]
  private var region: Region?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Finds all secrets. Most lines have no sign of one, and are skipped.
  mutating func scan() {
    var start = 0
    while start < bytes.count {
      if region == nil {
        guard let sign = bytes.withUnsafeBufferPointer({ SecretSignSearch.all.first(in: $0, from: start) }) else {
          return
        }
        start = bytes[start..<sign].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? start
      }
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      scan(line: start..<end)
      start = end + 1
    }
  }

  private mutating func scan(line: Range<Int>) {
    guard let first = bytes[line].firstIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else {
      return
    }
    if let region, !region.contains(first - line.lowerBound) { self.region = nil }
    if case .all = region {
      hide(trimmed(first..<line.upperBound))
      if text(line).contains("-----END") { region = nil }
      return
    }
    let pairs = SecretPairs(bytes, in: line).all
    let isOfSecret = pairs.contains { isNaming($0.key) && SecretSign.isName(text($0.value)) }
    let keyTypes = pairs.contains { $0.body != nil } ? offsets(of: "::ApiKey", in: line) : []
    // Mappings are inside each other or beside each other, so that the last end of those of secrets is enough.
    var secretsEnd = line.lowerBound
    for pair in pairs {
      let isInSecret = isOfSecret || pair.key.lowerBound < secretsEnd
      scan(pair, isInSecret: isInSecret, end: pairs[pairs.count - 1].value.upperBound, indent: first - line.lowerBound)
      if let body = pair.body, body.upperBound > secretsEnd, isOwner(pair.key, of: body, keyTypes) {
        secretsEnd = body.upperBound
      }
    }
    for range in SecretPairs.credentials(bytes, in: line) { hide(range) }
    scanTokens(in: line, indent: first - line.lowerBound)
  }

  /// `isInSecret`: whether the pair is in a mapping of a secret, or beside the name of one.
  private mutating func scan(_ pair: SecretPairs.Pair, isInSecret: Bool, end: Int, indent: Int) {
    let (name, value) = (text(pair.key), text(pair.value))
    if name == "Type", value.hasSuffix("::ApiKey") { region = .fields(indent: indent - 1) }
    // A route key is not a name: `POST /token: issueToken`.
    let isSecret = (SecretSign.isName(name) && !name.contains("/")) || name == "apiKeys"
    if value.isEmpty || "|>".contains(value.prefix(1)) {
      guard isSecret, pair.value.upperBound >= end else { return }
      let isText = !value.isEmpty
      region = isText ? .all(indent: indent) : .fields(indent: indent)
      return
    }
    let isField = ["default", "value"].contains(name.lowercased())
    if isField, isInSecret || region != nil { return hideValue(pair.value) }
    if isNaming(pair.key), SecretSign.isName(value) { region = .fields(indent: indent - 1) }
    if isSecret, !(name == "credentials" && isLogicalID(value)) { hideValue(pair.value) }
  }

  /// Whether a value of `credentials` is the name of a role: in capitals at its start, and without digits.
  private func isLogicalID(_ value: String) -> Bool {
    value.first?.isUppercase ?? false && value.utf8.allSatisfy { UInt8(ascii: "A")...UInt8(ascii: "z") ~= $0 }
  }

  /// Whether a key is `name` or `key`, whose value is the name of something.
  private func isNaming(_ key: Range<Int>) -> Bool {
    key.count <= 4 && ["name", "key"].contains(text(key).lowercased())
  }

  /// Whether a mapping holds secrets: by its key, or by a type in it.
  private func isOwner(_ key: Range<Int>, of body: Range<Int>, _ keyTypes: [Int]) -> Bool {
    let name = text(key)
    return SecretSign.isName(name) || name == "apiKeys" || keyTypes.contains(where: body.contains)
  }

  /// Hides a value, unless it is filled in later or certainly not a secret.
  private mutating func hideValue(_ range: Range<Int>) {
    let value = text(range)
    // References of YAML, CloudFormation and API Gateway (`$context.identity.apiKey`).
    let isReference =
      ["!", "*", "{", "[", "${", "$(", "$context.", "$request.", "$stageVariables."].contains(where: value.hasPrefix)
      && !value.hasPrefix("{\"")
    guard range.count >= 4, !isReference, !value.contains("{{resolve:"), !value.hasPrefix("arn:"),
      !value.contains("://"), !["true", "false", "null", "none"].contains(value.lowercased()), Double(value) == nil
    else { return }
    hide(range)
  }

  /// Hides keys and tokens of large services, and private keys.
  private mutating func scanTokens(in line: Range<Int>, indent: Int) {
    let text = text(line)
    for form in SecretSign.forms where text.contains(form) {
      var rest = text[...]
      while let start = rest.firstRange(of: form)?.lowerBound {
        let isKey = form == SecretSign.key
        let token = text[start...].prefix {
          isKey ? $0 != "\"" : $0.isLetter || $0.isNumber || "-_./+=".contains($0)
        }
        rest = text[text.index(after: start)...]
        guard SecretSign.isToken(token) else { continue }
        if isKey { region = .all(indent: indent - 1) }
        let first = line.lowerBound + text.utf8.distance(from: text.startIndex, to: start)
        hide(first..<first + token.utf8.count)
      }
    }
  }

  private mutating func hide(_ range: Range<Int>) {
    if !range.isEmpty { found.append(range) }
  }

  private func offsets(of part: String, in line: Range<Int>) -> [Int] {
    let text = text(line)
    return text.ranges(of: part).map { line.lowerBound + text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A range without the blanks and the list dash at its beginning, and without blanks at its end.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    if start + 1 < end, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: " ") { start += 2 }
    return start..<end
  }
}
