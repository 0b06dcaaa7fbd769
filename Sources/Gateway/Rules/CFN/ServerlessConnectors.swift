import CloudFormation
import Diagnostics
import SpecReading

/// The ends of SAM's connectors.
extension Rule {
  static func checkConnectors(_ model: Model, _ report: inout Report) {
    for connector in model.resources(SamProperties.prefix + "Connector") where connector.source == .resources {
      for name in ["Source", "Destination"] { check(end: connector[name], in: model, &report) }
    }
    model.forEachConnector { check(end: $0["Properties"]?["Destination"], in: model, &report) }
  }

  private static func check(end: Model.Property?, in model: Model, _ report: inout Report) {
    for end in end.map({ $0.items ?? [$0] }) ?? [] where end.form == .mapping && !end.isFunction {
      guard let id = end["Id"] else {
        if end.lacks("Id"), end.lacks("Type") {
          report.report(
            at: end.key, "an end of a connector requires `Id`, or `Type` with what its type needs",
            help: "add the logical ID: `Id: NAME`")
        }
        continue
      }
      if id.isFunction {
        report.report(
          at: id, "`Id` of a connector is a logical ID, not a function",
          help: id.target.map { "write `Id: \($0)`" })
      } else if let text = id.text, model.template[text] == nil, !model.hasUnseenResources {
        report.report(
          at: id, "there is no resource \(Reader.quoted(text)) for the connector",
          help: report.findings.isLong
            ? nil : Suggestion.help(for: text, among: model.template.resources.map(\.id), or: "write a logical ID"))
      }
    }
  }
}
