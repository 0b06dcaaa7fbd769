import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// A function that is switched off.
  static let noConcurrency = Rule(
    id: "LAM016",
    severity: .warning,
    summary: "function without any concurrency",
    why: "No execution is allowed: every call is throttled, and the client gets an error.",
    source: "Lambda's page on reserved concurrency",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books, reservedConcurrency: ⟦0 → 10⟧}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functionsAndLoops {
        guard let given = function["ReservedConcurrentExecutions"], given.number == 0 else { continue }
        report.report(at: given, "this function never runs", help: "remove `\(given.word)`, or allow some executions")
      }
    })

  /// Layers and names of a function.
  static let tooManyLayers = Rule(
    id: "LAM011",
    severity: .error,
    summary: "more than five layers, or an invalid layer, function name or alias",
    why: """
      A function has at most five layers, each in one version; Lambda rejects more. Names of functions and of aliases consist
      of letters, digits, `-` and `_`.
      """,
    source: "Lambda's quotas; found by deployments (cdk-preflight)",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          layers:
      \((1...5).map { "      - arn:aws:lambda:eu-west-1:111122223333:layer:part-\($0):1" }.joined(separator: "\n"))
            ⟪
            - ⟦arn:aws:lambda:eu-west-1:111122223333:layer:part-6:1⟧
            →⟫
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functions {
        if let given = function["FunctionName"], let text = given.openName(ofLettersDigitsAnd: "-_") {
          report.report(
            at: given, "\(Reader.quoted(text)) is not a valid function name",
            help: "it consists of letters, digits, `-` and `_`")
        }
        for (given, text) in function["FunctionName"]?.choices ?? []
        where !text.isEmpty && !text.hasPrefix("arn:") && !text.isMade(ofLettersDigitsAnd: "-_") {
          report.report(
            at: given, "\(Reader.quoted(text)) is not a valid function name",
            help: "it consists of letters, digits, `-` and `_`")
        }
        var names: Set<Substring> = []
        let layers = function["Layers"]?.list ?? []
        for layer in layers {
          for (layer, arn) in layer.openArns {
            if !arn.mayBe("lambda", "layer:") {
              report.report(at: layer, "this is not the ARN of a layer")
            } else if !arn.resource.isEmpty, arn.resource.split(separator: ":").count == 2, !arn.resource.mentions("${")
            {
              report.report(
                at: layer, "this layer has no version", help: "write the number of one behind it, after a `:`")
            }
          }
          guard let text = layer.text, text.hasPrefix("arn:"), !text.mentions("${") else { continue }
          let parts = text.split(separator: ":", omittingEmptySubsequences: false)
          if parts.count == 7 {
            report.report(at: layer, "this layer has no version", help: "write `\(text):1`, or another number")
          } else if parts.count == 8, !names.insert(text[..<parts[6].endIndex]).inserted {
            report.report(
              at: layer, "the layer \(Reader.quoted(String(parts[6]))) is listed twice", help: "remove one of the two")
          }
        }
        if layers.count > 5 {
          report.report(
            at: layers[5], "\(layers.count) layers; Lambda allows five", help: "combine several layers, or use an image"
          )
        }
      }
      let callers = ["Alias", "EventInvokeConfig", "EventSourceMapping", "Permission", "Url", "Version"]
      for type in callers where !model.names.spec.resources.isEmpty {
        let key = type == "Url" ? "TargetFunctionArn" : "FunctionName"
        for (given, text) in model.resources("AWS::Lambda::\(type)").flatMap({ $0[key]?.choices ?? [] })
        where given.resource.isRaw && !text.isEmpty && !text.mentions("${") {
          if text.hasPrefix("arn:") {
            // A permission for the latest version is another mistake.
            let arn = Arn(text.hasSuffix(":$LATEST") ? String(text.dropLast(":$LATEST".count)) : text)
            if let flaw = arn.flawAsFunction(text) { report.report(flaw, at: given) }
            continue
          }
          if text.isMade(ofLettersDigitsAnd: "-_:$") { continue }
          report.report(
            at: given, "\(Reader.quoted(text)) is not the name or the ARN of a function",
            help: "a name consists of letters, digits, `-` and `_`")
        }
      }
      let names =
        model.resources("AWS::Lambda::Alias").map { $0["Name"] }
        + model.resources("AWS::Serverless::Function").map { $0["AutoPublishAlias"] }
      for (given, text) in names.flatMap({ $0?.choices ?? [] }) {
        guard !text.isEmpty, !text.isMade(ofLettersDigitsAnd: "-_") || text.allSatisfy(\.isNumber) else { continue }
        report.report(
          at: given, "\(Reader.quoted(text)) is not a valid alias name",
          help: "it consists of letters, digits, `-` and `_`, and is not a number: those are versions")
      }
    })
}
