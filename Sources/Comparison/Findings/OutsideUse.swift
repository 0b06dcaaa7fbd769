import CloudFormation
import Diagnostics
import Gateway

/// Resources that end, and are used from outside of their stack.
extension StackChanges {
  /// The loss of the DNS name of a public load balancer that nothing in the stack leads to: its clients have it from
  /// elsewhere.
  func lossOfAddress(_ balancer: Resource) -> Loss? {
    guard balancer.type == "AWS::ElasticLoadBalancingV2::LoadBalancer", balancer.properties["Type"] != "gateway",
      balancer.properties["Scheme"] ?? "internet-facing" == "internet-facing"
    else { return nil }
    var ids: Set = [balancer.id]
    for resource in old.template.resources
    where resource.type == "AWS::ElasticLoadBalancingV2::Listener"
      && resource.properties["LoadBalancerArn"]?.identity.reference == balancer.id
    {
      ids.insert(resource.id)
    }
    let leads = ["AWS::ApiGateway", "AWS::CloudFront::", "AWS::GlobalAccelerator::", "AWS::Route53::"]
    return isUsed(ids) { type in leads.contains(where: type.hasPrefix) } ? nil : Loss.ofAddress
  }

  /// The note about a Cloud Map service whose instances others register: "Service contains registered instances; delete the
  /// instances before deleting the service" (source: terraform issue 18264).
  func instancesLeft(in service: Resource, _ change: ResourceChange, _ verb: String) -> UpdateNote? {
    guard service.type == "AWS::ServiceDiscovery::Service", !change.isRetained, change.deletesOld,
      !isUsed([service.id], by: { $0 == "AWS::ServiceDiscovery::Instance" || $0 == "AWS::ECS::Service" })
    else { return nil }
    let isDeleted = change.action == .deleted
    let next = all.first { isDeleted && $0.action == .added && $0.type == service.type && !hasInstances($0.id) }
    return UpdateNote(
      .updateLeavesData,
      "the Cloud Map service `\(change.id)` \(verb); with instances registered in it, it stays outside of the stack"
        + (isDeleted ? next.map { ", and the new `\($0.id)` has none" } ?? "" : ", and the new one has none"),
      id: change.id,
      help: isDeleted && next == nil
        ? "deregister its instances first, or keep its key or logical ID"
        : "register the instances in the new one, or keep the old one beside it until they are")
  }

  /// Whether the new version registers instances in a service.
  private func hasInstances(_ id: String) -> Bool {
    StackChanges.isUsed([id], in: new.template) { $0 == "AWS::ServiceDiscovery::Instance" || $0 == "AWS::ECS::Service" }
  }

  private func isUsed(_ ids: Set<String>, by isUser: (String) -> Bool) -> Bool {
    StackChanges.isUsed(ids, in: old.template, by: isUser)
  }

  private static func isUsed(_ ids: Set<String>, in template: Template, by isUser: (String) -> Bool) -> Bool {
    template.resources.contains { resource in
      isUser(resource.type) && Value.object(resource.properties).refers(where: ids.contains)
    }
  }
}
