import CloudFormation
import SpecReading
import YAMLTree

extension Model {
  /// A parameter mapping of an HTTP API's integration: a change to a request or a response, or a parameter of an action.
  struct Change {
    /// The owner of a mapping.
    enum Side {
      /// Changes to a request, by destination.
      case request
      /// Parameters of an AWS service action.
      case service
      /// Changes to a response, by destination.
      case response
    }

    let integration: Integration
    let side: Side
    /// The number of the mapping that it is in: changes of one are next to each other.
    let mapping: Int
    /// The destination, `append:header.x-id`, or the parameter.
    let name: String
    /// Where that is written.
    let mark: Mark
    let value: Property
    /// The destination in its parts; nil for a parameter, or where it has another form.
    let destination: MappingDestination?
    /// The variables in the value, where that is a text.
    let variables: [MappingVariable]
    /// Whether parts of the value are only known to the deployment.
    let isComposed: Bool

    fileprivate init(
      _ integration: Integration, _ side: Side, _ mapping: Int, _ name: String, at mark: Mark, _ value: Property,
      isComposed: Bool = false
    ) {
      (self.integration, self.side, self.mapping, self.name) = (integration, side, mapping, name)
      (self.mark, self.value) = (mark, value)
      destination = side == .service ? nil : MappingDestination(name)
      self.isComposed = isComposed
      let text = value.text ?? ""
      // The rest of a name may not be known.
      variables = MappingVariable.all(in: text).filter {
        !isComposed
          || !$0.path.contains("$") && !text[$0.range.upperBound...].drop { ".:-[".contains($0) }.hasPrefix("${")
      }
    }

    /// It with each value that a function may give; itself where the value is a text.
    fileprivate var alternatives: [Change] {
      if !value.isFunction { return [self] }
      let choices = value.choices
      if choices.isEmpty, value.value.textParts != nil, let text = value.value.spelled {
        return [with(text.replacing("${!", with: "${"), origin: value.origin, isComposed: true)]
      }
      return choices.map { with($1, origin: $0.origin) }
    }

    private func with(_ text: String, origin: Origin, isComposed: Bool = false) -> Change {
      let known = Property(
        name: value.name, value: .string(text), origin: origin, of: value.resource, fallback: value.key)
      return Change(integration, side, mapping, name, at: mark, known, isComposed: isComposed)
    }
  }

  /// The parameter mappings of all HTTP APIs.
  func findChanges() -> [Change] {
    var changes: [Change] = []
    var mapping = 0
    for integration in apis.integrations where integration.isWebSocket == false {
      let side: Change.Side = integration["IntegrationSubtype"] == nil ? .request : .service
      for change in integration.requestParameters {
        changes.append(Change(integration, side, mapping, change.name, at: change.key, change))
      }
      for response in integration["ResponseParameters"]?.members ?? [] {
        mapping += 1
        for change in response["ResponseParameters"]?.items ?? [] {
          guard let destination = change["Destination"], let name = destination.text, let source = change["Source"]
          else { continue }
          changes.append(Change(integration, .response, mapping, name, at: destination.mark, source))
        }
      }
      mapping += 1
    }
    return changes
  }

  /// The parameter mappings with a value that is known, or of which parts are: one for each value that a function may give.
  func findValuedChanges() -> [Change] { changes.flatMap(\.alternatives) }

  /// Every variable in parameter mappings; MAP009 is about one whose brace is not closed.
  func forEachMappingVariable(_ body: (Change, MappingVariable) -> Void) {
    for change in valuedChanges {
      for variable in change.variables where !variable.isOpen { body(change, variable) }
    }
  }
}

/// The parts of the key of a change: `append:header.x-id`.
struct MappingDestination {
  let action: String
  let part: String
  let name: String

  /// Nil where the text has no such form.
  init?(_ text: String) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    action = String(text[..<colon])
    guard ["append", "overwrite", "remove"].contains(action) else { return nil }
    let rest = text[text.index(after: colon)...]
    part = String(rest.prefix { $0 != "." })
    name = String(rest.dropFirst(part.count + 1))
  }
}
