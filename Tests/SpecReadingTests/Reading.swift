import Diagnostics
import SpecReading
import YAMLTree

/// A text, the value read from it, and the findings.
struct Reading<T: SpecObject> {
  let value: T?
  let reader: Reader
  let findings: [Diagnostic]

  init(_ text: String, as type: T.Type = T.self) {
    let tree = Tree()
    let source = Source(path: "spec.yaml", bytes: Array(text.utf8))
    var problems: [Problem] = []
    let root = tree.read(source, problems: &problems)
    reader = Reader(tree: tree)
    reader.findings.report(problems.map { Diagnostic($0) })
    value = root.flatMap { [reader] in reader.read(T.self, from: $0) }
    findings = reader.findings.sorted
    marks = findings.map { finding in
      let position = source.position(at: Int(finding.mark.start))
      return "\(position.line):\(position.column)"
    }
  }

  /// The locations of the findings.
  let marks: [String]

  /// Each finding as `1:8 SPEC004 message | help`.
  var lines: [String] {
    zip(findings, marks).map { finding, mark in
      "\(mark) \(finding.id) \(finding.message)" + (finding.help.map { " | \($0)" } ?? "")
    }
  }
}

/// A schema under test.
protocol Probe: Sendable {
  associatedtype S: Schema
  static var schema: S { get }
}

/// An object with one field of a schema.
struct Holder<P: Probe>: SpecObject {
  let value: P.S.Value?

  init(fields: inout some FieldVisitor) { value = fields.optional("field", P.schema, "A field.") }
}

/// Reads `field: …` with a schema.
func field<P: Probe>(_ probe: P.Type, _ text: String) -> Reading<Holder<P>> { Reading("field: \(text)") }

extension Given {
  /// The literal; nil for a function.
  var isFunction: Bool { literal == nil }
}
