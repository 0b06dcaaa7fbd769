import JSONWriting
import Testing

@Suite struct ByteBufferTests {
  @Test func appendsAllKindsOfText() {
    var buffer = ByteBuffer(capacity: 4)
    buffer.append("static " as StaticString)
    buffer.append("strüng" as String)
    buffer.append(byte: 0x21)
    [UInt8]("abcd".utf8).withUnsafeBufferPointer { buffer.append($0) }
    buffer.append(repeating: 0x2E, count: 3)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == "static strüng!abcd...")
  }

  @Test func startsEmpty() {
    #expect(ByteBuffer().bytes.isEmpty)
  }
}
