import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// The name of an export, and its value.
  static let exportName = Rule(
    of: .exportTwice,
    source: "CloudFormation's page on outputs; found by deployments (cdk-preflight)",
    example: """
      apis:
        store:
          export: ⟦my_shop → my-shop⟧
          routes:
            GET /books: https://books.example.com
      outputs:
        Books: {Value: !Ref apis.store, Export: {Name: ⟦books/api → books-api⟧}}
        Again: {Value: !Ref apis.store, Export: {Name: ⟦!Ref apis.store → !Sub "${AWS::StackName}-api"⟧}}
      """,
    check: { model, report in
      for api in model.names.spec.apis {
        guard let prefix = api.value.export, let text = prefix.literal, !isFit(text) else { continue }
        report.report(
          at: prefix.mark, "\(Reader.quoted(text)) is not a valid prefix for names of exports", help: "use \(letters)")
      }
      var seen: [Value: Export] = [:]
      for export in model.spec.exports {
        if let text = export.text, !isFit(text) {
          report.report(at: export.mark, "this is not a valid name of an export", help: "use \(letters)")
        } else if export.text.map({ $0.utf8.count > 256 }) ?? false {
          report.report(at: export.mark, "the name of an export has at most 256 characters", help: "shorten it")
        } else if let id = model.spec.resource(in: export.name) {
          report.report(
            at: export.mark, "the name of an export cannot depend on a resource such as `\(id)`",
            help: "use a string or parameters: `!Sub \"${AWS::StackName}-\(export.output)\"`")
        } else if let other = seen.updateValue(export, forKey: export.name), !export.isApart(from: other) {
          report.report(
            at: export.mark, "two outputs are exported under this name",
            related: [Related(message: "the other one", mark: other.mark)], help: "rename one of them")
        }
        if let size = export.value?.text?.utf8.count, size > 1_024 {
          report.report(
            at: export.mark, "the value of the export has \(size) bytes; at most 1,024 are allowed",
            help: "export a shorter value")
        }
      }
    })

  private static let letters = "only letters, digits, `:` and `-`"

  private static func isFit(_ text: String) -> Bool { text.isEmpty || text.isMade(ofLettersDigitsAnd: ":-") }
}

/// An output of the author's that other stacks may import.
private struct Export {
  let output: String
  let name: Value
  let mark: Mark
  let value: Value?
  let condition: Value?

  /// The name as far as it is known: of `Fn::Sub`, without its variables.
  var text: String? {
    if let text = name.text { return text }
    return name.object?["Fn::Sub"]?.text?.replacingSubstitutions { _ in "" }
  }

  /// Whether conditions may keep two of them apart.
  func isApart(from other: Export) -> Bool {
    condition != nil && other.condition != nil && condition != other.condition
  }
}

extension ResolvedSpec {
  /// The exports among `outputs`.
  fileprivate var exports: [Export] {
    names.spec.outputs.compactMap { output in
      guard let body = values.value(output.value.node).object, let name = body["Export"]?.object?["Name"] else {
        return nil
      }
      return Export(
        output: output.name, name: name, mark: nameMark(of: output), value: body["Value"],
        condition: body["Condition"])
    }
  }

  private func nameMark(of output: Named<Raw>) -> Mark {
    let tree = names.tree
    let name = tree.value("Export", in: output.value.node).flatMap { tree.value("Name", in: $0) }
    return name.map(tree.mark) ?? output.mark
  }

  /// A resource that a value refers to.
  fileprivate func resource(in value: Value) -> String? {
    value.firstReference { id in
      !names.parameters.contains(id) && !Value.pseudoParameters.contains(id) && !values.loopVariables.contains(id)
    }
  }
}
