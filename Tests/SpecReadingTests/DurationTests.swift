import SpecReading
import Testing

private enum Timeout: Probe {
  static var schema: DurationSchema { .duration(50...30_000, unit: .milliseconds) }
}
private enum Seconds: Probe { static var schema: DurationSchema { .seconds(1...900) } }
private enum Days: Probe {
  static var schema: DurationSchema { .duration(86_400_000...(3_653 * 86_400_000), unit: .days) }
}

struct DurationTests {
  @Test(arguments: [("50ms", 50), ("29s", 29_000), ("30000", 30_000), ("500", 500), ("'1s'", 1_000)])
  func milliseconds(_ written: String, _ value: Int) {
    #expect(field(Timeout.self, written).value?.value?.literal?.milliseconds == value)
  }

  @Test(arguments: [("1", 1), ("15m", 900), ("90s", 90), ("2000ms", 2)])
  func seconds(_ written: String, _ value: Int) {
    #expect(field(Seconds.self, written).value?.value?.literal?.seconds == value)
  }

  @Test(arguments: [("30", 30), ("24h", 1), ("7d", 7), ("1440m", 1)])
  func days(_ written: String, _ value: Int) {
    #expect((field(Days.self, written).value?.value?.literal?.milliseconds ?? 0) / 86_400_000 == value)
  }

  @Test func aNumberWithoutUnitGetsASuggestion() {
    let line = field(Timeout.self, "29").lines.first ?? ""
    #expect(line.hasPrefix("1:8 SPEC004 expected a duration from 50ms to 30s"))
    #expect(line.hasSuffix("| did you mean `29s`?"))
  }

  @Test(arguments: ["49ms", "31s", "0", "1h", "99999999999999999999d", "9223372036854775807d"])
  func outOfRange(_ written: String) {
    let reading = field(Timeout.self, written)
    #expect(reading.value?.value == nil)
    #expect(reading.findings.count == 1)
  }

  @Test(arguments: ["1.5s", "-1s", "s", "5 s", "5S", "5sec", "1m30s", "[5s]", "five"])
  func invalidDurations(_ written: String) {
    #expect(field(Timeout.self, written).findings.map(\.id) == ["SPEC003"])
  }

  @Test(arguments: ["{seconds: 5}", "[5s]", "5 seconds", "Duration.seconds(5)", "five_seconds"])
  func aDurationInAnotherFormGetsItsText(_ written: String) {
    let line = field(Timeout.self, written).lines.first ?? ""
    #expect(line.contains("| write `5s`"), "\(line)")
  }

  @Test(arguments: [
    ("1 week", "write `7d`"), ("ONE_WEEK", "write `7d`"), ("2 months", "write `60d`"),
    ("20 years", "write `3653d`, the maximum"), ("forever", "write `3653d`, the maximum"),
  ])
  func longDurations(_ written: String, _ help: String) {
    #expect(field(Days.self, written).lines.first?.contains("| \(help)") == true)
  }

  @Test(arguments: ["1500ms", "500ms"])
  func onlyWholeUnitsOfTheProperty(_ written: String) {
    #expect(field(Seconds.self, written).findings.map(\.id) == ["SPEC004"])
  }

  @Test func missingValue() { #expect(field(Seconds.self, "").findings.map(\.id) == ["SPEC006"]) }
}
