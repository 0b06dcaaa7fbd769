import Testing
import YAMLTree

/// A text that is no YAML, and what is said about it.
struct BadText: CustomTestStringConvertible, Sendable {
  let text: String
  let report: String
  var testDescription: String { text.debugDescription }

  init(_ text: String, _ report: String) {
    self.text = text
    self.report = "syntax " + report
  }
}

@Suite struct SyntaxTests {
  private func check(_ bad: BadText) {
    let reading = Reading(bad.text)
    #expect(reading.root == nil)
    #expect(reading.report == bad.report)
  }

  @Test(arguments: [
    BadText("a:\n\tb: 1\n", "2:1+1: a tab stands in the indentation\n  help: indent by spaces"),
    BadText("a: 1\n\tb: 2\n", "2:1+1: a tab stands in the indentation\n  help: indent by spaces"),
    BadText("a:\n  b: 1\n\tc: 2\n", "3:1+1: a tab stands in the indentation\n  help: indent by spaces"),
    BadText("a: |\n\tx\n", "2:1+1: a tab stands in the indentation\n  help: indent by spaces"),
    BadText(
      "a:\n    b: 1\n  c: 2\n",
      """
      3:3+2: the indentation of this line does not fit the lines above it
        help: start it in the same column as the keys that it belongs to
      """),
    BadText(
      "  a: 1\nb: 2\n",
      """
      2:1+2: nothing may follow the end of the document
        help: indent the line like the first one, and check that no bracket is closed too early
      """),
    BadText(
      "a: 1\n- b\n",
      """
      2:1+1: a list item stands among keys
        1:1+1: the keys start here
        help: a list has a key of its own, in a line above it
      """),
    BadText(
      "x:\n  - a\n  b: c\n",
      """
      3:3+2: a list item is expected here
        2:3+1: the list starts here
        help: start it with '- ', or check the line's indentation
      """),
    BadText(
      "a: x\n  b: y\n",
      """
      2:4+1: a key cannot stand here: the line above has a value already
        help: check the indentation, or put the whole value into quotes if this belongs to it
      """),
    BadText("a: 1\nb c\nd: 2\n", "2:1+3: a ':' is missing after this key"),
    BadText("a: 1\nb\rc: 2\r", "2:1+1: a ':' is missing after this key"),
    BadText("a: - b\n", "1:4+1: a list item cannot start here\n  help: start the list on a line of its own"),
    BadText("a: ? b\n", "1:4+1: a '?' cannot stand here\n  help: put the whole value into quotes"),
  ])
  func indentation(bad: BadText) { check(bad) }

  @Test(arguments: [
    BadText("é: [1, 2\n\n", "1:4+1: this '[' is never closed"),
    BadText("a: {x: [1]\n", "1:4+1: this '{' is never closed"),
    BadText("a: [1, 2\nb: 3\n", "1:4+1: this '[' is not closed\n  2:1+2: a ',' or ']' is expected before this"),
    BadText("a: {x: 1\nb: 3\n", "1:4+1: this '{' is not closed\n  2:1+2: a ',' or '}' is expected before this"),
    BadText("a: [1, 2}\n", "1:9+1: a ',' or ']' is expected before this\n  1:4+1: the list starts here"),
    BadText("a: [\n  'x'\n  'y'\n]\n", "3:3+3: a ',' or ']' is expected before this\n  1:4+1: the list starts here"),
    BadText(
      "a: {\n  x: 1\n  y: 2\n}\n", "3:3+2: a ',' or '}' is expected before this\n  1:4+1: the mapping starts here"),
    BadText(
      "routes: {GET /books/{id}: x}\n",
      """
      1:21+1: a '{' cannot stand in a text that is not in quotes here
        1:9+1: the mapping starts here
        help: put the whole text into quotes
      """),
    BadText(
      "a: {b: !Sub x-${Y}}\n",
      """
      1:16+1: a '{' cannot stand in a text that is not in quotes here
        1:4+1: the mapping starts here
        help: put the whole text into quotes
      """),
    BadText("{a: 1}}\n", "1:7+1: nothing may follow the end of the document"),
    BadText("a: 1\n]\n", "2:1+1: this ']' closes nothing"),
    BadText("a: [,b]\n", "1:5+1: a value is expected before ','"),
    BadText("a: }\n", "1:4+1: a value is expected before '}'"),
  ])
  func brackets(bad: BadText) { check(bad) }

  @Test(arguments: [
    BadText("a: [*]\n", "1:5+1: a '*' starts an alias, and '*' is not one\n  help: if this is a text, quote it: \"*\""),
    BadText(
      "a: *.example.com\n",
      """
      1:4+13: a '*' starts an alias, and '*.example.com' is not one
        help: if this is a text, quote it: "*.example.com"
      """),
    BadText(
      "a: & b\n", "1:4+1: a '&' starts an anchor, and '&' is not one\n  help: if this is a text, quote it: \"&\""),
    BadText("a: \"b\n", "1:4+1: this quote is never closed"),
    BadText("a: 'b\nc: d\n---\n", "1:4+1: this quote is never closed"),
    BadText(
      "a: \"\\d+\"\n",
      """
      1:5+2: '\\d' is not an escape sequence
        help: write '\\\\' for a backslash, or use single quotes
      """),
    BadText("a: \"\\xZZ\"\n", "1:5+2: this escape sequence lacks hexadecimal digits"),
    BadText("a: \"\\uD800\"\n", "1:5+2: this escape sequence names no character"),
    BadText(
      "a: \"b\" c\n",
      "1:8+1: nothing may follow the value here\n  help: if it belongs to the value, put the whole value into quotes"),
    BadText(
      "a: 'it's'\n",
      "1:8+2: nothing may follow the value here\n  help: in single quotes a quote is written twice: ''"),
    BadText(
      "é: b: c\n",
      "1:5+1: a second ':' in one line\n  help: if it belongs to the value, put the whole value into quotes"),
    BadText("a: @b\n", "1:4+1: a value cannot start with '@'\n  help: put the whole value into quotes"),
    BadText("a: `b`\n", "1:4+1: a value cannot start with '`'\n  help: put the whole value into quotes"),
    BadText("a: %b\n", "1:4+1: a value cannot start with '%'\n  help: put the whole value into quotes"),
    BadText(
      "%x\na: 1\n",
      """
      1:1+2: a line that starts with '%' is a directive, and this is not one
        help: if this is a text, put it into quotes
      """),
    BadText(
      "a: | text\n",
      """
      1:6+4: a block's text starts on the line below its '|' or '>'
        help: if this is a text of one line, put it into quotes
      """),
    BadText("a: |0\n x\n", "1:5+1: a block's indentation is a digit from 1 to 9"),
    BadText("a: !Sub{x}\n", "1:4+4: the tag '!Sub' is not well-formed\n  help: if this is a text, put it into quotes"),
    BadText("a: !x!y z\n", "1:4+4: the tag '!x!y' has a prefix that is not defined"),
  ])
  func words(bad: BadText) { check(bad) }
}
