extension Services {
  /// The section of the language reference about actions of services and their parameters.
  static var reference: String {
    var text = """

      ## Actions of services

      The target sets the parameters that name it. The others are specified in `parameters`, where `null` removes a
      default. Every action also has the parameter `Region`.

      | target | `action` | integration subtype | required | optional | defaults |
      | --- | --- | --- | --- | --- | --- |

      """
    for service in current.all {
      for action in service.actions {
        func names(_ names: [String]) -> String {
          names.filter { !action.target.contains($0) }.map { "`\($0)`" }.joined(separator: ", ")
        }
        let defaults = action.defaults.sorted { $0.key < $1.key }.map { "`\($0.key): \($0.value)`" }
        let cells = [
          "`\(service.key)`", action.word.map { "`\($0)`" } ?? "", "`\(action.name)`", names(action.required),
          names(action.optional), defaults.joined(separator: ", "),
        ]
        text += "| " + cells.joined(separator: " | ") + " |\n"
      }
    }
    return text
  }
}
