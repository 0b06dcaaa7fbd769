import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  func addHealthCheck(_ check: Conditional<HealthCheck>?, to properties: inout Object) {
    properties.add("HealthCheckProtocol", check, \.protocol) { value($0) }
    properties.add("HealthCheckPort", check, \.port) { value($0) }
    properties.add("HealthCheckPath", check, \.path) { value($0) }
    properties.add("HealthCheckIntervalSeconds", check, \.interval) { seconds($0) }
    properties.add("HealthCheckTimeoutSeconds", check, \.timeout) { seconds($0) }
    properties.add("HealthyThresholdCount", check, \.healthyThreshold) { value($0) }
    properties.add("UnhealthyThresholdCount", check, \.unhealthyThreshold) { value($0) }
    properties.add("Matcher", check, \.matcher) { matcher in
      var codes = Object()
      codes.add("HttpCode", matcher) { value($0) }
      return .object(codes)
    }
  }

  func attributes(of group: CreatedTargetGroup, _ user: TargetGroupUser?) -> Object {
    var attributes = Object()
    attributes.add("deregistration_delay.timeout_seconds", group.deregistrationDelay) { attribute($0) }
    addStickiness(group.stickiness, user, to: &attributes)
    for entry in group.attributes { attributes.set(entry) { value($0) } }
    return attributes
  }

  private func addStickiness(_ block: Conditional<Stickiness>?, _ user: TargetGroupUser?, to attributes: inout Object) {
    let isNetwork = user?.balancer.value.type.literal == .network
    func type(_ stickiness: Stickiness) -> StickinessType {
      stickiness.type?.literal ?? (isNetwork ? .sourceIp : .lbCookie)
    }
    attributes.add("stickiness.enabled", Value.choice(block) { _, _ in "true" })
    attributes.add(
      "stickiness.type", Value.choice(block) { stickiness, _ in .string(type(stickiness).rawValue) },
      origin: Origin(of: block?.values.first?.type?.node))
    for cookie in [StickinessType.lbCookie, .appCookie] {
      attributes.add(
        "stickiness.\(cookie.rawValue).duration_seconds", block,
        {
          type($0) == cookie ? $0.duration : nil
        }
      ) { attribute($0) }
    }
  }
}
