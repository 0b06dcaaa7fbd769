import CloudFormation
import Comparison
import Diagnostics
import Gateway
import Glibc
import YAMLTree

@testable import SynthCommands

/// The parts of the program that read what others wrote.
private enum Part: String {
  /// The YAML tree.
  case tree
  /// A spec, from text to template and reports.
  case spec
  /// The earlier template of `diff`.
  case template

  /// The part that `FUZZ_PART` names.
  static let chosen = getenv("FUZZ_PART").flatMap { Part(rawValue: String(cString: $0)) } ?? .spec
}

/// libFuzzer calls this with each input. A trap, an exhausted stack or memory and a slow input are finds, and so is a
/// failed check.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = Source(path: "spec.yaml", bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  switch Part.chosen {
  case .tree: readTree(source)
  case .spec: compile(source)
  case .template: compare(source)
  }
  return 0
}

private func readTree(_ source: Source) {
  let tree = Tree()
  var problems: [Problem] = []
  let root = tree.read(source, problems: &problems)
  check(root != nil || !problems.isEmpty, "neither a tree nor a problem")
  for problem in problems { check(problem.mark, in: [source]) }
  if let root { visit(root, in: tree, source) }
}

private func visit(_ node: Node, in tree: Tree, _ source: Source) {
  // Below an alias, the same nodes would be visited again.
  if tree.isAlias(node) { return }
  check(tree.mark(node), in: [source])
  if let mark = tree.textMark(node) {
    check(Array(source.bytes[Int(mark.start)..<Int(mark.end)]) == Array(tree.string(node).utf8), "a text mark is wrong")
  }
  for item in tree.items(node) { visit(item, in: tree, source) }
  for (key, value) in tree.entries(node) where tree.count(node) > 0 {
    check(tree.mark(key), in: [source])
    visit(value, in: tree, source)
  }
}

private func compile(_ source: Source) {
  let first = Pipeline.run(source, stack: "spec", pathPrefix: "")
  let isRight = !first.findings.contains { $0.severity == .error }
  for finding in first.findings {
    if finding.severity == .error, finding.mark.isNowhere { check(finding.id == "CFN021", "an error without a place") }
    if !finding.mark.isNowhere { check(finding.mark, in: first.sources) }
  }
  for format in ReportFormat.allCases { _ = format.render(first.findings, in: first.sources, failOn: .error) }
  for (number, source) in first.sources.enumerated() {
    _ = FixedText(source, number: UInt32(number), fixes: first.findings.compactMap(\.fix)).diff(path: source.path)
  }
  guard isRight else { return }
  let second = Pipeline.run(source, stack: "spec", pathPrefix: "")
  check(second.findings == first.findings, "two runs have different findings")
  let templates = first.template.files(stack: "spec").map { $0.template.json() }
  check(
    second.template.files(stack: "spec").map { $0.template.json() } == templates, "two runs give different templates")
  for template in templates {
    check((try? Template(reading: Source(path: "template", bytes: template))) != nil, "the template cannot be read")
  }
}

private func compare(_ source: Source) {
  guard let template = try? Template(reading: source) else { return }
  let stack = WholeStack(template) { _ in nil }
  check(StackComparison(from: stack, to: stack).resources.isEmpty, "a template differs from itself")
  for (old, new) in [(stack, WholeStack(Template()) { _ in nil }), (WholeStack(Template()) { _ in nil }, stack)] {
    let comparison = StackComparison(from: old, to: new)
    _ = ComparisonText.render(comparison, title: "", all: true, color: false)
    _ = comparison.markdown(title: "")
  }
}

private func check(_ mark: Mark, in sources: [Source]) {
  check(sources.indices.contains(Int(mark.source)), "a mark is in no source")
  check(
    mark.start <= mark.end && Int(mark.end) <= sources[Int(mark.source)].bytes.count, "a mark is outside of its source")
}

private func check(_ isRight: Bool, _ message: String) {
  if !isRight { fatalError(message) }
}
