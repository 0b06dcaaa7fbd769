import YAMLTree

/// The files that a spec may name. Whoever runs the program says how they are read: nothing here knows an operating
/// system.
public struct SpecFiles {
  /// Why a file or folder cannot be read, in words.
  public struct Failure: Error {
    /// As it stands after a colon.
    public let reason: String

    /// A reason in words.
    public init(_ reason: String) { self.reason = reason }
  }

  /// Something in a folder.
  public struct Entry: Sendable {
    /// What it is; symbolic links are told apart, so that `**` does not follow them in circles.
    public enum Kind: Sendable { case file, folder, linkedFolder }

    /// Its name.
    public let name: String
    /// What it is.
    public let kind: Kind

    /// A file or folder.
    public init(name: String, kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// Reads the file at a path, which is relative to where the program runs.
  public let read: (String) throws(Failure) -> Source
  /// Lists the folder at a path; "" is where the program runs.
  public let list: (String) throws(Failure) -> [Entry]
  /// What is the same for all paths that lead to one file; nil where there is none.
  public let identity: (String) -> String?

  /// Ways to read files.
  public init(
    read: @escaping (String) throws(Failure) -> Source, list: @escaping (String) throws(Failure) -> [Entry],
    identity: @escaping (String) -> String?
  ) {
    self.read = read
    self.list = list
    self.identity = identity
  }

  /// No files at all: a spec stands for itself.
  public static var none: SpecFiles {
    SpecFiles(
      read: { _ throws(Failure) in throw Failure("no files can be read here") }, list: { _ in [] },
      identity: { _ in nil })
  }
}

/// Paths as texts.
enum FilePath {
  /// The folder of a file, with its slash; "" where that is where the program runs.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// A path that is written in a file of `folder`.
  static func join(_ folder: String, _ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
    return path.hasPrefix("/") ? path : folder + rest
  }
}
