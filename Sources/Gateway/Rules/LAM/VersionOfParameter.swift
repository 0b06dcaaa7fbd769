import CloudFormation
import Diagnostics
import SpecReading

extension Rule {
  /// A version that does not follow a parameter.
  static let versionOfParameter = Rule(
    id: "LAM023",
    severity: .warning,
    summary: "parameter in a function with an alias",
    why: """
      An alias leads to a version, which is an unchangeable copy of the function. The template contains a new version
      whenever the function changes in it, but it does not change with the value of a parameter: the deployment updates
      the function, and the alias still leads to the old copy.
      """,
    source: "Lambda Developer Guide, Manage Lambda function versions",
    example: """
      ⟪→
      variables: {books-memory: 256}
      ⟫
      parameters:
        Memory: {Type: Number, Default: 256}
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          alias: live
          memory: ⟪⟦!Ref Memory⟧ → $(books-memory)⟫
      apis:
        store:
          routes:
            GET /books: books
      outputs:
        Memory: {Value: !Ref Memory}
      """,
    check: { model, report in
      for element in model.names.spec.functions {
        guard case .created(let function) = element.value.form, function.alias != nil,
          let resource = model.resource(model.names.id(.function(element.name)))
        else { continue }
        for property in resource.properties.members where !FunctionVersion.omitted.contains(property.name) {
          search(property, model, &report)
        }
      }
    })

  private static func search(_ property: Model.Property, _ model: Model, _ report: inout Report) {
    guard property.isFunction else {
      for part in property.items ?? property.members { search(part, model, &report) }
      return
    }
    var parameter: String?
    property.value.forEachReference { id in
      if model.names.parameters.contains(id), model.template[id] == nil { parameter = parameter ?? id }
    }
    guard let parameter else { return }
    report.report(
      at: property, "a new value of the parameter \(Reader.quoted(parameter)) does not publish a version",
      help: "use a variable of the spec, `$(…)`, which is known when the template is generated")
  }
}
