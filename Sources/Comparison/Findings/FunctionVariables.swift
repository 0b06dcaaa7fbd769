import CloudFormation
import Gateway

extension StackChanges {
  /// The environment variables of a function that its code has to be checked for.
  func changesOfVariables(_ id: String, _ before: Object, _ after: Object) -> [UpdateNote] {
    let (old, new) = (variables(before), variables(after))
    return removedVariables(id, old, new) + callbackUrls(id, old, new)
  }

  private func variables(_ properties: Object) -> Object {
    properties["Environment"]?.object?["Variables"]?.object ?? Object()
  }

  private func removedVariables(_ id: String, _ old: Object, _ new: Object) -> [UpdateNote] {
    let removed = old.members.map(\.key).filter { new[$0] == nil }
    if removed.isEmpty { return [] }
    return [
      UpdateNote(
        .updateVariable,
        "the function `\(id)` no longer gets the environment variable\(removed.count == 1 ? "" : "s") \(UpdateNote.list(removed))",
        id: id, help: "check that its code does not read \(removed.count == 1 ? "it" : "them")")
    ]
  }

  /// Further stages of a WebSocket API: `CHAT_CALLBACK_URL` stays the URL of the first one, and `CHAT_DEV_CALLBACK_URL` is new.
  private func callbackUrls(_ id: String, _ old: Object, _ new: Object) -> [UpdateNote] {
    let urls = new.members.filter { $0.key.hasSuffix(CallbackVariable.suffix) }
    let known = urls.filter { old[$0.key] != nil }
    return urls.compactMap { url in
      // The first of several stages is another one.
      if let before = old[url.key], before != url.value, let same = urls.first(where: { $0.value == before }) {
        return UpdateNote(
          .updateVariable, "`\(url.key)` of `\(id)` becomes the URL of another stage, whose clients it then reaches",
          id: id,
          help: "keep the order of the stages, or let the code use `\(same.key)`")
      }
      guard old[url.key] == nil, let host = host(of: url.value), !known.contains(where: { $0.value == url.value }),
        let other = known.first(where: { self.host(of: $0.value) == host })
      else { return nil }
      return UpdateNote(
        .updateVariable,
        "the code of `\(id)` needs another CALLBACK_URL for the clients of a new stage, `\(url.key)`: `\(other.key)` reaches "
          + "those of another stage only", id: id, help: "let it use the URL of the stage that a client is connected to"
      )
    }
  }

  private func host(of url: Value) -> Substring? {
    let parts = url.words.split(separator: "/", maxSplits: 2)
    return parts.count == 3 ? parts[1] : nil
  }
}
