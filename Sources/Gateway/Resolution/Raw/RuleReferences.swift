import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension RawValues {
  /// Notes the parameter that `Fn::ValueOf` names, and checks that it exists.
  func noteParameter(_ arguments: [Node]) {
    guard let first = arguments.first, isName(first) else { return }
    let name = names.tree.string(first)
    note(used: name)
    if names.parameters.contains(name) { return }
    report(
      .unknownName, at: first, "there is no parameter \(Reader.quoted(name))",
      help: Suggestion.help(for: name, among: names.parameters.sorted()) ?? "define it in `parameters`")
  }

  /// Notes the parameters of a type, which `Fn::RefAll` and `Fn::ValueOfAll` look at: those with a list of it as well.
  func noteParameters(ofType node: Node) {
    guard isName(node), let section = names.spec.section("Parameters") else { return }
    let type = names.tree.string(node)
    for entry in names.tree.entries(section.node) {
      guard let own = names.tree.value("Type", in: entry.value).map(names.tree.string), own.contains(type) else {
        continue
      }
      note(used: names.tree.string(entry.key))
    }
  }
}
