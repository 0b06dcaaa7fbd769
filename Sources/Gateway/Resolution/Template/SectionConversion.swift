import CloudFormation
import SpecReading
import YAMLTree

extension RawValues {
  /// Converts what is passed on as it is, section by section: each evaluates functions of its own.
  func convertSections() {
    for section in names.spec.sections {
      guard let raw = section.value else { continue }
      switch section.name {
      case "Conditions": convert(raw.node, in: .conditions)
      case "Rules": convert(raw.node, in: .rules)
      default: break
      }
    }
    for element in names.spec.resources + names.spec.outputs where element.name.hasPrefix("Fn::ForEach") {
      if let key = element.node { convertLoop(key, element.name, element.value.node) }
    }
    let entries = SectionEntries(names: names, values: self)
    entries.check()
    entries.checkCircles()
  }
}
