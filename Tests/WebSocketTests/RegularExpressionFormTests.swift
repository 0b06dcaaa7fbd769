import Testing

@testable import Gateway

@Suite struct RegularExpressionFormTests {
  @Test(arguments: [
    "", #"4\d\d"#, "4..|5..", "^4", "[^]]x", "[]a]", #"[\]]"#, "(a|b)+", "a{2}", "a{2,}?", "a{2,4}", "(?:a)*?", "(?i)a",
    "a++",
    #"\("#, "(?<code>4..)",
  ])
  func valid(_ text: String) { #expect(RegularExpressionForm.isValid(text)) }

  @Test(arguments: [
    "(", ")", "(4", "4)", "[4", #"4\"#, #"[4\"#, "*", "+4", "a|*", "(*a)", "a**", "a{", "a{x}", "a{,2}", "a{1,2,3}",
    "{2}", "[]",
  ])
  func notValid(_ text: String) { #expect(!RegularExpressionForm.isValid(text)) }
}
