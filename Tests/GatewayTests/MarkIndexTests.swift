import Testing
import YAMLTree

@testable import Gateway

/// The index agrees with a comparison of each pair.
@Suite struct MarkIndexTests {
  @Test func findsWhatTouches() {
    let marks = (0..<8).flatMap { start in (0..<3).map { Mark(source: 0, start: start, end: start + $0) } }
    let other = Mark(source: 1, start: 5, end: 6)
    // Every set of two marks.
    for first in marks {
      for second in marks {
        let index = MarkIndex([first, other, second])
        for mark in marks {
          let touches = [first, second].contains { $0.start <= mark.end && mark.start <= $0.end }
          #expect(index.touches(mark) == touches, "\(first), \(second), \(mark)")
        }
      }
    }
  }

  @Test func findsNothingElsewhere() {
    let index = MarkIndex([Mark(source: 1, start: 5, end: 6)])
    #expect(index.touches(Mark(source: 1, start: 6, end: 7)))
    #expect(!index.touches(Mark(source: 0, start: 5, end: 6)))
    #expect(!MarkIndex([]).touches(Mark(source: 0, start: 5, end: 6)))
  }
}
