import SpecReading

extension Rule {
  /// A file without a function.
  static let handlerForm = Rule(
    id: "LAM022",
    severity: .error,
    summary: "a handler of Node.js or Python that names no function",
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
    check: { spec, report in
      for own in spec.createdFunctions {
        guard let runtime = own.function.runtime?.literal, let handler = own.function.handler,
          let text = handler.literal,
          runtime.hasPrefix("nodejs") || runtime.hasPrefix("python"), !text.isEmpty, !text.contains("."),
          !text.mentions("{{resolve:")
        else { continue }
        // Inline code may be told what it exports by a rule of its own.
        if case .inline? = own.function.code.source { continue }
        report.report(
          at: handler.mark, "\(Reader.quoted(text)) names a file, and no function in it",
          help: "write `\(text).handler`, or the function's own name behind the dot")
      }
    })
}
