import CloudFormation
import Testing

struct ObjectTests {
  @Test func keysKeepTheirOrder() {
    var object = Object()
    object.add("b", 1)
    object.add("a", 2)
    object.add("none", nil)
    object["c"] = 3
    object["b"] = 4
    object["a"] = nil
    #expect(object.members.map(\.key) == ["b", "c"])
    #expect(object["b"] == 4)
    #expect(object["a"] == nil)
  }

  @Test func mergingReplacesDeletesAndRecurses() {
    var object: Object = ["a": ["x": 1, "y": 2], "b": [1, 2], "c": "text", "d": ["z": 1]]
    object.merge(["a": ["y": 3, "w": .null, "x": .null], "b": [3], "c": ["now": "object"], "d": .null, "e": true])
    #expect(Value.object(object) == ["a": ["y": 3], "b": [3], "c": ["now": "object"], "e": true])
  }

  @Test func deletingAMissingKeyIsAllowed() {
    var object: Object = ["a": 1]
    object.merge(["b": .null])
    #expect(Value.object(object) == ["a": 1])
  }

  @Test func largeObjectsAreFoundByKey() {
    var object = Object()
    for number in 0..<2_000 { object["key\(number)"] = .int(number) }
    object["key5"] = nil
    object["key1999"] = "last"
    #expect(object.members.count == 1_999)
    #expect(object["key5"] == nil)
    #expect(object["key6"] == 6)
    #expect(object["key1999"] == "last")
    #expect(object.members[5].key == "key6")
  }
}

extension Object: ExpressibleByDictionaryLiteral {
  /// Keys and values in the order written.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements.map { Member(key: $0.0, value: $0.1) })
  }
}
