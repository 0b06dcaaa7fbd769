/// The path of a request, in segments.
struct RequestPath {
  /// Without empty ones at the end.
  let segments: [String]
  /// Whether it ends with a slash that does not begin it.
  let endsWithSlash: Bool

  init(_ path: String) {
    var parts = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.last == "" { parts.removeLast() }
    segments = parts
    endsWithSlash = path.utf8.count > 1 && path.utf8.last == UInt8(ascii: "/")
  }

  /// The text of the segments from an index on.
  func rest(from index: Int) -> String {
    segments[index...].joined(separator: "/") + (endsWithSlash && index < segments.count ? "/" : "")
  }
}

/// The behavior that sources disagree about.
struct RoutingAssumptions: Equatable {
  /// Whether `{proxy+}` matches nothing: `/pets/` under `/pets/{proxy+}`, and `/` under `/{proxy+}`. AWS's Lambda test
  /// tool and w3infra#166 show that it does, yulin#299 that it does not.
  var greedyMatchesNothing = true
  /// Whether a slash at the end is ignored: `/pets/` under `/pets`. w3infra#166 shows that it is not,
  /// middy#910 assumes that it is.
  var ignoresFinalSlash = false
  /// Whether an exact method counts more than the path: `GET /{id}` before `ANY /dog`. yulin observed it; ministack#1256
  /// counts the path first.
  var methodBeforePath = true

  /// All of them, the most likely one first.
  static let all: [RoutingAssumptions] = [true, false].flatMap { method in
    [false, true].flatMap { slash in
      [true, false].map { greedy in
        RoutingAssumptions(greedyMatchesNothing: greedy, ignoresFinalSlash: slash, methodBeforePath: method)
      }
    }
  }

  /// The differences from another one, in words.
  func differences(from other: RoutingAssumptions) -> [String] {
    var words: [String] = []
    if greedyMatchesNothing != other.greedyMatchesNothing {
      words.append("whether a greedy path variable matches an empty rest of the path")
    }
    if ignoresFinalSlash != other.ignoresFinalSlash { words.append("whether a slash at the end is ignored") }
    if methodBeforePath != other.methodBeforePath {
      words.append("whether an exact method has priority over a more specific path with `ANY`")
    }
    return words
  }
}

/// A match of a route's path.
struct PathMatch {
  /// The path variables with their values, decoded.
  let variables: [TracedRequest.Pair]
}

extension PathMatch {
  /// Nil if the segments of a route do not match a path.
  init?(_ segments: [String], _ path: RequestPath, _ assumptions: RoutingAssumptions) {
    var variables: [TracedRequest.Pair] = []
    for (index, segment) in segments.enumerated() {
      let kind = SegmentKind(segment)
      if kind == .greedy {
        let isEmpty = index == path.segments.count && (path.endsWithSlash || index == 0)
        guard index < path.segments.count || isEmpty && assumptions.greedyMatchesNothing else { return nil }
        variables.append(.init(SegmentKind.name(of: segment), PercentEncoding.decoded(path.rest(from: index))))
        self.variables = variables
        return
      }
      guard index < path.segments.count else { return nil }
      if kind == .variable {
        variables.append(.init(SegmentKind.name(of: segment), PercentEncoding.decoded(path.segments[index])))
      } else if segment != path.segments[index] {
        return nil
      }
    }
    guard segments.count == path.segments.count, !path.endsWithSlash || assumptions.ignoresFinalSlash else {
      return nil
    }
    self.variables = variables
  }
}
