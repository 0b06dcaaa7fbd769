import Diagnostics

/// What can be wrong with names and route keys.
extension FindingKind {
  static let unknownName = FindingKind(
    id: "REF001", summary: "a name that nothing has",
    why: """
      What should be called, watched or waited for is not there: CloudFormation would refuse the template, or it would
      be written without the part that was meant.
      """)

  static let nameOfOtherKind = FindingKind(
    id: "REF002", summary: "a name of something that cannot stand here",
    why: """
      The name is there, but is of another kind, or has no such attribute. CloudFormation would refuse the template,
      or AWS the value that it gives.
      """)

  static let cycle = FindingKind(
    id: "REF003", summary: "things that need one another in a circle",
    why: "CloudFormation creates what is needed first; in a circle there is no first, and it refuses the template.")

  static let listInText = FindingKind(
    id: "REF009", summary: "a list where text takes one value",
    why: "`!Sub` puts values into a text; a list has none of its own. One of its items can be named by its number.")

  static let arnForm = FindingKind(
    id: "REF005", summary: "an ARN of something else, or with a part that it cannot have",
    why: "AWS reads in an ARN which service it belongs to, and refuses one of another kind at deployment.")

  static let routeKey = FindingKind(
    id: "ROU001", summary: "a key under `routes` that is no route key",
    why: """
      An HTTP API's route key is a method in upper case, one space and a path, or `$default`. Several methods may stand
      before the path, separated by commas.
      """)

  static let dollarKey = FindingKind(
    id: "ROU002", summary: "a route key with `$` that this API does not have",
    why:
      "A `$` begins the keys that API Gateway defines: `$default`, and of WebSocket APIs `$connect` and `$disconnect`.")

  static let pathBehindGreedy = FindingKind(
    id: "ROU003", summary: "a path that goes on after `{name+}`",
    why: "Such a variable takes all of the path that is left, so nothing behind it can ever match.")

  static let partialSegment = FindingKind(
    id: "ROU004", summary: "a brace that does not fill a segment of the path",
    why: "API Gateway matches a path segment by segment: a variable is the whole of one.")

  static let variableTwice = FindingKind(
    id: "ROU005", summary: "a variable twice in one path",
    why: "The target gets the variables by name and would see one of the two.")

  static let routeTwice = FindingKind(
    id: "ROU006", summary: "a route twice in one API",
    why: "API Gateway refuses the second: both match exactly the same requests.")

  static let trailingSlash = FindingKind(
    id: "ROU008", summary: "a path that ends in a slash",
    why: "API Gateway drops it, and permissions and clients that are written with it do not match then.")

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
