import Diagnostics
import SpecReading
import TextSearch
import YAMLTree

/// Checks that every name that refers to something finds it.
struct ReferenceCheck {
  let names: SpecNames
  /// The used names, as `functions.books`, and the logical IDs of used resources.
  private(set) var used: Set<String> = []
  /// The names that were found among the spec's own, by what they are looked up as.
  private var found: [(kind: Kind, names: Set<String>)] = []

  /// Whether no help is searched for any more.
  private var isLong = false
  /// The sections that could not be read.
  private let unread: Set<String>

  init(names: SpecNames, unread: Set<String> = []) {
    self.names = names
    self.unread = unread
  }

  mutating func check(_ reference: Reader.Reference, _ findings: inout Findings) {
    let kind = reference.namedKind
    guard let text = reference.name.literal else { return }
    if reference.isBranch { return checkBranch(text, reference, &findings) }
    let known = found.firstIndex { $0.kind === kind }
    if let known, found[known].names.contains(text) { return }
    // With more errors than a report shows, no rule asks for the used names.
    if !findings.isFull { use(text, as: kind) }
    switch names.find(kind, reference.name) {
    case .element?, .resource?:
      if let known { found[known].names.insert(text) } else { found.append((kind, [text])) }
      return
    case .literal?:
      if text.hasPrefix("arn:"), let finding = ArnForm(of: kind).finding(reference.name) { findings.report(finding) }
      return
    case .intrinsic?: return
    // A rule reports a `${…}` that is not replaced.
    case nil where Expression.isReported(in: text): return
    case nil where kind.section.map(unread.contains) ?? false: return
    case nil: break
    }
    isLong = findings.isLong
    // Further errors are only counted.
    let (finding, message, help) = findings.isFull ? (.unknownName, "unknown name", nil) : explain(kind, text)
    findings.report(
      Diagnostic(finding, message: message, mark: reference.name.mark, help: help))
  }

  /// A name in a branch of `Fn::If`, where it is not looked up.
  private mutating func checkBranch(_ text: String, _ reference: Reader.Reference, _ findings: inout Findings) {
    let kind = reference.namedKind
    let place: String
    switch names.find(kind, reference.name) {
    case .element?: place = kind.section.map { "\($0).\(text)" } ?? text
    case .resource?: place = text
    case .literal?, .intrinsic?, nil: return
    }
    use(text, as: kind)
    let type =
      names.resourceTypes[text]
      ?? kind.resourceTypes.keys.sorted().first { $0.hasSuffix("::Function") || $0.hasSuffix("::SecurityGroup") }
    let attribute = (type ?? kind.resourceTypes.keys.sorted().first).flatMap { kind.resourceTypes[$0] ?? nil }
    findings.report(
      Diagnostic(
        .notAllowed, message: "CloudFormation gets `\(text)` from `!If` as it is: the name is not looked up",
        mark: reference.name.mark,
        help: kind.service?.arn != nil
          ? "write `!GetAtt \(place).Arn`, and `{arn: !If …}`"
          : attribute.map { "write `!GetAtt \(place).\($0)`" } ?? "write `!Ref \(place)`"))
  }

  private mutating func use(_ text: String, as kind: Kind) {
    if let section = kind.section { used.insert("\(section).\(kind == .listener ? names.owner(of: text) : text)") }
    used.insert(text)
  }

