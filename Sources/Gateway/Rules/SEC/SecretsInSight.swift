import SpecReading
import YAMLTree

extension Rule {
  /// Everybody with a look at the template sees it.
  static let secretInSight = Rule(
    id: "SEC001",
    severity: .warning,
    summary: "what looks like a secret in a function's environment, a mapping or a URL",
    why: """
      What a spec says stands in the template, in the stack, and in the console of the service, for everybody who may look
      at one of them, and in the repository for good. A secret is kept in Secrets Manager or Parameter Store; where the
      value itself has to be there, CloudFormation puts it in for `{{resolve:secretsmanager:NAME}}`.
      """,
    source: "CloudFormation's page on dynamic references; Lambda's page on environment variables",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          environment:
            DB_PASSWORD: ⟦hunter2 → "{{resolve:secretsmanager:books/db:SecretString:password}}"⟧
            ⟪→
            API_KEY: books-key
            ⟫
      apis:
        store:
          routes:
            GET /books: books
            GET /news: https://news.example.com/v1⟪?api_key=⟦0123456789abcdef⟧ →⟫
      """,
    check: { spec, report in
      var seen: Set<Mark> = []
      func check(_ name: String, _ given: Given<String>, _ what: String, at part: Range<String.Index>? = nil) {
        guard let text = given.literal else { return }
        let range = part ?? text.startIndex..<text.endIndex
        guard SecretSign.isSecret(text[range], called: name) else { return }
        let mark = given.mark(of: range)
        guard seen.insert(mark).inserted else { return }
        // Messages go where the spec itself does not: they never repeat the value.
        report.report(
          at: mark, "\(what) looks like a secret, and everybody who sees the template sees it",
          help:
            "keep it in Secrets Manager and write `{{resolve:secretsmanager:NAME}}`, or let a function read it there",
          secret: mark)
      }
      for own in spec.createdFunctions {
        for variable in own.function.environment {
          check(variable.name, variable.value, "the value of `\(variable.name)`")
        }
      }
      spec.forEachTarget { answering in
        for parameter in answering.target.integration.options.requestParameters?.parameters ?? [] {
          let name = parameter.name.split(separator: ".").last.map(String.init) ?? ""
          check(name, parameter.value, "the value of `\(parameter.name)`")
        }
        guard case .http(let target) = answering.target, let text = target.name.literal else { return }
        for parameter in SecretSign.query(of: text) {
          check(parameter.name, target.name, "`\(parameter.name)` in this URL", at: parameter.range)
        }
      }
    })
}

/// What gives a secret away.
enum SecretSign {
  /// Whether a value looks like a secret: by its own form, or by what it is called.
  static func isSecret(_ value: some StringProtocol, called name: String) -> Bool {
    // What is filled in later, names something, or is too short is none.
    if value.contains(where: { "{$".contains($0) }) { return false }
    if forms.contains(where: value.hasPrefix), value.utf8.count >= 20 { return true }
    guard value.utf8.count >= 6, !value.hasPrefix("arn:"), !value.hasPrefix("/"), !value.mentions("://"),
      !["false", "optional", "required"].contains(value.lowercased()), Double(String(value)) == nil
    else { return false }
    let word = name.lowercased().filter { $0.isLetter }
    if passwords.contains(where: word.hasSuffix) { return true }
    // What is made of words alone may well be a key's name, or a header's; keys and tokens have digits.
    return keys.contains(where: word.hasSuffix) && value.contains(where: \.isNumber)
  }

  /// The parameters of a URL's query, and where their values stand.
  static func query(of url: String) -> [(name: String, range: Range<String.Index>)] {
    guard let mark = url.firstIndex(of: "?") else { return [] }
    return url[url.index(after: mark)...].split(separator: "&").compactMap { part in
      guard let sign = part.firstIndex(of: "=") else { return nil }
      return (String(part[..<sign]), part.index(after: sign)..<part.endIndex)
    }
  }

  /// What keys and tokens of large services begin with.
  private static let forms = [
    "AKIA", "ASIA", "ghp_", "gho_", "github_pat_", "glpat-", "sk_live_", "rk_live_", "xoxb-", "xoxp-", "-----BEGIN ",
  ]

  /// How names of secrets end. `SECRET` alone is left out: it often says where the secret is.
  private static let passwords = ["password", "passwd", "passphrase", "clientsecret", "apisecret"]
  private static let keys = ["apikey", "accesskey", "secretkey", "privatekey", "token"]
}
