import Diagnostics

/// Mistakes in names and route keys.
extension FindingKind {
  static let unknownName = FindingKind(
    id: "REF001", summary: "unknown name",
    why: """
      The name refers to something that does not exist. CloudFormation would reject the template, or the template would lack
      the intended part.
      """)

  static let nameOfOtherKind = FindingKind(
    id: "REF002", summary: "name of an element of the wrong type",
    why: """
      The element exists, but has another type or lacks the attribute. CloudFormation would reject the template, or AWS
      would reject the value.
      """)

  static let cycle = FindingKind(
    id: "REF003", summary: "circular dependency",
    why: "CloudFormation creates a resource after the ones it depends on, so it rejects a template with a cycle.")

  static let listInText = FindingKind(
    id: "REF009", summary: "list inside a string",
    why: "`!Sub` inserts strings; a list is not a string. Select one of its items by its index.")

  static let arnForm = FindingKind(
    id: "REF005", summary: "ARN of the wrong service or with an invalid part",
    why: "AWS reads the service from the ARN, and rejects the ARN of another service at deployment.")

  static let routeKey = FindingKind(
    id: "ROU001", summary: "invalid route key",
    why: """
      A route key of an HTTP API is a method in upper case, one space and a path, or `$default`. In a spec, several methods
      may precede the path, separated by commas.
      """,
    example: {
      """
      apis:
        store:
          routes:
            ⟦GET books → GET /books⟧: https://books.example.com
      """
    })

  static let dollarKey = FindingKind(
    id: "ROU002", summary: "unsupported route key that starts with `$`",
    why: """
      API Gateway defines the keys that start with `$`: `$default` and, for WebSocket APIs, `$connect` and
      `$disconnect`.
      """)

  static let pathBehindGreedy = FindingKind(
    id: "ROU003", summary: "path that continues after `{name+}`",
    why: "A greedy path variable matches the rest of the path, so nothing after it can match.")

  static let partialSegment = FindingKind(
    id: "ROU004", summary: "path variable that is only a part of a segment",
    why: "API Gateway matches a path by segments: a path variable is a whole segment.")

  static let variableTwice = FindingKind(
    id: "ROU005", summary: "duplicate path variable in a path",
    why: "The integration gets path variables by name, so one of the two values would be lost.")

  static let routeTwice = FindingKind(
    id: "ROU006", summary: "duplicate route",
    why: "API Gateway rejects the second route, because both match the same requests.")

  static let trailingSlash = FindingKind(
    id: "ROU008", summary: "path that ends with a slash",
    why: "API Gateway removes the slash. Permissions and clients that use it no longer match.",
    example: {
      """
      apis:
        store:
          routes:
            ⟦GET /books/ → GET /books⟧: https://books.example.com
      """
    })

  static let segmentCharacters = FindingKind(
    id: "ROU024", summary: "path segment with a character that API Gateway rejects",
    why: """
      API Gateway accepts `{name}`, `{name+}`, and segments of ASCII letters, digits, `.`, `:`, `_` and `-`. It rejects all
      others: "Parts are validated against this regular expression: ^(\\{[\\w.:-]+\\+?\\}|[a-zA-Z0-9.:_-]+)$". Wildcards,
      patterns and the path variables of other frameworks are not supported.
      """)

  /// All of them.
  static let names = [
    unknownName, nameOfOtherKind, cycle, listInText, arnForm, routeKey, dollarKey, pathBehindGreedy, partialSegment,
    variableTwice, routeTwice, trailingSlash, segmentCharacters,
  ]
}
