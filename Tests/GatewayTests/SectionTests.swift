import SpecReading
import Testing

@testable import Gateway

/// The list of sections beside the fields of a spec.
@Suite("Sections")
struct SectionTests {
  @Test("Each mapping of elements in a spec is a section")
  func fields() {
    let named = Describer.list(of: Spec.self).filter { if case .map(.object, _) = $0.shape { true } else { false } }
    #expect(Set(named.map(\.key)) == Set(Section.all.map(\.name)))
  }

  @Test("The place of an element begins with its section", arguments: Section.all.map(\.name))
  func places(_ name: String) {
    #expect(Section.all.first { $0.name == name }?.place("x").path == "\(name).x")
  }

  @Test("A kind that takes the names of a section takes those of one that exists")
  func kinds() {
    let kinds: [Kind] = [
      .function, .vpc, .securityGroup, .peer, .vpcLink, .loadBalancer, .listener, .targetGroup, .namespace, .service,
      .userPool, .apiKey,
    ]
    #expect(kinds.allSatisfy { $0.section.map { Section.numbers[$0] != nil } ?? false })
  }
}
