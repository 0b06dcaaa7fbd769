import Diagnostics
import SpecReading
import YAMLTree

extension Rule.Report {
  /// Reports what `properties` of an API or `overrides` write of quick create where the API has parts of its own.
  mutating func reportQuickCreate(of api: Named<Api>, in spec: ResolvedSpec) {
    guard case .created(let created) = api.value.form, spec.isWhole(api.mark) else { return }
    let parts = [created.options.properties.map { RawProperty(root: $0.node, at: api.mark, spec.values) }]
    for properties in (parts + spec.overriddenProperties(of: api)).compactMap({ $0 }) {
      guard let target = properties["Target"] else {
        for name in ["RouteKey", "CredentialsArn"] {
          guard let property = properties[name] else { continue }
          report(
            at: property.key, "`\(name)` belongs to what `Target` makes, and this API has none",
            help: "leave it out, and write it on a route: its key, and `credentials`")
        }
        continue
      }
      let key = properties["RouteKey"].map(\.text) ?? "$default"
      let route = api.value.routes.first { $0.name == key }
      let stage = api.value.resolvedStages.first { $0.name == "$default" }
      guard route != nil || stage != nil else { continue }
      let things = [route.map { "the route `\($0.name)`" }, stage.map { _ in "the stage `$default`" }].compactMap { $0 }
      report(
        at: target.key, "`Target` makes \(things.joined(separator: " and ")), which this API has already",
        related: [Related(message: "what it has", mark: route?.mark ?? stage?.mark ?? api.mark)],
        help: "leave it out, and write `$default` under `routes`")
    }
  }
}

extension ResolvedSpec {
  /// What `overrides` writes into an API, by its place or its logical id.
  fileprivate func overriddenProperties(of api: Named<Api>) -> [RawProperty?] {
    let names = ["apis.\(api.name)", self.names.id(.api(api.name))]
    return self.names.spec.overrides.filter { names.contains($0.name) }.map { element in
      RawProperty(root: element.value.node, at: element.mark, values)["Properties"]
    }
  }
}

extension RawProperty {
  /// A mapping that has no name.
  fileprivate init(root: Node, at mark: Mark, _ values: RawValues) {
    self.init(name: "", key: mark, node: root, values: values)
  }
}
