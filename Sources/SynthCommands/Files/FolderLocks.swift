import Glibc

/// Locks on folders, so that only one run at a time writes to them. They end with the process.
struct FolderLocks {
  /// The longest time to wait for another run, in seconds.
  private static let patience = 60.0
  private static let pause: UInt32 = 10_000

  /// The folders that are locked.
  private(set) var folders: [String] = []
  private var descriptors: [Int32] = []

  /// Locks folders, each once, in an order that is the same in all runs. A folder that cannot be locked is not: some
  /// network file systems do not have locks for folders.
  init(_ paths: [String]) throws(FileProblem) {
    var opened: [(identity: FileIdentity, path: String, descriptor: Int32)] = []
    for path in Set(paths) {
      guard let descriptor = try? call({ open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }) else { continue }
      if let identity = FileIdentity(of: descriptor), !opened.contains(where: { $0.identity == identity }) {
        opened.append((identity, path, descriptor))
      } else {
        close(descriptor)
      }
    }
    opened.sort { $0.identity < $1.identity }
    descriptors = opened.map(\.descriptor)
    do throws(FileProblem) {
      for folder in opened where try Self.lock(folder.descriptor, folder.path) { folders.append(folder.path) }
    } catch {
      release()
      throw error
    }
  }

  /// Ends the locks.
  func release() {
    for descriptor in descriptors { close(descriptor) }
  }

  /// Waits for a lock; false if the folder does not support locks.
  private static func lock(_ descriptor: Int32, _ path: String) throws(FileProblem) -> Bool {
    var waited = 0.0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      if waited > patience {
        throw FileProblem(
          .unwritableFile, path: path,
          message: "cannot write to the folder \(path): another run has been writing to it for \(Int(patience)) seconds"
        )
      }
      usleep(pause)
      waited += Double(pause) / 1_000_000
    }
    return true
  }
}
