import Diagnostics
import YAMLTree

/// The places of findings, in order.
struct FindingPlaces {
  private let places: [UInt64]

  init(_ findings: [Diagnostic]) {
    let marks = findings.flatMap { finding in
      // Several unknown keys may be one finding.
      [finding.mark] + (finding.isOf(.unknownKey) ? finding.related.map(\.mark) : [])
    }
    places = marks.filter { !$0.isNowhere }.map(\.place).sorted()
  }

  func areIn(_ range: Range<UInt64>) -> Bool {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] < range.upperBound
  }

  func areAt(_ place: UInt64) -> Bool { areIn(place..<place + 1) }
}

extension Mark {
  /// The start of it, in the order of files.
  var place: UInt64 { UInt64(source) << 32 | UInt64(start) }
}
