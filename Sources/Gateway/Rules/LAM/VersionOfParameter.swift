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
          property.forEachParameter(in: model) { property, parameter in
            report.report(
              at: property, "a new value of the parameter \(Reader.quoted(parameter)) does not publish a version",
              help: Rule.helpForParameter)
          }
        }
      }
    })

  /// The instruction for a parameter whose value has to be known when the template is generated.
  static let helpForParameter = "use a variable of the spec, `$(…)`, which is known when the template is generated"
}

extension Model.Property {
  /// Calls `body` with each function in it that refers to a parameter, and the first one.
  func forEachParameter(in model: Model, _ body: (_ property: Model.Property, _ parameter: String) -> Void) {
    guard isFunction else {
      for part in items ?? members { part.forEachParameter(in: model, body) }
      return
    }
    let parameter = value.firstReference { model.names.parameters.contains($0) && model.template[$0] == nil }
    if let parameter { body(self, parameter) }
  }
}
