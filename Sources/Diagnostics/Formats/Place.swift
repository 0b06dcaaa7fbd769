import YAMLTree

/// A mark as lines and columns of its file; nil for a value without a source.
struct Place {
  let source: Source
  let start: Position
  let end: Position

  init?(_ mark: Mark, in sources: [Source]) {
    guard !mark.isNowhere, sources.indices.contains(Int(mark.source)) else { return nil }
    source = sources[Int(mark.source)]
    start = source.position(at: Int(mark.start))
    end = source.position(at: Int(mark.end))
  }
}
