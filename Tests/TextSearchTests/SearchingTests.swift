import TextSearch
import Testing

@Suite struct SearchingTests {
  @Test func placesOfAPart() {
    let text = "a::b::::c"
    #expect(text.ranges(of: "::").map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) } == [1, 4, 6])
    #expect(text.firstRange(of: "::c").map { text[$0] } == "::c")
    #expect(text.firstRange(of: ":::::") == nil && "".firstRange(of: "a") == nil)
    #expect(text.ranges(of: "") == [])
  }

  @Test func placesInAPartOfAText() {
    let part = "x=${é}, ${y}".dropFirst(2)
    #expect(part.ranges(of: "${").map { part[$0.upperBound...].first } == ["é", "y"])
  }

  @Test func containedTexts() {
    #expect("books".contains("ok") && !"books".contains("ko") && "books".contains(""))
    #expect("books".mentions("books") && !"book".mentions("books"))
  }

  @Test func bytesAreCompared() {
    #expect(!"e\u{301}".contains("é") && "e\u{301}".contains("e"))
  }

  @Test func replacedTexts() {
    #expect(
      "aXbX".replacing("X", with: "YY") == "aYYbYY" && "aXbX".replacing("X", with: "", maxReplacements: 1) == "abX")
    #expect("XX".replacing("X", with: "XX") == "XXXX" && "ab".replacing("X", with: "Y") == "ab")
  }

  @Test func partsBetweenSeparators() {
    #expect("a::b::::c".parts(separatedBy: "::") == ["a", "b", "", "c"] && "".parts(separatedBy: "::") == [""])
  }

  @Test func replacedSubstitutions() {
    let text = "${a}/${!a}/${b}${é}${"
    #expect(text.replacingSubstitutions { ["a": "1", "é": ""][$0] } == "1/${!a}/${b}${")
    #expect("$${a}".replacingSubstitutions { $0 + $0 } == "$aa" && "".replacingSubstitutions { $0 } == "")
    #expect(
      "${ a }${ !a}${  }".replacingSubstitutions { "<\($0)>" } == "<a>${ !a}<>" && "${ a }".substitutions == ["a"])
  }
}
