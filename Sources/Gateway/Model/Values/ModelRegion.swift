import SpecReading
import YAMLTree

extension Model {
  /// The region of the stack, and where it is known from.
  var region: (name: String, mark: Mark)? { regions.first }

  /// The same, also where only its functions show it.
  var regionOfStack: (name: String, mark: Mark)? { region ?? regionOfFunctions }

  /// The region of the functions for which the stack creates permissions, which is its own.
  private var regionOfFunctions: (name: String, mark: Mark)? {
    var regions: [(name: String, mark: Mark)] = []
    for permission in permissions where permission.source == .language {
      guard let name = permission["FunctionName"], let text = name.text, text.hasPrefix("arn:") else { continue }
      if let region = Arn.region(of: text) { regions.append((region, name.mark)) }
    }
    return Model.onlyRegion(of: regions)
  }

  /// The region of the stack, where all that shows one shows the same.
  var certainRegion: (name: String, mark: Mark)? { Model.onlyRegion(of: regions) }

  private static func onlyRegion(of regions: [(name: String, mark: Mark)]) -> (name: String, mark: Mark)? {
    regions.first.flatMap { first in regions.allSatisfy { $0.name == first.name } ? first : nil }
  }

  /// The regions of imported load balancers, listeners and services, which are in that of the stack.
  func makeRegions() -> [(name: String, mark: Mark)] {
    var arns: [(text: String?, mark: Mark)] = []
    func add(_ property: Property?) { if let property { arns.append((property.text, property.mark)) } }
    func add(_ given: Given<String>) { arns.append((given.literal, given.mark)) }
    for balancer in balancing.balancers { add(balancer["LoadBalancerArn"]) }
    for listener in balancing.listeners { add(listener["ListenerArn"] ?? listener["LoadBalancerArn"]) }
    for group in names.spec.targetGroups {
      if case .imported(let imported) = group.value.form { add(imported.arn) }
    }
    for service in names.spec.cloudMapServices {
      if case .imported(let imported) = service.value.form { add(imported.arn) }
    }
    for integration in apis.integrations where integration.isPrivate == true {
      if let uri = integration["IntegrationUri"], uri.isRaw { add(uri) }
    }
    // A certificate may be the very thing that is wrong.
    for listener in balancing.listeners { listener.certificates.forEach(add) }
    return arns.compactMap { text, mark in
      guard let text, text.hasPrefix("arn:") else { return nil }
      return Arn.region(of: text).map { ($0, mark) }
    }
  }
}

extension Arn {
  /// The region of an ARN, or a reference in its place; nil for another text.
  fileprivate static func region(of text: String) -> String? {
    let arn = Arn(text)
    return arn.region.isEmpty || arn.flawOfRegion != nil && !arn.region.contains("{") ? nil : arn.region
  }
}
