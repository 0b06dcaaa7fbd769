import SpecReading
import YAMLTree

/// Keys of elements that exist already, of services, and of the conditions of listener rules.
extension ForeignWords {
  static let imports: [Entry] = [
    .advice(beside: "simpleResponses", "write `lambda: FUNCTION` or `userPool: POOL`", "arn"),
    .form("id", "write `id`: what exists is imported by its ID", "arn", "exists", "existing"),
    .form("arn", "write `arn`: what exists is imported by its ARN", "id", "exists", "existing"),
    .form("exists", "write `exists: true`: a domain is found by its host", "arn", "id"),
    .advice(
      beside: "truststore", "write `exists: true` in the domain: a domain is found by its host", "arn", "id"),
    .form("authorizer", "write `auth: AUTHORIZER`, `auth: iam` or `auth: none`", "type", "iam"),
    .form(
      "authorizer", "define it under the API's `authorizers`, and write `auth: NAME`", "userPool", "issuer", "audience",
      "jwt", "lambda"),
    .advice(beside: "audience", "write it beside `jwt`, not in it", "scopes", "identitySource", "name", "ttl"),
    .key("authorizer", "name"),
    .advice(
      beside: "setIdentifier", "write it behind the host in the API's `domain`: `domain: HOST/PATH`", "basePath",
      "path", "apiMappingKey", "basePathMapping", "basePathMappings", "apiMapping", "apiMappings", "mappings", "paths"),
    .key("ipv4", "ip", "ipAddress", "address", "AWS_INSTANCE_IPV4"),
    .key("port", "AWS_INSTANCE_PORT"),
    .advice(
      beside: "setIdentifier", "remove it: the domains of these APIs are regional", "endpointType",
      "endpointConfiguration", "edge"),
    .advice(beside: "only", "write `accessLogs: true` or `accessLogs: false`", "enabled", "enable"),
    .key("stepFunctions", "stateMachine", "stateMachineArn", "stepFunction", "sfn"),
    .key("eventBridge", "eventBus", "eventBusName", "eventBusArn", "bus"),
    .key("sqs", "queue", "queueUrl", "queueArn", "queueName"),
    .key("kinesis", "stream", "streamName", "streamArn"),
    .key("cloudMap", "serviceDiscovery", "cloudMapService"),
    .form("alb", "write `alb: LISTENER` or `nlb: LISTENER`", "loadBalancer", "listener", "listenerArn"),
    .advice(
      beside: "cloudMap",
      "call the service in a function (`lambda: NAME`); a WebSocket API has `aws: SERVICE:action/NAME`", "sns",
      "dynamodb", "dynamo", "s3", "firehose", "ses", "secretsManager", "ssm", "bedrock", "topic", "table", "bucket"),
    .key("pathPattern", "path", "paths", "pathPatterns"),
    .key("hostHeader", "host", "hosts", "hostHeaders", "hostname"),
    .key("methods", "method", "httpMethods", "httpRequestMethod", "httpRequestMethods"),
    .key("sourceIp", "sourceIps"),
    .key("query", "queryString", "queryStrings"),
    .key("headers", "httpHeader", "httpHeaders"),
    .advice(
      beside: "pathPattern", "write the conditions directly in the rule, such as `pathPattern: /books*`", "conditions"),
    .advice(
      beside: "pathPattern", "write the priority as the key of the rule: `10: {pathPattern: /books*, …}`", "priority"),
    .key("keys", "apiKeys", "apiKey"),
    .form("s3", "write `s3: {bucket: …, key: …}`", "bucket", "key", "s3Bucket", "s3Key"),
    .key("path", "$ref", "file", "folder", "dir", "directory", "zip"),
    .key("mask", "cidrMask", "prefixLength"),
  ]

  /// Help for a method as a key of a path, `/users: {GET: users}`, or the other way round, and for settings in place of a
  /// route key.
  static func helpForMethod(_ entry: ForeignEntry, _ tree: Tree) -> String? {
    // `stages.NAME.routes: {throttle: …}`
    if entry.owner == "throttle", entry.known.contains("throttle"), entry.known.contains("detailedMetrics") {
      return "write `ROUTE_KEY: {throttle: …}`: the keys of `routes` are route keys"
    }
    let method = entry.key.firstIndex(of: " ").flatMap { HttpMethod(rawValue: String(entry.key[..<$0])) }
    if method != nil || ["$default", "$connect", "$disconnect"].contains(entry.key) {
      return "move it into the `routes` of an API, with the indentation of the other routes"
    }
    if let help = helpForNamedRoute(entry, tree) { return help }
    let (word, path) = entry.key.hasPrefix("/") ? (entry.owner, entry.key) : (entry.key, entry.owner)
    guard path.hasPrefix("/"), entry.known.contains("cloudMap"), HttpMethod(rawValue: word.uppercased()) != nil else {
      return nil
    }
    let value = tree.kind(entry.value) == .scalar && !tree.isNull(entry.value) ? tree.string(entry.value) : "…"
    return "write the route `\(word.uppercased()) \(path): \(value)`"
  }

  /// Help for a route under a name, with the method and the path as its keys: `list: {lambda: books, method: GET, path: /}`.
  private static func helpForNamedRoute(_ entry: ForeignEntry, _ tree: Tree) -> String? {
    guard !entry.owner.contains("/"), let element = entry.element else { return nil }
    func text(_ name: String) -> String? {
      let entry = tree.entries(element).first { Suggestion.same(as: tree.string($0.key), among: [name]) != nil }
      return entry.flatMap { tree.kind($0.value) == .scalar ? tree.string($0.value) : nil }
    }
    let key: String
    switch entry.key.lowercased() {
    case "path", "method":
      guard let path = text("path"), path.hasPrefix("/"), let method = text("method") else { return nil }
      key = "\(method.uppercased()) \(path)"
    case "routekey", "route_key":
      guard let text = text("routeKey"), text.contains(" /") || text.hasPrefix("$") else { return nil }
      key = text
    default: return nil
    }
    return "write the route `\(key.contains("{") ? "\"\(key)\"" : key): …`: the method and the path are the key"
  }
}
