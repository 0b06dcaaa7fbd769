import YAMLTree

/// Access to the files that a spec refers to. The caller provides it, so that this module is independent of the
/// operating system.
public struct SpecFiles {
  /// Why a file or folder cannot be read.
  public struct Failure: Error {
    /// The reason, as it follows a colon.
    public let reason: String

    /// A failure with a reason.
    public init(_ reason: String) { self.reason = reason }
  }

  /// An entry of a folder.
  public struct Entry: Sendable {
    /// The kind of entry. Symbolic links are distinguished, so that `**` does not follow them into cycles.
    public enum Kind: Sendable { case file, folder, linkedFolder }

    /// Its name.
    public let name: String
    /// The kind of entry.
    public let kind: Kind

    /// A file or folder.
    public init(name: String, kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// Reads the file at a path relative to the working directory.
  public let read: (String) throws(Failure) -> Source
  /// Lists the folder at a path; "" is the working directory.
  public let list: (String) throws(Failure) -> [Entry]
  /// A value that is equal for all paths of the same file; nil if the file does not exist.
  public let identity: (String) -> String?

  /// The folder that specs may refer to files in; nil if they may refer to all files.
  public let boundary: Boundary?

  /// A folder outside of which no file is read.
  public struct Boundary: Sendable {
    /// Its path as the user wrote it.
    public let folder: String
    /// Whether it contains the file or folder at a path, symbolic links followed.
    public let contains: @Sendable (String) -> Bool

    /// A folder, and a function that compares paths with it.
    public init(folder: String, contains: @escaping @Sendable (String) -> Bool) {
      self.folder = folder
      self.contains = contains
    }
  }

  /// Access through these functions.
  public init(
    read: @escaping (String) throws(Failure) -> Source, list: @escaping (String) throws(Failure) -> [Entry],
    identity: @escaping (String) -> String?, boundary: Boundary? = nil
  ) {
    self.read = read
    self.list = list
    self.identity = identity
    self.boundary = boundary
  }

  /// No access to files.
  public static var none: SpecFiles {
    SpecFiles(
      read: { _ throws(Failure) in throw Failure("no files can be read here") }, list: { _ in [] },
      identity: { _ in nil })
  }
}

/// Functions on paths as strings.
enum FilePath {
  /// The folder of a file with a final slash; "" for the working directory.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(path[...slash])
  }

  /// The path of a file that is referred to in a file in `folder`.
  static func join(_ folder: String, _ path: String) -> String {
    var rest = path[...]
    while rest.hasPrefix("./") { rest = rest.dropFirst(2).drop { $0 == "/" } }
    return path.hasPrefix("/") ? path : folder + String(rest)
  }
}
