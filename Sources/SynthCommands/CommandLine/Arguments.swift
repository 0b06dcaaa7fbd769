// The variable `environ` is read before there is a second thread.
@preconcurrency import Glibc

import Diagnostics

/// The arguments of the process.
enum Arguments {
  /// The arguments without the program's name. One that is not UTF-8 is a failure: a file of that name could not be
  /// opened.
  static func all() throws(ExitStatus) -> [String] {
    var arguments: [String] = []
    for pointer in pointers.dropFirst() {
      guard let argument = String(validatingCString: pointer) else {
        let name = visible(String(cString: pointer))
        throw Console.failure("the argument \(name) is not UTF-8; rename the file")
      }
      arguments.append(argument)
    }
    return arguments
  }

  /// The arguments in memory. Swift reads them from /proc; without it they are found before the environment, where Linux
  /// puts them, after their number.
  private static var pointers: [UnsafeMutablePointer<CChar>] {
    let known = (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0] }
    if !known.isEmpty { return known }
    var place = environ - 2
    var count = 0
    while UInt(bitPattern: place.pointee) != UInt(count), count < Int(UInt16.max) {
      place -= 1
      count += 1
    }
    return count < Int(UInt16.max) ? (0..<count).compactMap { place[1 + $0] } : []
  }
}
