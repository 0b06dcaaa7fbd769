import Testing

@testable import Gateway

struct PropertyTextTests {
  private static let properties = [ResourceType.Property].described(
    """
    Name!: text(1-64), Ports: [integer(-1-65535)]
    Mode: A|B|
      C, Kind: =D
    Parts: [{Size!: number(0-1), Inner: {On: flag, Document: document}}], Free: map(any)
    Tags: tags([{Key, Value}])
    Last
    """)

  @Test func namesAndRequiredOnesAreRead() {
    #expect(Self.properties.map(\.name) == ["Name", "Ports", "Mode", "Kind", "Parts", "Free", "Tags", "Last"])
    #expect(Self.properties.filter(\.isRequired).map(\.name) == ["Name"])
    #expect(Self.properties.filter { $0.traits.contains(.tags) }.map(\.name) == ["Tags"])
  }

  @Test(arguments: [
    (["Name"], "\(PropertyForm.text(1...64))"), (["Ports", "*"], "\(PropertyForm.integer(-1...65_535))"),
    (["Mode"], "\(PropertyForm.words(["A", "B", "C"]))"), (["Kind"], "\(PropertyForm.words(["D"]))"),
    (["Parts", "*", "Size"], "\(PropertyForm.number(0...1))"), (["Parts", "*", "Inner", "On"], "\(PropertyForm.flag)"),
    (["Free", "*"], "\(PropertyForm.any)"), (["Tags", "*", "Value"], "\(PropertyForm.text)"),
    (["Last"], "\(PropertyForm.text)"),
  ])
  func formsAreRead(_ path: [String], _ form: String) throws {
    let found = try #require(PropertyForm.object(Self.properties).at(path[...]))
    #expect("\(found)" == form)
  }

  @Test func limitsAreRead() throws {
    func limit(_ name: String) -> PropertyLimit? { Self.properties[name]?.form.limit }
    guard case .length(1...64)? = limit("Name"), case .words(["A", "B", "C"])? = limit("Mode"),
      case .words(["D"])? = limit("Kind"),
      case .range(-1...65_535)? = PropertyForm.object(Self.properties).at(["Ports", "*"])?.limit
    else {
      Issue.record("\(Self.properties.map(\.form.limit))")
      return
    }
  }
}
