import SpecReading

/// What a text says that names a service's target outside the template: AWS's own ARN, URL or name of it.
enum ServiceLiteral {
  case arn(Arn)
  case url(QueueUrl)
  case name(String)

  /// Nil where the text can be nothing of the kind.
  init?(_ text: String, of kind: Kind) {
    if text.hasPrefix("arn:") {
      let arn = Arn(text)
      guard kind.owns(arn) else { return nil }
      self = .arn(arn)
    } else if kind == .queue, text.mentions("://") {
      guard let url = QueueUrl(text) else { return nil }
      self = .url(url)
    } else {
      guard kind.allows(name: text) else { return nil }
      self = .name(text)
    }
  }
}

/// The URL of a queue, taken apart.
struct QueueUrl {
  let region: String
  let account: String
  let name: String

  /// Nil where the text is none. Regions stand before or behind the service's name in older and newer hosts; the
  /// oldest of all has none.
  init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0] == "https:" || parts[0] == "http:", parts[1].isEmpty else { return nil }
    let host = parts[2].split(separator: ".").map(String.init)
    guard host.count > 1, !parts[3].isEmpty, Kind.queue.allows(name: parts[4]) else { return nil }
    region = host[0] == "queue" ? "us-east-1" : host[1] == "queue" ? host[0] : host[1]
    (account, name) = (parts[3], parts[4])
  }
}

extension Kind {
  /// Whether it is something that an action of a service is called on.
  var isService: Bool {
    switch self {
    case .queue, .eventBus, .stateMachine, .stream, .application, .environment, .configuration: true
    default: false
    }
  }

  /// Whether an ARN is one of such a thing.
  func owns(_ arn: Arn) -> Bool {
    switch self {
    case .queue: arn.service == "sqs" && !arn.resource.isEmpty
    case .eventBus: arn.service == "events" && arn.resource.hasPrefix("event-bus/")
    case .stateMachine: arn.service == "states" && arn.resource.hasPrefix("stateMachine:")
    case .stream: arn.service == "kinesis" && arn.resource.hasPrefix("stream/")
    default: false
    }
  }

  /// Whether such a thing may be called so (source: the services' own API references).
  func allows(name: String) -> Bool {
    switch self {
    case .queue:
      let base = name.hasSuffix(".fifo") ? name.dropLast(5) : name[...]
      return name.utf8.count <= 80 && base.isMade(ofLettersDigitsAnd: "-_")
    case .eventBus: return name.utf8.count <= 256 && name.isMade(ofLettersDigitsAnd: "/.-_")
    case .stateMachine: return name.utf8.count <= 80 && name.isMade(ofLettersDigitsAnd: "-_")
    case .stream: return name.utf8.count <= 128 && name.isMade(ofLettersDigitsAnd: "-_.")
    case .application, .environment, .configuration: return !name.isEmpty && name.utf8.count <= 128
    default: return false
    }
  }
}

extension SpecNames {
  /// The resource that a text almost names, if it is no exact name of anything.
  func nearResource(_ kind: Kind, _ text: String) -> String? {
    // Every account has a bus of this name.
    if resourceTypes.isEmpty || kind == .eventBus && text == "default" { return nil }
    // The logical id of something else was hardly meant as a name outside.
    if resourceTypes[text] != nil { return text }
    let fitting = resourceTypes.filter { kind.resourceTypes.keys.contains($0.value) }.keys.sorted()
    return Suggestion.nearest(to: text, among: fitting)
  }
}

extension ReferenceCheck {
  /// What to write for a service's target.
  func serviceHelp(_ kind: Kind, _ text: String) -> String {
    if let near = names.nearResource(kind, text) {
      let isSpelled = ![.application, .environment, .configuration].contains(kind)
      return "did you mean the resource `\(near)`?"
        + (isSpelled ? " One of that name outside the template is written `{name: \(text)}`" : "")
    }
    return kind == .queue
      ? "give a logical id of `resources`, a name, a URL or an ARN"
      : "give a logical id of `resources`, a name or an ARN"
  }
}
