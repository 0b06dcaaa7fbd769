import CloudFormation

/// An API as its clients see it, in one version of a stack.
struct ApiVersion {
  /// A route or an operation of an OpenAPI document.
  struct Route: Equatable {
    /// Its authorization, in words.
    var authorization: String
    var isOpen: Bool
    /// Whether its resource does not set `AuthorizationType`: in an update, API Gateway leaves it as it is.
    var keepsAuthorization = false
    /// The same for `ApiKeyRequired`.
    var keepsKey = false
    /// Its target, in words.
    var target: String
    /// The payload format version of a function's event, if it is known.
    var event: String?
    /// The logical ID, for its own resource.
    var id: String?

    static func == (a: Route, b: Route) -> Bool {
      a.authorization == b.authorization && a.isOpen == b.isOpen && a.target == b.target
        && a.changeOfEvent(to: b) == nil
    }

    /// The payload format versions before and after, if the same function gets another event.
    func changeOfEvent(to other: Route) -> String? {
      guard target == other.target, let event, let new = other.event, event != new else { return nil }
      return "payload format version \(event) → \(new)"
    }
  }

  /// The logical ID; for an imported API, its ID.
  let id: String
  /// `Name`, or the ID.
  var name: String
  let isImported: Bool
  /// Routes by their key.
  var routes: [String: Route] = [:]
  /// The stages with their settings, by name.
  var stages: [String: Object] = [:]
  /// The logical IDs of stages by name, and of the mappings of addresses.
  var ids: [String: [String]] = [:]
  /// The authorizers with their settings, by name.
  var authorizers: [String: Object] = [:]
  /// The addresses at custom domains, `HOST/PATH`, with the stage that they lead to.
  var addresses: [String: String] = [:]
  /// The conditions under which an address leads to it, for each mapping.
  var guards: [String: [[ConditionLogic.Literal]]] = [:]
  /// The settings of the API that clients notice: CORS, whether the default endpoint is disabled.
  var settings = Object()
  /// The property that opens a route which keeps its authorization.
  var openingProperty = "AuthorizationType"
}

extension ApiVersion {
  /// Adds an address that a mapping gives it.
  mutating func add(_ address: String, to stage: String, if guards: [ConditionLogic.Literal], by mapping: String) {
    // Two values that one condition chooses.
    if guards.contains(where: { guards.contains(.init(name: $0.name, holds: !$0.holds)) }) { return }
    addresses[address] = stage
    self.guards[address, default: []].append(guards)
    if ids[address]?.contains(mapping) != true { ids[address, default: []].append(mapping) }
  }

  /// Whether its ID is one of API Gateway, not a parameter.
  var hasKnownId: Bool {
    id.utf8.count == 10
      && id.utf8.allSatisfy {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
      }
  }

  /// The APIs of a stack by logical ID or ID.
  static func all(of stack: WholeStack) -> [String: ApiVersion] {
    var reading = ApiReading(stack.template)
    reading.read()
    return reading.apis
  }
}
