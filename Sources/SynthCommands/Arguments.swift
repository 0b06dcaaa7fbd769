@preconcurrency import Glibc

/// The arguments of the process, without the program's name.
enum Arguments {
  /// Swift reads them from /proc, which a container may not have; there, they are found before the environment.
  static var all: [String] {
    let read = CommandLine.arguments
    return Array((read.isEmpty ? original : read).dropFirst())
  }

  /// The arguments as the kernel puts them in memory: their number, each one, null, and then the environment.
  private static var original: [String] {
    let environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    guard let environment else { return [] }
    var place = UnsafeMutableRawPointer(environment).assumingMemoryBound(to: UInt.self) - 2
    var count: UInt = 0
    while place.pointee != count {
      count += 1
      place -= 1
      if count > 100_000 { return [] }
    }
    return (1...max(count, 1)).compactMap { index in
      UnsafePointer<CChar>(bitPattern: place[Int(index)]).map { String(cString: $0) }
    }
  }
}
