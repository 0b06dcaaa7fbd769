import Glibc

/// The identity of a file, which is the same for all of its paths: device and inode.
struct FileIdentity: Hashable, Comparable {
  private let device: UInt
  private let inode: UInt

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }

  /// The identity of the file at a path, symbolic links followed; nil if it does not exist.
  init?(of path: String) {
    guard let status = try? status(of: path) else { return nil }
    self.init(status)
  }

  /// The identity of an open file.
  init?(of descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  static func < (left: FileIdentity, right: FileIdentity) -> Bool {
    (left.device, left.inode) < (right.device, right.inode)
  }

  /// The identity as text.
  var text: String { "\(device):\(inode)" }
}