  private func explain(_ kind: Kind, _ text: String) -> (finding: FindingKind, message: String, help: String?) {
    let quoted = Reader.quoted(text)
    if text.hasPrefix("arn:") {
      let pool = text.firstRange(of: ":userpool/").map { text[$0.upperBound...] }
      let help = pool.map { "define it in `userPools: {NAME: {id: \($0)}}`, and write `userPool: NAME`" }
      let example = kind.service?.arn?.example
      if kind == .hostedZone, let id = text.parts(separatedBy: "/").last {
        return (.arnForm, "\(quoted) is not the ID of a hosted zone", "write `\(id)`")
      }
      return (.arnForm, "\(quoted) is not the ARN of \(kind.article)", kind == .userPool ? help : example)
    }
    if names.resourceTypes[text] == "" {
      return (
        .nameOfOtherKind, "the type of the resource \(quoted) is not known",
        "refer to it with a function, such as `!GetAtt \(text).Arn`"
      )
    }
    if let type = names.resourceTypes[text] {
      return (
        .nameOfOtherKind, "the resource \(quoted) is of type `\(type)`, not \(kind.article)", resourceHelp(kind, text)
      )
    }
    if kind == .listener, let section = kind.section, let index = names.index(names.owner(of: text), in: section) {
      return explainListener(text, of: names.spec.loadBalancers[index])
    }
    if kind == .stage { return explainStage(text) }
    if kind == .condition {
      let help = Suggestion.help(for: text, among: names.conditions.sorted()) ?? "define it in `conditions`"
      return (.unknownName, "there is no condition \(quoted)", help)
    }
    let noun = kind.article.split(separator: " ").dropFirst().joined(separator: " ")
    let message = "there is no \(noun.prefix { $0 != "," && $0 != "(" }) called \(quoted)".replacing("  ", with: " ")
    return (.unknownName, message, help(kind, text))
  }

  /// The resources of the kind, or the type that one must have.
  private func resourceHelp(_ kind: Kind, _ text: String) -> String? {
    if kind == .function, let type = names.resourceTypes[text],
      let service = Services.current.all.first(where: { $0.things.contains { $0.kind.resourceTypes[type] != nil } })
    {
      return "a route to it is `{\(service.key): \(text)}`"
    }
    let fitting =
      isLong ? [] : names.resourceTypes.filter { kind.resourceTypes.keys.contains($0.value) }.keys.sorted()
    if !fitting.isEmpty { return "`resources` has " + Suggestion.list(fitting) }
    return kind.resourceTypes.count > 1
      ? nil : kind.resourceTypes.keys.first.map { "refer to a resource of type `\($0)`" }
  }

  private func help(_ kind: Kind, _ text: String) -> String? {
    if isLong { return nil }
    if text.mentions("{stageVariables.") {
      return switch kind {
      case .function where text.contains("/"): "for a URL, write the scheme before the variable: `https://\(text)`"
      case .function: "write the ARN with the variable in it: `arn:aws:lambda:REGION:ACCOUNT:function:\(text)`"
      case .role: "write the ARN with the variable in it: `arn:aws:iam::ACCOUNT:role/\(text)`"
      default: "write the name here: stage variables are for URLs, functions, roles and mappings"
      }
    }
    if let name = nameOfPlace(text, kind) { return "write `\(name)`" }
    if let reference = reference(toPlace: text, kind) { return "write `\(reference)`" }
    if let resource = kind.service { return serviceHelp(kind, resource, text) }
    if kind == .hostedZone {
      if text.hasPrefix("/hostedzone/") { return "write `\(text.dropFirst(12))`" }
      return "use its ID (`Z…`), or a logical ID in `resources`"
    }
    if let help = helpForSpelling(text, kind) { return help }
    guard let section = kind.section else {
      return "use its \(kind.hasArn ? "ARN" : "ID"), or a logical ID in `resources`"
    }
    if kind == .function, let target = otherTarget(text) { return "write `{\(target): \(text)}`" }
    if kind == .function, text.hasPrefix("integrations/") {
      return "write `{integration: \(text.dropFirst("integrations/".count))}`"
    }
    if kind == .function, text.contains("/") {
      return "define a function with this handler in `functions`, and write its name here"
    }
    if kind == .userPool, text.contains("_"), text.contains("-") {
      return "define it in `userPools: {NAME: {id: \(text)}}`, and write `userPool: NAME`"
    }
    let siblings = names.names(in: section)
    if kind == .peer, CidrBlock.address(of: text.utf8[...]) != nil { return "write `\(text)/32` for a single address" }
    if kind == .listener {
      if text.hasPrefix("http://") || text.hasPrefix("https://") {
        return "write `http: URL` for a public URL; a private one needs a listener, or its ARN"
      }
      if names.index(text, in: "targetGroups") != nil {
        return "it is a target group: write the listener that forwards to it, as `LOADBALANCER.LISTENER`"
      }
      let owner = names.owner(of: text)
      let near = Suggestion.nearest(to: owner, among: siblings)
      return near.map { "did you mean `\($0)\(text.dropFirst(owner.count))`?" }
        ?? "define load balancers in `\(section)`"
    }
    if let near = Suggestion.nearest(to: text, among: siblings) { return "did you mean `\(near)`?" }
    let fitting = names.resourceTypes.filter { kind.resourceTypes.keys.contains($0.value) }.keys.sorted()
    if let near = Suggestion.nearest(to: text, among: fitting) { return "did you mean the resource `\(near)`?" }
    if kind == .service, text.hasPrefix("srv-") {
      return "use the ARN of an existing service: `arn:aws:servicediscovery:REGION:ACCOUNT:service/\(text)`"
    }
    if siblings.isEmpty {
      return "define it in `\(section)`" + (kind.hasArn ? ", or write the ARN of an existing one" : "")
    }
    return "`\(section)` has " + Suggestion.list(siblings)
  }

  /// The name in a place such as `functions.books` or `resources.Books`, where only the name is due.
  private func nameOfPlace(_ text: String, _ kind: Kind) -> String? {
    guard let dot = text.firstIndex(of: ".") else { return nil }
    let name = String(text[text.index(after: dot)...])
    if text.hasPrefix("resources.") { return names.resourceTypes[name] == nil ? nil : name }
    guard let section = kind.section, text.hasPrefix(section + ".") else { return nil }
    return names.index(kind == .listener ? names.owner(of: name) : name, in: section) == nil ? nil : name
  }

  /// The function that refers to a place of the right type, such as the security group of a load balancer, also of one
  /// that is named itself.
  private func reference(toPlace text: String, _ kind: Kind) -> String? {
    let owners = [text] + ["loadBalancers", "functions", "vpcLinks"].map { "\($0).\(text)" }
    for place in [text] + owners.map({ "\($0).securityGroup" }) {
      guard case .resource(_, let type)? = names.place(place), let attribute = kind.resourceTypes[type] else {
        continue
      }
      return attribute.map { "!GetAtt \(place).\($0)" } ?? "!Ref \(place)"
    }
    return nil
  }

  /// The key of a target of another kind with this name.
  private func otherTarget(_ text: String) -> String? {
    if let index = names.index(names.owner(of: text), in: "loadBalancers") {
      return names.spec.loadBalancers[index].value.type.literal == .network ? "nlb" : "alb"
    }
    if names.spec.apis.contains(where: { api in api.value.integrations.contains { $0.name == text } }) {
      return "integration"
    }
    return names.index(text, in: "cloudMapServices") == nil ? nil : "cloudMap"
  }

  private func explainListener(
    _ text: String, of balancer: Named<LoadBalancerElement>
  ) -> (finding: FindingKind, message: String, help: String?) {
    let listeners = balancer.value.listeners.map(\.name)
    if text == balancer.name {
      let message = "the load balancer `\(text)` has \(listeners.isEmpty ? "no listener" : "several listeners")"
      let help =
        listeners.isEmpty
        ? "define one in its `listeners`" : "name the listener: " + Suggestion.list(listeners.map { "\(text).\($0)" })
      return (.unknownName, message, help)
    }
    let part = String(text.dropFirst(balancer.name.count + 1))
    let near = Suggestion.nearest(to: part, among: listeners).map { "did you mean `\(balancer.name).\($0)`?" }
    return (
      .unknownName, "the load balancer `\(balancer.name)` has no listener `\(part)`",
      near ?? (listeners.isEmpty ? "define one in its `listeners`" : "it has " + Suggestion.list(listeners))
    )
  }
}
