import JSONWriting
import Testing

@Suite struct JSONWriterTests {
  private func sample(indented: Bool) -> String {
    var json = JSONWriter(indented: indented)
    json.beginObject()
    json.key("text")
    json.string("a\"b")
    json.key("list")
    json.beginArray()
    json.integer(-3)
    json.number("1.50")
    json.bool(true)
    json.bool(false)
    json.null()
    json.beginArray()
    json.endArray()
    json.beginObject()
    json.key("in")
    json.string("")
    json.endObject()
    json.endArray()
    json.key("empty")
    json.beginObject()
    json.endObject()
    json.endObject()
    return String(decoding: json.finish(), as: UTF8.self)
  }

  @Test func indents() {
    #expect(
      sample(indented: true) == """
        {
          "text": "a\\"b",
          "list": [
            -3,
            1.50,
            true,
            false,
            null,
            [],
            {
              "in": ""
            }
          ],
          "empty": {}
        }

        """)
  }

  @Test func writesOneLine() {
    #expect(
      sample(indented: false)
        == #"{"text":"a\"b","list":[-3,1.50,true,false,null,[],{"in":""}],"empty":{}}"# + "\n")
  }

  @Test func writesAScalarValue() {
    var json = JSONWriter()
    json.string("x")
    #expect(json.finish() == Array("\"x\"\n".utf8))
  }

  @Test func writesEmptyContainers() {
    var array = JSONWriter()
    array.beginArray()
    array.endArray()
    #expect(array.finish() == Array("[]\n".utf8))
  }
}
