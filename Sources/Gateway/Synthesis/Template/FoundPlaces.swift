import CloudFormation

extension Synthesis {
  /// Replaces references to places by those to the resources that were written for them. `isLast` reports those without
  /// a resource; versions and deployments get their logical IDs late.
  mutating func findLaterPlaces(isLast: Bool) {
    if values.later.isEmpty { return }
    let ids = Dictionary(placed.map { ($0.path, $0) }) { first, _ in first }
    let temporary = Set(isLast ? [] : renewals.map(\.id))
    var found: [String: Value] = [:]
    for place in values.later where found[place.token] == nil {
      guard let (resource, rest) = resource(at: place.path, among: ids), !temporary.contains(resource.id) else {
        continue
      }
      // Anything else is reported.
      if !rest.isEmpty, !resource.attributes.isEmpty, !resource.attributes.contains(rest) { continue }
      found[place.token] = rest.isEmpty ? .ref(resource.id) : .getAtt(resource.id, rest)
    }
    if !found.isEmpty { template.replaceReferences(found) }
    guard isLast else { return }
    let finder = PlaceFinder(values: values)
    for place in values.later {
      guard let (resource, rest) = resource(at: place.path, among: ids) else {
        if case (.known(_, let attributes), let rest)? = finder.find(place.path) {
          values.report(unknown: rest, ofImported: place.path, attributes.keys.sorted(), at: place.mark)
          continue
        }
        values.report(unknown: place.path, among: placed.map(\.path), at: place.mark)
        continue
      }
      let wantsAttribute = place.wantsAttribute ?? !rest.isEmpty
      // Not an attribute, but probably a part.
      let isPart = resource.path == names.element(of: place.path) && finder.find(place.path) == nil
      if !rest.isEmpty, !resource.attributes.contains(rest), !wantsAttribute || isPart || rest.contains(".") {
        values.report(unknown: place.path, among: placed.map(\.path), at: place.mark)
        continue
      }
      _ = values.check(place.path, rest, of: resource.type, wantsAttribute: wantsAttribute, at: place.mark)
    }
  }

  /// The resource of the longest place that a path begins with, and the rest of the path.
  private func resource(
    at path: String, among ids: [String: PlacedResource]
  ) -> (resource: PlacedResource, rest: String)? {
    var owner = path[...]
    while ids[String(owner)] == nil {
      guard let dot = owner.lastIndex(of: ".") else { return nil }
      owner = owner[..<dot]
    }
    return ids[String(owner)].map { ($0, String(path[owner.endIndex...].dropFirst())) }
  }
}
