import CloudFormation
import Diagnostics
import Gateway
import SpecReading
import YAMLTree

/// What became of a spec in a test.
struct Compiled {
  let findings: [Diagnostic]
  let sources: [Source]
  /// The template; nil where the spec could not be read.
  var template: SplitTemplate?

  /// The findings as people read them.
  var text: String {
    String(decoding: TextFormat(sources: sources, color: false).render(findings), as: UTF8.self)
  }
}

/// Compiles a spec as the program does, and tells everything that is found in it, in the order of the text.
func compile(_ text: String, path: String = "spec.yaml") -> Compiled {
  compile(Array(text.utf8), path: path)
}

/// Compiles a spec of any bytes.
func compile(_ bytes: [UInt8], path: String) -> Compiled {
  let tree = Tree()
  var problems: [Problem] = []
  let root = tree.read(Source(path: path, bytes: bytes), problems: &problems)
  let reader = Reader(tree: tree, words: .elsewhere)
  reader.findings.report(problems.map { Diagnostic($0) })
  guard let root, let spec = reader.read(Spec.self, from: root) else {
    return Compiled(findings: reader.findings.sorted, sources: tree.sources)
  }
  let resolved = ResolvedSpec(spec, reader: reader)
  let result = resolved.synthesize(pathPrefix: "")
  var findings = reader.findings
  findings.report(resolved.findings.sorted)
  findings.report(Rules.check(resolved).sorted)
  findings.report(result.findings.sorted)
  return Compiled(findings: findings.sorted, sources: tree.sources, template: result.template)
}

/// A spec in which places stand between `⟦` and `⟧`: its text without them, and the places as ranges of bytes.
struct MarkedText {
  private(set) var text = ""
  private(set) var places: [Range<UInt32>] = []

  init(_ marked: String) {
    var start: UInt32?
    for character in marked {
      switch character {
      case "⟦": start = UInt32(text.utf8.count)
      case "⟧":
        if let open = start { places.append(open..<UInt32(text.utf8.count)) }
        start = nil
      default: text.append(character)
      }
    }
  }
}
