import CloudFormation
import Diagnostics

/// The notes about URLs that clients lose.
extension ApiComparison {
  mutating func noteAddresses(_ old: ApiVersion?, _ new: ApiVersion?) {
    guard let old else { return }
    // Where URLs lead or no longer lead, and which ones.
    var ends: [(leads: Bool, words: String, id: String?, urls: [String])] = []
    func add(_ address: String, leads: Bool = false, to words: String, at id: String?) {
      if let index = ends.firstIndex(where: { $0.words == words && $0.id == id && $0.leads == leads }) {
        ends[index].urls.append("https://\(address)")
      } else {
        ends.append((leads, words, id, ["https://\(address)"]))
      }
    }
    for address in old.addresses.keys.sorted() {
      if let new, new.addresses[address] != nil {
        guard let words = loss(of: address, old, new) else { continue }
        add(address, to: "`\(old.name)` \(words)", at: new.id)
      } else if let other = owner(of: address, old) {
        // A new API in place of one that is deleted keeps the URL.
        if new == nil, self.old[other.id] == nil { continue }
        add(address, leads: true, to: "`\(other.name)`, no longer to `\(old.name)`", at: other.id)
      } else {
        add(address, to: "`\(old.name)`", at: new?.id)
      }
    }
    for end in ends {
      let isOne = end.urls.count == 1
      note(
        "the URL\(isOne ? "" : "s") \(UpdateNote.list(end.urls)) \(end.leads ? "" : "no longer ")lead\(isOne ? "s" : "") to \(end.words)",
        at: end.id)
    }
    if old.settings["DisableExecuteApiEndpoint"]?.scalar == "true" { return }
    if noteOwnAddress(old, isGone: new == nil) { return }
    for name in old.stages.keys.sorted() {
      let condition = new.flatMap { addedCondition(of: $0.ids[name], in: $0) }
      if new?.stages[name] != nil, condition == nil { continue }
      if old.ids[name]?.allSatisfy({ resources[$0]?.isRetained ?? false }) ?? false { continue }
      let path = name == "$default" ? "without a stage name" : "that ends with `/\(name)`"
      let words = condition.map { " if not `\($0)`" } ?? ""
      note(
        "the stage `\(name)` of `\(old.name)` is removed\(words): the URL \(path) no longer works", at: new?.id,
        help: old.isImported
          ? "keep the stage; or deploy `DeletionPolicy: Retain` of it first, and it stays outside of the stack" : nil)
    }
  }

  /// The condition under which an address no longer leads to an API, unless the whole API gets it; nil if it still does.
  private func loss(of address: String, _ old: ApiVersion, _ new: ApiVersion) -> String? {
    let guards = new.guards[address] ?? [[]]
    let lost = (old.guards[address] ?? [[]]).first { own in
      !guards.contains([]) && resources.conditionsOfBoth.mayHold(old: own, withoutNew: guards)
    }
    guard let lost else { return nil }
    if let condition = addedCondition(of: new.ids[address], in: new) { return "if not `\(condition)`" }
    if resources[new.id]?.addedCondition != nil { return nil }
    return lost.isEmpty ? "under some conditions" : "if \(lost.map(\.words).joined(separator: " and "))"
  }

  /// The API that an address leads to where it led to another one.
  private func owner(of address: String, _ old: ApiVersion) -> ApiVersion? {
    owners[address]?.first { other in
      (other.guards[address] ?? [[]]).contains { new in
        (old.guards[address] ?? [[]]).contains { old in
          old.isEmpty && new.isEmpty || resources.conditionsOfBoth.mayMeet(new: new, old: old, without: [])
        }
      }
    }
  }

  /// Notes an API of the stack that loses its ID, and returns whether it does. Stages that it leaves behind are noted on
  /// their own, as are those of an API outside of the stack.
  private mutating func noteOwnAddress(_ api: ApiVersion, isGone: Bool) -> Bool {
    if api.isImported {
      if isGone { noteLostRoutes(of: api) }
      return false
    }
    let change = resources[api.id]
    if isGone {
      if change?.isRetained ?? false { return false }
      let isRenamed = change.map(resources.isRenamed) ?? false
      note(
        "the API `\(api.name)` is deleted, and its URL with it",
        help: isRenamed ? "keep the logical ID `\(api.id)`, such as by `logicalId`; or give clients the new URL" : nil)
    } else if change?.isFresh ?? false {
      note("the API `\(api.name)` is replaced: it gets another ID, and so another URL", at: api.id)
    } else if let condition = change?.addedCondition {
      note("the API `\(api.name)` is deleted if not `\(condition)`, and its URL with it", at: api.id)
    } else {
      return false
    }
    return true
  }

  /// Notes an API outside of the stack that loses all routes, unless the new version may know it by another name.
  private mutating func noteLostRoutes(of api: ApiVersion) {
    let others = resources.apis.new.values.filter { $0.isImported && old[$0.id] == nil }
    let routes = api.routes.filter { !($0.value.id.flatMap { resources[$0]?.isRetained } ?? false) }
    guard !routes.isEmpty, ([api] + others).allSatisfy(\.hasKnownId) else { return }
    note(
      "the API `\(api.name)`, which is outside of the stack, loses \(UpdateNote.list(routes.keys.sorted())): clients get the status 404",
      help: "give clients the new URL, or keep the routes until they use it")
  }

  private mutating func note(_ message: String, at id: String? = nil, help: String? = nil) {
    notes.append(
      UpdateNote(
        .updateAddress, message, at: id, help: help ?? "give clients the new URL, or keep the old one until they use it"
      ))
  }
}
