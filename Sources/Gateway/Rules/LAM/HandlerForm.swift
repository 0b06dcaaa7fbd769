import SpecReading
import TextSearch

extension Rule {
  /// The form of a handler.
  static let handlerForm = Rule(
    id: "LAM022",
    severity: .error,
    summary: "handler of Node.js or Python without a function name",
    why: """
      These runtimes read `FILE.FUNCTION`. Without the dot no call reaches the code: "Runtime.MalformedHandlerName: Bad
      handler".
      """,
    source: "Lambda's pages on handlers in Node.js and Python; public reports of the message",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: ⟦index → index.handler⟧, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functions {
        guard let runtime = function["Runtime"]?.text, let handler = function["Handler"], let text = handler.text,
          runtime.hasPrefix("nodejs") || runtime.hasPrefix("python"), !text.isEmpty, !text.contains("."),
          !text.mentions("{{resolve:")
        else { continue }
        // LAM009 covers inline code.
        if function["Code"]?["ZipFile"] != nil { continue }
        report.report(
          at: handler, "\(Reader.quoted(text)) names a file, but no function in it",
          help: "write `\(text).handler`, or the name of your function after the dot")
      }
    })
}
