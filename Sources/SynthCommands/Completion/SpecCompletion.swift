import ArgumentParser

extension CompletionKind {
  /// Files that may be specs.
  static var spec: CompletionKind { .file(extensions: ["yaml", "yml"]) }
}
