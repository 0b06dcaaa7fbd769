import Diagnostics
import SpecReading
import YAMLTree

/// A whole file of another tool that is given as a spec.
struct ForeignFile {
  /// What it is: "a CloudFormation template".
  let noun: String
  /// What to write instead.
  let help: String
  /// The key that shows it.
  let mark: Mark

  /// Nil if the keys at the top are not those of a known tool, or if there are APIs of the language beside them.
  init?(_ root: Node, _ tree: Tree) {
    guard tree.kind(root) == .mapping else { return nil }
    let entries = Array(tree.entries(root))
    func entry(_ name: String) -> (key: Node, value: Node)? { entries.first { tree.string($0.key) == name } }
    if entry("apis") != nil { return nil }
    if let resources = entry("Resources") {
      let isSAM = entry("Transform").map { tree.string($0.value).hasPrefix("AWS::Serverless") } ?? false
      mark = tree.mark((entry("AWSTemplateFormatVersion") ?? resources).key)
      noun = isSAM ? "a template of AWS SAM" : "a CloudFormation template"
      help = """
        write its sections in lower case (`parameters`, `resources`, `outputs`\(isSAM ? ", `transform`, `globals`" : "")), and its \
        API as `apis: {NAME: {routes: {GET /path: FUNCTION}}}`
        """
    } else if let sign = entry("openapi") ?? entry("swagger"), entry("paths") != nil || entry("info") != nil {
      mark = tree.mark(sign.key)
      noun = "an OpenAPI document"
      let path = tree.sources[Int(mark.source)].path.split(separator: "/").last.map(String.init) ?? "openapi.yaml"
      help = "write another file with `apis: {NAME: {openapi: \(path)}}`"
    } else if let sign = entry("service"), entry("provider") != nil {
      mark = tree.mark(sign.key)
      noun = "a configuration of the Serverless Framework"
      help = """
        write a spec with `functions`, and with the events as routes: `apis: {NAME: {routes: {GET /path: FUNCTION}}}`; \
        `docs/from-serverless.md` compares both
        """
    } else {
      return nil
    }
  }
}

extension Reader {
  /// Reports a file of another tool: where it is included, or at its first key.
  func reportsForeignFile(_ root: Node, includedAs path: String? = nil, at mark: Mark = .nowhere) -> Bool {
    guard let file = ForeignFile(root, tree) else { return false }
    report(
      .unknownKey, at: path == nil ? file.mark : mark,
      "\(path.map(Reader.quoted) ?? "this") is \(file.noun), not a spec",
      related: path == nil ? [] : [Related(message: "its first key", mark: file.mark)], help: file.help)
    return true
  }
}
