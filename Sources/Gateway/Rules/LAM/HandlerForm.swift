import SpecReading
import TextSearch

extension Rule {
  /// The form of a handler.
  static let handlerForm = Rule(
    id: "LAM022",
    severity: .error,
    summary: "handler of Node.js or Python that names a file and no function",
    why: """
      These runtimes read `FILE.FUNCTION`, with the file's name without its extension. Without the dot no call reaches the code:
      "Runtime.MalformedHandlerName: Bad handler". Of `index.js` Lambda looks for an export `js`: "index.js is undefined or
      not exported".
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
          !text.hasDynamicReference
        else { continue }
        let bare = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.filter { !"“”„‘’«»".contains($0) }
        let isQuoted = bare != text && (runtime.hasPrefix("python") || runtime.hasPrefix("nodejs"))
        guard let help = help(bare, runtime) ?? (isQuoted ? "write `\(bare)`" : nil) else { continue }
        // LAM009 covers inline code.
        if function["Code"]?["ZipFile"] != nil { continue }
        report.report(
          at: handler,
          isQuoted
            ? "the handler has typographic quotes, which YAML keeps"
            : "\(Reader.quoted(text)) names a file, but no function in it",
          help: help)
      }
    })

  /// What to write instead of a handler without a function; nil for a handler that has one.
  private static func help(_ handler: String, _ runtime: String) -> String? {
    let isPython = runtime.hasPrefix("python")
    guard isPython || runtime.hasPrefix("nodejs"), !handler.isEmpty else { return nil }
    for ending in isPython ? [".py"] : [".js", ".mjs", ".cjs", ".ts"] where handler.hasSuffix(ending) {
      let file = handler.dropLast(ending.count)
      if file.contains(".") { return "write `\(file)`" }
      return "write `\(file).\(isPython ? "lambda_handler" : "handler")`, or the name of your function after the dot"
    }
    if handler.contains(".") { return nil }
    // As web servers of Python write it.
    let parts = handler.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty { return "write `\(parts[0]).\(parts[1])`" }
    return "write `\(handler).handler`, or the name of your function after the dot"
  }
}
