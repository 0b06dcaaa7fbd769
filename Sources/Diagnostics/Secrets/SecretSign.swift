import TextSearch

/// The signs of a secret: the form of a value, or its name.
public enum SecretSign {
  /// Whether a value looks like a secret, by its own form or by its name.
  public static func isSecret(_ value: String, called name: String) -> Bool {
    // It is filled in later, is a name, or is too short.
    if value.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "$") }) { return false }
    if isToken(value) { return true }
    guard isPossible(value) else { return false }
    let word = letters(of: name)
    if passwords.contains(where: word.hasSuffix) { return true }
    // A value without digits is often the name of a key or of a header.
    return keys.contains(where: word.hasSuffix) && value.contains(where: \.isNumber)
  }

  /// Whether a value begins as the keys and tokens of large services do, or as a private key does.
  public static func isToken(_ value: some StringProtocol) -> Bool {
    guard value.utf8.count >= 20, forms.contains(where: value.hasPrefix) else { return false }
    // Certificates and public keys have such a first line as well.
    return !value.hasPrefix(SecretSign.key) || String(value.prefix { $0 != "\n" }).mentions("PRIVATE KEY")
  }

  /// The beginning of a key in PEM form.
  static let key = "-----BEGIN "

  /// The parameters of a URL's query, and the range of each value.
  public static func query(of url: String) -> [(name: String, range: Range<String.Index>)] {
    guard let mark = url.firstIndex(of: "?") else { return [] }
    return url[url.index(after: mark)...].split(separator: "&").compactMap { part in
      guard let sign = part.firstIndex(of: "=") else { return nil }
      return (String(part[..<sign]), part.index(after: sign)..<part.endIndex)
    }
  }

  /// The password in a URL: `https://USER:PASSWORD@HOST`.
  public static func password(in url: String) -> Range<String.Index>? {
    guard let scheme = url.firstRange(of: "://")?.upperBound else { return nil }
    let host = url[scheme...].prefix { $0 != "/" && $0 != "?" }
    guard let at = host.lastIndex(of: "@"), let colon = host[..<at].firstIndex(of: ":") else { return nil }
    let password = host.index(after: colon)..<at
    return password.isEmpty || url[password].contains("$") || url[password].contains("{") ? nil : password
  }

  /// A URL without its query if that contains a secret.
  public static func withoutSecrets(_ url: String) -> String {
    let hasSecret = query(of: url).contains { isSecret(String(url[$0.range]), called: $0.name) || isName($0.name) }
    return hasSecret ? String(url.prefix { $0 != "?" }) : url
  }

  /// Whether the name of a value is that of a secret: its values are not shown.
  static func isName(_ name: some StringProtocol) -> Bool {
    let word = letters(of: name)
    return (passwords + keys + hidden).contains(where: word.hasSuffix)
  }

  /// Whether a value may be a secret: not a reference, path, number or boolean.
  static func isPossible(_ value: String) -> Bool {
    value.utf8.count >= 6 && !value.hasPrefix("arn:") && !value.hasPrefix("/") && !value.mentions("://")
      && !words.contains(value.lowercased()) && Double(value) == nil
  }

  private static func letters(of name: some StringProtocol) -> String { name.lowercased().filter { $0.isLetter } }

  /// Prefixes of the keys and tokens of large services.
  static let forms = [
    "AKIA", "ASIA", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-", "sk_live_", "rk_live_", "sk-", "xoxb-", "xoxp-",
    "npm_", "AIza", "eyJhbGciOi", key,
  ]
  private static let words: Set<String> = ["false", "optional", "required", "string", "secret"]

  /// Endings of the names of secrets. `SECRET` is not one for rules: it is often the name of a secret.
  private static let passwords = ["password", "passwd", "passphrase", "clientsecret", "apisecret", "secretstring"]
  private static let keys = ["apikey", "accesskey", "secretkey", "privatekey", "token"]
  private static let hidden = ["secret", "pwd", "credentials", "connectionstring"]
}
