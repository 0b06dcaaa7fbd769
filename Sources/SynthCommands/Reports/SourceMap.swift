import CloudFormation

extension Compilation {
  /// The key in the `Metadata` of resources and templates.
  static let metadataKey = Apigw.name

  /// The template with the place, file and line of each resource in its `Metadata`, so that a resource in the console leads
  /// back to the spec. The file is relative to the working directory.
  var templateWithSourceMap: SplitTemplate {
    let sources = Dictionary(placed.map { ($0.id, $0) }) { first, _ in first }
    var files: [String: String] = [:]
    return template.changingResources { resource in
      guard let source = sources[resource.id] else { return }
      var entry = Object()
      entry.add("place", .string(source.path))
      if let location = location(of: source.mark) {
        let file = files[location.file] ?? RelativePath.fromHere(location.file)
        files[location.file] = file
        entry.add("file", .string(file))
        entry.add("line", .int(location.line))
      }
      var metadata = resource.metadata?.object ?? Object()
      metadata[Compilation.metadataKey] = .object(entry)
      resource.metadata = .object(metadata)
    }
  }
}
