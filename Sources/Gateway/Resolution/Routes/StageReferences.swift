import Diagnostics
import SpecReading

extension ReferenceCheck {
  /// The mistake in a name `API.STAGE`.
  func explainStage(_ text: String) -> (finding: FindingKind, message: String, help: String?) {
    let owner = names.owner(of: text)
    let apis = names.names(in: "apis")
    guard let index = names.index(owner, in: "apis") else {
      // `chat/live`
      let parts = text.split { "/:".contains($0) }
      if parts.count == 2, names.index(String(parts[0]), in: "apis") != nil {
        return (.unknownName, "\(Reader.quoted(text)) is not a stage", "write `\(parts[0]).\(parts[1])`")
      }
      let near = Suggestion.nearest(to: owner, among: apis).map {
        "did you mean `\($0)\(text.dropFirst(owner.count))`?"
      }
      return (
        .unknownName, "there is no API called \(Reader.quoted(owner))",
        near ?? (apis.isEmpty ? "define it in `apis`" : "`apis` has " + Suggestion.list(apis))
      )
    }
    let stages = names.spec.apis[index].value.resolvedStages.map { "\(owner).\($0.name)" }
    let what =
      text == owner ? "\(Reader.quoted(text)) is an API, not a stage" : "there is no stage \(Reader.quoted(text))"
    if stages.isEmpty { return (.unknownName, what, "the API `\(owner)` has no stage: write `stage: NAME` on it") }
    return (.unknownName, what, Suggestion.help(for: text, among: stages, or: "write " + Suggestion.list(stages)))
  }
}
