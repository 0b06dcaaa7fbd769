import CloudFormation
import SpecReading

extension Synthesis {
  /// Writes the integrations that no route names, but another part of the spec refers to: a route in `resources`, an
  /// output.
  mutating func writeReferredIntegrations(in context: inout ApiContext) {
    if context.shared.isEmpty { return }
    let referred = Set(values.pending.map(\.id))
    for element in context.api.value.integrations {
      let id = names.id(.integration(context.api.name, element.name))
      guard referred.contains(id), template[id] == nil else { continue }
      let lowered = write(element.node) { synthesis in
        synthesis.lower(element.value, called: element.name, behind: nil, in: &context)
      }
      guard let lowered else { continue }
      context.conditions.append((lowered.id, nil))
      loweredTargets.append(lowered)
      guard let callee = lowered.callee else { continue }
      // The routes that call it are not known.
      context.permissions.note(callee, nil, context.permissions(of: callee))
    }
  }
}
