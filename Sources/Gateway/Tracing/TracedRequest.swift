/// A request whose way through an API is traced.
public struct TracedRequest: Sendable {
  /// A header or a query parameter.
  public struct Pair: Sendable {
    /// As the client writes it.
    public let name: String
    /// The text after the name.
    public let value: String

    /// A pair.
    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// `GET`.
  public let method: String
  /// The path as the client writes it, without the query.
  public let path: String
  /// The query, as the client writes it; nil without one.
  public let query: String?
  /// The headers, in order.
  public let headers: [Pair]
  /// The host, in lower case; nil if it is not given.
  public let host: String?
  /// The body; nil without one.
  public let body: String?

  /// A request to a path, which may have a query, or to a URL, whose host is used if there is no other.
  public init(
    method: String, target: String, headers: [Pair] = [], host: String? = nil, body: String? = nil
  ) {
    self.method = method
    self.headers = headers
    self.body = body
    var rest = Substring(target)
    var own: Substring?
    for scheme in ["https://", "http://"] where rest.hasPrefix(scheme) {
      rest = rest.dropFirst(scheme.count)
      own = rest.prefix { $0 != "/" && $0 != "?" }
      rest = rest[(own?.endIndex ?? rest.startIndex)...]
    }
    let written = host ?? own.map(String.init) ?? headers.first { $0.name.lowercased() == "host" }?.value
    self.host = written.map { String($0.prefix { $0 != ":" }).lowercased() }
    // Clients do not send the fragment.
    rest = rest.prefix { $0 != "#" }
    let path = rest.prefix { $0 != "?" }
    self.path = path.hasPrefix("/") ? String(path) : "/" + path
    query = path.endIndex < rest.endIndex ? String(rest[path.endIndex...].dropFirst()) : nil
  }
}

extension TracedRequest {
  /// The value of a header; several are joined with commas.
  func header(_ name: String) -> String? {
    let name = name.lowercased()
    return joined(headers.filter { $0.name.lowercased() == name })
  }

  /// The value of a query parameter; several are joined with commas.
  func queryParameter(_ name: String) -> String? { joined(queryParameters.filter { $0.name == name }) }

  /// The query parameters, decoded.
  var queryParameters: [Pair] {
    (query ?? "").split(separator: "&").map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Pair(
        PercentEncoding.decoded(sides[0], plusIsSpace: true),
        sides.count == 2 ? PercentEncoding.decoded(sides[1], plusIsSpace: true) : "")
    }
  }

  private func joined(_ pairs: [Pair]) -> String? {
    pairs.isEmpty ? nil : pairs.map(\.value).joined(separator: ",")
  }
}

/// Percent-encoding of URLs.
enum PercentEncoding {
  /// A text without percent-encoding; `%` without two digits remains.
  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        result.append(high << 4 | low)
        index += 3
      } else {
        result.append(plusIsSpace && bytes[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
