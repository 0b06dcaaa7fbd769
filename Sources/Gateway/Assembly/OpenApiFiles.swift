import SpecReading
import YAMLTree

/// Replaces the paths of OpenAPI documents in APIs with the documents.
struct OpenApiFiles {
  let reader: Reader
  let files: SpecFiles
  private var roots: [String: Node] = [:]

  init(reader: Reader, files: SpecFiles) {
    self.reader = reader
    self.files = files
  }

  /// Reads the documents of all APIs of a root mapping, each file once.
  mutating func read(for root: Node) {
    let tree = reader.tree
    guard let apis = tree.value("apis", in: root) else { return }
    for api in tree.entries(apis) {
      if let document = tree.value("openapi", in: api.value) { read(at: document) }
    }
  }

  private mutating func read(at node: Node) {
    let tree = reader.tree
    if tree.kind(node) == .mapping {
      let path = tree.value("path", in: node)
      if let path, !OpenApiSchema.isDocument(node, tree), tree.kind(path) == .scalar { load(path) }
    } else if tree.kind(node) == .scalar {
      load(node)
    }
  }

  private mutating func load(_ node: Node) {
    let tree = reader.tree
    let mark = tree.mark(node)
    let path = tree.string(node)
    // Missing values and functions are reported by the field; undefined variables have been reported.
    guard !mark.isNowhere, !path.isEmpty, !reader.isIntrinsic(node) else { return }
    if path.contains("\n") || path.hasPrefix("{") {
      reader.report(
        .wrongKind, at: mark, "expected an OpenAPI document or its path, found a document in a string",
        help: path.hasPrefix("{") ? "remove the quotes around it" : "write it as a mapping, without `|` or `>`")
      return tree.rewrite(node, .unknown)
    }
    let file = tree.sources[Int(mark.source)].path
    let full = FilePath.join(FilePath.folder(of: file == "<stdin>" ? "" : file), path)
    let identity = files.identity(full) ?? full
    if let root = roots[identity] { return tree.replace(node, with: root) }
    do throws(SpecFiles.Failure) {
      if let root = Inclusion.root(of: try files.read(full), reader) {
        roots[identity] = root
        return tree.replace(node, with: root)
      }
    } catch {
      reader.report(
        .unreadableInclude, at: mark, "cannot read \(full): \(error.reason)",
        help: help(forAddress: path) ?? files.help(forUnreadable: full))
    }
    tree.rewrite(node, .unknown)
  }

  /// Help for the address of a document in place of a path.
  private func help(forAddress text: String) -> String? {
    if let object = S3Address(text) {
      return "write `openapi: {s3: {bucket: \(object.bucket), key: \(object.key)}}`"
    }
    return text.hasPrefix("https://") || text.hasPrefix("http://")
      ? "download the document, and write the path of the file" : nil
  }
}
