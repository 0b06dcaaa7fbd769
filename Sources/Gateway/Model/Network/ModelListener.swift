import CloudFormation
import TextSearch
import YAMLTree

extension Model {
  /// A listener: created, or one of the language that exists.
  final class Listener {
    /// Its resource; one that exists has its `ListenerArn` there, and is not in the template.
    let resource: Resource
    /// Its load balancer, if it is in the spec.
    let balancer: LoadBalancer?
    /// The type of its load balancer, if it is known.
    let type: LoadBalancerType?
    /// What it speaks, if it is known.
    let spoken: ListenerProtocol?
    var rules: [ListenerRule] = []
    /// The ARNs of the certificates of its `AWS::ElasticLoadBalancingV2::ListenerCertificate`.
    var extraCertificates: [Property] = []

    init(_ resource: Resource, _ balancer: LoadBalancer?) {
      self.resource = resource
      self.balancer = balancer
      spoken = resource["Protocol"]?.text.flatMap(ListenerProtocol.init)
      type = balancer.map(\.type) ?? resource["LoadBalancerArn"]?.text.flatMap { LoadBalancerType(ofArn: $0) }
    }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }
  }

  /// A rule of a listener.
  struct ListenerRule {
    let resource: Resource

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }

    /// What it does.
    var actions: [ListenerAction] { resource.actions("Actions") }

    /// Its conditions, as far as they are known.
    var conditions: [Property] { self["Conditions"]?.items ?? [] }
  }

  /// An action of a listener or a rule.
  struct ListenerAction {
    let property: Property
    /// Where the listener or the rule is written.
    let mark: Mark

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { property[name] }

    /// Whether it forwards; nil where that is not known.
    var forwards: Bool? {
      self["Type"]?.text.flatMap { ResourceType.typesOfActions.contains($0) ? $0 == "forward" : nil }
    }

    /// The ARNs of the target groups that it forwards to.
    var targetGroups: [Property] {
      let weighted = self["ForwardConfig"]?["TargetGroups"]?.items ?? []
      return [self["TargetGroupArn"]].compactMap { $0 } + weighted.compactMap { $0["TargetGroupArn"] }
    }
  }

  /// A target group that the stack creates.
  final class TargetGroup {
    let resource: Resource
    /// The listeners that forward to it.
    var users: [Listener] = []

    init(_ resource: Resource) { self.resource = resource }

    /// A property, if it is set.
    subscript(_ name: String) -> Property? { resource[name] }
  }
}

extension Model.Listener {
  /// Whether the spec only names it.
  var exists: Bool { self["ListenerArn"] != nil }

  /// Its key, or its logical ID, for messages.
  var name: String { resource.name }

  /// Where it is written.
  var mark: Mark { resource.mark }

  /// What it speaks, if its load balancer can.
  var fittingProtocol: ListenerProtocol? {
    guard let type, let spoken, spoken.fits(type) else { return nil }
    return spoken
  }

  /// What it does with requests of no rule.
  var actions: [Model.ListenerAction] { resource.actions("DefaultActions") }

  /// What it and its rules do.
  var allActions: [Model.ListenerAction] { actions + rules.flatMap(\.actions) }

  /// The ARNs of its certificates.
  var certificates: [Model.Property] { resource.certificates + extraCertificates }
}

extension Model.TargetGroup {
  /// `instance`, `ip`, `lambda` or `alb`, if it is known.
  var targetType: String? { self["TargetType"]?.text ?? (resource.lacks("TargetType") ? "instance" : nil) }

  /// The type of the load balancer that forwards to it, if it is known.
  var balancerType: LoadBalancerType? { users.first?.type }
}

extension Model.Resource {
  /// The ARNs of the certificates of a listener.
  var certificates: [Model.Property] { (self["Certificates"]?.items ?? []).compactMap { $0["CertificateArn"] } }

  fileprivate func actions(_ name: String) -> [Model.ListenerAction] {
    (self[name]?.items ?? []).flatMap(\.branches).map { Model.ListenerAction(property: $0, mark: mark) }
  }

  /// The attributes of a load balancer or a target group, by AWS's keys.
  func forEachAttribute(_ body: (_ name: String, _ value: Model.Property, _ mark: Mark) -> Void) {
    let list = self["LoadBalancerAttributes"] ?? self["TargetGroupAttributes"]
    for entry in list?.items ?? [] {
      guard let key = entry["Key"], let name = key.text, let value = entry["Value"] else { continue }
      body(name, value, value.isRaw ? key.mark : value.mark)
    }
  }
}

extension LoadBalancerType {
  /// The type that the ARN of a load balancer shows.
  fileprivate init?(ofArn arn: String) {
    if arn.mentions(":loadbalancer/app/") {
      self = .application
    } else if arn.mentions(":loadbalancer/net/") {
      self = .network
    } else {
      return nil
    }
  }
}
