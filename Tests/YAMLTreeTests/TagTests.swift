import Testing
import YAMLTree

@Suite struct TagTests {
  @Test(arguments: [
    ("!Ref a", #"!Ref "a""#), ("!GetAtt [a, b]", #"!GetAtt ["a", "b"]"#),
    ("!Transform {Name: x}", #"!Transform {Name: "x"}"#),
    ("!Ref", #"!Ref """#), ("!Sub 'a ${b}'", #"!Sub "a ${b}""#), ("!Sub |\n  a\n", #"!Sub "a\n""#),
    ("!Join\n- ','\n- [a]\n", #"!Join [",", ["a"]]"#), ("!Transform\n  Name: x\n", #"!Transform {Name: "x"}"#),
    ("!Base64 !Sub a", "-"), ("!If [a, !Ref b, !Not [c]]", #"!If ["a", !Ref "b", !Not ["c"]]"#),
    ("!!str 1", #"!! "1""#), ("!!map {a: 1}", #"!! {a: "1"}"#), ("! a", #"!! "a""#),
    ("!<tag:yaml.org,2002:str> a", #"!! "a""#), ("!Foo a", #"?!Foo "a""#), ("!ref a", #"?!ref "a""#),
    ("!Refs a", #"?!Refs "a""#), ("!Fn::Sub a", #"?!Fn::Sub "a""#), ("! Ref a", #"?! Ref "Ref a""#),
    ("! Reference a", #"!! "Reference a""#), ("! Ref", #"!! "Ref""#), ("! 'Ref a'", #"!! "Ref a""#),
  ])
  func onEveryKindOfNode(written: String, expected: String) {
    let reading = Reading("k: \(written)\n")
    #expect(reading.flat(reading["k"]) == expected)
  }

  @Test(arguments: ShortTag.allCases)
  func everyShortForm(tag: ShortTag) throws {
    let reading = Reading("k: \(tag.spelling) x\n")
    #expect(reading.tree.tag(try #require(reading["k"])) == .short(tag))
    #expect(tag.functionName.hasSuffix(tag.spelling.dropFirst()))
  }

  @Test func functionNames() {
    #expect(ShortTag.ref.functionName == "Ref")
    #expect(ShortTag.condition.functionName == "Condition")
    #expect(ShortTag.getAtt.functionName == "Fn::GetAtt")
    #expect(ShortTag.getAZs.functionName == "Fn::GetAZs")
    #expect(ShortTag.if.functionName == "Fn::If")
  }

  @Test func manyUnknownTags() throws {
    let text = (0..<1000).map { "k\($0): !T\($0 % 300) x\n" }.joined()
    let reading = Reading(text)
    #expect(reading.tree.tag(try #require(reading["k7"])) == .unknown("!T7"))
    #expect(reading.tree.tag(try #require(reading["k507"])) == .unknown("!T207"))
  }
}
