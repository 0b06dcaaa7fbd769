import SpecReading
import YAMLTree

/// A target group: created, or one that exists.
public enum TargetGroup: Alternatives {
  case created(CreatedTargetGroup)
  case imported(ImportedTargetGroup)

  /// For messages.
  public static let subject = "a target group"
  /// `arn` imports.
  public static let forms: [Form<TargetGroup>] = [
    .when("arn", ImportedTargetGroup.self, TargetGroup.imported),
    .otherwise(CreatedTargetGroup.self, TargetGroup.created),
  ]
}

/// An element of `targetGroups`, or one written in its place under `forward`.
public struct TargetGroupElement: SpecObject {
  let form: TargetGroup?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) { form = fields.oneOf(TargetGroup.self) }
}

/// A target group that exists.
public struct ImportedTargetGroup: SpecObject {
  let arn: Given<String>

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    arn = fields.required("arn", .text, "ARN of a target group that exists.")
  }
}

/// How targets that register themselves are named.
public enum TargetType: String, CaseIterable, Sendable {
  case ip, instance
}

/// A target group that the stack creates.
public struct CreatedTargetGroup: SpecObject {
  let mark: Mark
  let ips: Names?
  let instances: Names?
  let lambda: Given<String>?
  let alb: Given<String>?
  let type: Given<TargetType>?
  let port: Given<Int>?
  let `protocol`: Given<ListenerProtocol>?
  let vpc: Given<String>?
  let healthCheck: HealthCheck?
  let stickiness: Stickiness?
  let deregistrationDelay: Given<Duration>?
  let name: Given<String>?
  let attributes: [Named<Given<String>>]
  let options: ElementOptions

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    mark = fields.mark
    ips = fields.optional("ips", .list(.text), "Targets by IP address.")
    instances = fields.optional("instances", .list(.name(of: Kind.instance)), "Targets by instance id.")
    lambda = fields.optional("lambda", .name(of: Kind.function), "A function as the target.")
    alb = fields.optional("alb", .name(of: Kind.listener), "A listener of an application load balancer as the target.")
    type = fields.optional(
      "type", .word(TargetType.self), "How targets that something else registers are named; `instance` by default.")
    port = fields.optional("port", .integer(1...65_535), "The port that targets listen on.")
    `protocol` = fields.optional("protocol", .word(ListenerProtocol.self), "What targets speak.")
    vpc = fields.optional("vpc", .name(of: Kind.vpc), "The VPC that targets stand in; the load balancer's by default.")
    healthCheck = fields.optional("healthCheck", .object(HealthCheck.self), "How targets are checked.")
    stickiness = fields.optional("stickiness", .object(Stickiness.self), "Keeps a client at its target.")
    deregistrationDelay = fields.optional(
      "deregistrationDelay", .seconds(0...3_600), "How long a leaving target may finish its requests.")
    name = fields.optional("name", .text(1...32), "Its name in AWS, instead of a generated one.")
    attributes = fields.optional("attributes", .map(.text, keys: .any), "Other attributes by AWS's own keys.") ?? []
    options = ElementOptions(fields: &fields)
  }
}

/// How targets are checked.
public struct HealthCheck: SpecObject {
  let path: Given<String>?
  let `protocol`: Given<ListenerProtocol>?
  let port: Given<String>?
  let interval: Given<Duration>?
  let timeout: Given<Duration>?
  let matcher: Given<String>?
  let healthyThreshold: Given<Int>?
  let unhealthyThreshold: Given<Int>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    path = fields.optional("path", .text(1...1_024), "The path that is asked for.")
    `protocol` = fields.optional("protocol", .word(ListenerProtocol.self), "What is spoken; the group's by default.")
    port = fields.optional("port", .text, "The port; the target's own (`traffic-port`) by default.")
    interval = fields.optional("interval", .seconds(5...300), "How often.")
    timeout = fields.optional("timeout", .seconds(2...120), "How long an answer may take.")
    matcher = fields.optional("matcher", .text, "Status codes of a healthy target, such as `200-299`.")
    healthyThreshold = fields.optional("healthyThreshold", .integer(2...10), "Successes until it counts as healthy.")
    unhealthyThreshold = fields.optional("unhealthyThreshold", .integer(2...10), "Failures until it does not.")
  }
}

/// Keeps a client at its target.
public struct Stickiness: SpecObject {
  let type: Given<StickinessType>?
  let duration: Given<Duration>?

  /// Reads the fields.
  public init(fields: inout some FieldVisitor) {
    type = fields.optional("type", .known(.word(StickinessType.self)), "How a client is known again.")
    duration = fields.optional("duration", .seconds(1...604_800), "For how long.")
  }
}

/// How a client is known again.
public enum StickinessType: String, CaseIterable, Sendable {
  case lbCookie = "lb_cookie"
  case appCookie = "app_cookie"
  case sourceIp = "source_ip"
}
