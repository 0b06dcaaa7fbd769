import SpecReading

/// The file that a runtime loads for a handler, in the folder of the code (source: Lambda's pages on handlers in Node.js,
/// Python and Ruby, and on custom runtimes; the runtime interface clients of the first two).
struct HandlerFile {
  /// Its folder with a slash at the end; empty for that of the code.
  let folder: String
  /// Its name without the ending.
  private let name: String
  /// The endings that the runtime tries.
  private let endings: [String]
  /// The parts of the handler before and after the name.
  private let around: (before: String, after: String)

  /// Nil if the runtime does not load a file by its name, or not one of the folder.
  init?(_ handler: String, runtime: String) {
    if runtime.hasPrefix("provided") {
      (folder, name, endings, around) = ("", "bootstrap", [], ("", ""))
      return
    }
    let isPython = runtime.hasPrefix("python")
    guard !handler.hasPrefix("/"), let endings = HandlerFile.endings.first(where: { runtime.hasPrefix($0.runtime) }),
      let dot = isPython
        ? handler.lastIndex(of: ".") : handler.dropFirst(FilePath.folder(of: handler).count).firstIndex(of: ".")
    else { return nil }
    // Python imports a module, whose parts are folders.
    let path = isPython ? handler[..<dot].replacing(".", with: "/") : String(handler[..<dot])
    folder = FilePath.folder(of: path)
    name = String(path.dropFirst(folder.count))
    self.endings = endings.files
    around = (String(handler.prefix(folder.count)), String(handler[dot...]))
  }

  private static let endings = [
    (runtime: "nodejs", files: [".js", ".mjs", ".cjs"]), (runtime: "python", files: [".py", ".pyc", ".so"]),
    (runtime: "ruby", files: [".rb"]),
  ]

  /// Whether the file exists in a folder. A folder of its name may be a module as well.
  func exists(in code: String, _ content: LocalContent) -> Bool {
    let path = FilePath.join(code + "/", folder + name)
    return content.exists(path) || endings.contains { content.exists(path + $0) }
      // Node.js also looks for packages.
      || endings.contains(".js") && content.exists(FilePath.join(code + "/", "node_modules/" + folder + name))
  }

  /// The names of the file: `index.js`, `index.mjs` or `index.cjs`.
  var expected: String {
    switch endings.first {
    case ".js"?: "`\(folder)\(name).js`, `.mjs` or `.cjs`"
    case let ending: "`\(folder)\(name)\(ending ?? "")`"
    }
  }

  /// How to correct the handler. `names` are those of files in its folder.
  func help(names: [String]) -> String {
    if endings.isEmpty { return "build the program first, as `bootstrap` in this folder" }
    if let source = [".ts", ".mts", ".tsx"].map({ name + $0 }).first(where: names.contains), endings.contains(".js") {
      return "compile `\(source)`, and let `code` be the folder of the result: Lambda does not run TypeScript"
    }
    let stems = names.compactMap { file in
      endings.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
    }
    if let stem = Suggestion.nearest(to: name, among: stems) ?? (stems.count == 1 ? stems[0] : nil) {
      return "write `\(around.before)\(stem)\(around.after)`"
    }
    return "build the code first, or correct the handler: `index.handler` is `handler` in `index\(endings[0])`"
  }
}
