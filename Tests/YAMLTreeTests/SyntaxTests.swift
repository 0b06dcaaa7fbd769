import Testing
import YAMLTree

/// Invalid YAML, and the reported problems.
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
    BadText("a:\n\tb: 1\n", "2:1+1: tab character in the indentation\n  help: indent with spaces"),
    BadText("a: 1\n\tb: 2\n", "2:1+1: tab character in the indentation\n  help: indent with spaces"),
    BadText("a:\n  b: 1\n\tc: 2\n", "3:1+1: tab character in the indentation\n  help: indent with spaces"),
    BadText("a: |\n\tx\n", "2:1+1: tab character in the indentation\n  help: indent with spaces"),
    BadText(
      "a:\n    b: 1\n  c: 2\n",
      """
      3:3+2: the indentation of this line does not match the lines above
        help: start it in the same column as the other keys of its mapping
      """),
    BadText(
      "  a: 1\nb: 2\n",
      """
      2:1+2: unexpected text after the end of the document
        help: indent the line like the first one, and check that no bracket is closed too early
      """),
    BadText(
      "a: 1\n- b\n",
      """
      2:1+1: unexpected list item in a mapping
        1:1+1: the mapping starts here
        help: put the list under a key of its own, on the line above
      """),
    BadText(
      "x:\n  - a\n  b: c\n",
      """
      3:3+2: expected a list item
        2:3+1: the list starts here
        help: start it with `- `, or check the indentation of the line
      """),
    BadText(
      "a: x\n  b: y\n",
      """
      2:4+1: unexpected key: the line above already has a value
        help: check the indentation, or quote the whole value if this belongs to it
      """),
    BadText("a: 1\nb c\nd: 2\n", "2:1+3: missing `:` after this key\n  help: write `b: c`"),
    BadText("a: 1\nb = c\nd: 2\n", "2:1+5: missing `:` after this key\n  help: write `b: c`"),
    BadText("a: 1\nb c d\ne: 2\n", "2:1+5: missing `:` after this key"),
    BadText("a: 1\nb\rc: 2\r", "2:1+1: missing `:` after this key\n  help: write `b:`"),
    BadText("a:\n  b\n    c: 2\n", "2:3+1: missing `:` after this key\n  help: write `b:`"),
    BadText("a: 1\nb:c\nd: 2\n", "2:1+3: missing space after `:`\n  help: write `b: c`"),
    BadText("a:\n  b:c\n  d: 2\n", "2:3+3: missing space after `:`\n  help: write `b: c`"),
    BadText("a:\n- b\n-c\n", "3:1+2: missing space after `-`\n  help: write `- c`"),
    BadText("a: 1\n// b\nc: 2\n", "2:1+4: this line is not a key\n  help: start a comment with `#`"),
    BadText(
      "a: 1\n<<<<<<< HEAD\nc: 2\n",
      """
      2:1+12: a conflict of a merge is not resolved
        help: keep one version, and remove the markers
      """),
    BadText("a: - b\n", "1:4+1: a list item cannot start here\n  help: start the list on a new line"),
    BadText("a: ? b\n", "1:4+1: unexpected `?`\n  help: quote the whole value"),
  ])
  func indentation(bad: BadText) { check(bad) }

  @Test(arguments: [
    BadText("é: [1, 2\n\n", "1:4+1: unclosed `[`"),
    BadText("a: {x: [1]\n", "1:4+1: unclosed `{`"),
    BadText("a: {x: 1\nb/{c}: 3\n", "1:4+1: unclosed `{`\n  2:1+2: expected `,` or `}` before this"),
    BadText("a: {b:{c: 1}}\n", "1:6+1: unexpected `:`\n  help: add a space after the colon"),
    BadText("a: [1, 2\nb: 3\n", "1:4+1: unclosed `[`\n  2:1+2: expected `,` or `]` before this"),
    BadText("a: {x: 1\nb: 3\n", "1:4+1: unclosed `{`\n  2:1+2: expected `,` or `}` before this"),
    BadText("a: [1, 2}\n", "1:9+1: expected `,` or `]` before this\n  1:4+1: the list starts here"),
    BadText("a: [\n  'x'\n  'y'\n]\n", "3:3+3: expected `,` or `]` before this\n  1:4+1: the list starts here"),
    BadText(
      "a: {\n  x: 1\n  y: 2\n}\n", "3:3+2: expected `,` or `}` before this\n  1:4+1: the mapping starts here"),
    BadText(
      "routes: {GET /books/{id}: x}\n",
      """
      1:21+1: `{` is not allowed in an unquoted string here
        1:9+1: the mapping starts here
        help: quote the whole string
      """),
    BadText(
      "a: {b: !Sub x-${Y}}\n",
      """
      1:16+1: `{` is not allowed in an unquoted string here
        1:4+1: the mapping starts here
        help: quote the whole string
      """),
    BadText("{a: 1}}\n", "1:7+1: unexpected text after the end of the document"),
    BadText("a: 1\n]\n", "2:1+1: unmatched `]`"),
    BadText("a: [,b]\n", "1:5+1: expected a value before `,`"),
    BadText("a: }\n", "1:4+1: expected a value before `}`"),
  ])
  func brackets(bad: BadText) { check(bad) }

  @Test(arguments: [
    BadText(
      "a: [*]\n",
      "1:5+1: `*` starts an alias, but `*` is not a valid alias\n  help: if this is a string, quote it: `\"*\"`"),
    BadText(
      "a: *.example.com\n",
      """
      1:4+13: `*` starts an alias, but `*.example.com` is not a valid alias
        help: if this is a string, quote it: `"*.example.com"`
      """),
    BadText(
      "a: & b\n",
      "1:4+1: `&` starts an anchor, but `&` is not a valid anchor\n  help: if this is a string, quote it: `\"&\"`"),
    BadText(
      "* /b: c\n",
      """
      1:1+1: `*` starts an alias, but `*` is not a valid alias
        help: if this is a string, quote it: `"* /b"`
      """),
    BadText("a: \"b\n", "1:4+1: unclosed quote"),
    BadText("a: 'b\nc: d\n---\n", "1:4+1: unclosed quote"),
    BadText(
      "a: \"\\d+\"\n",
      """
      1:5+2: invalid escape sequence `\\d`
        help: write `\\\\` for a backslash, or use single quotes
      """),
    BadText("a: \"\\xZZ\"\n", "1:5+2: hexadecimal digits are missing in this escape sequence"),
    BadText("a: \"\\uD800\"\n", "1:5+2: this escape sequence is not a Unicode character"),
    BadText(
      "a: \"b\" c\n",
      "1:8+1: unexpected text after the value\n  help: if it belongs to the value, quote the whole value"),
    BadText(
      "a: 'it's'\n",
      "1:8+2: unexpected text after the value\n  help: inside single quotes, write a single quote twice: `''`"),
    BadText(
      "é: b: c\n",
      """
      1:5+1: a second `:` on one line
        help: write `{b: c}`, or if it belongs to the value, quote the whole value
      """),
    BadText(
      "é: b c: d\n",
      "1:7+1: a second `:` on one line\n  help: if it belongs to the value, quote the whole value"),
    BadText(
      "a: \"b\",\n",
      """
      1:7+1: unexpected text after the value
        help: remove the comma: it separates values only in brackets and braces
      """),
    BadText(
      "```yaml\na: b\n",
      "1:1+1: a value cannot start with ```\n  help: remove the line: it does not belong to YAML"),
    BadText("a: @b\n", "1:4+1: a value cannot start with `@`\n  help: quote the whole value"),
    BadText("a: `b`\n", "1:4+1: a value cannot start with ```\n  help: quote the whole value"),
    BadText("a: %b\n", "1:4+1: a value cannot start with `%`\n  help: quote the whole value"),
    BadText(
      "%x\na: 1\n",
      """
      1:1+2: a line that starts with `%` is a directive, but this is not a valid directive
        help: if this is a string, quote it
      """),
    BadText(
      "a: | text\n",
      """
      1:6+4: unexpected text after `|` or `>`: a block scalar starts on the next line
        help: if this is a string on one line, quote it
      """),
    BadText("a: |0\n x\n", "1:5+1: the indentation of a block scalar must be a digit from 1 to 9"),
    BadText("a: !Sub{x}\n", "1:4+4: invalid tag `!Sub`\n  help: if this is a string, quote it"),
    BadText("a: !x!y z\n", "1:4+4: the prefix of the tag `!x!y` is not defined"),
  ])
  func words(bad: BadText) { check(bad) }
}
