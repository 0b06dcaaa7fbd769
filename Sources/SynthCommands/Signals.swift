import Glibc

/// What signals do to this program.
enum Signals {
  /// Lets writing to a pipe that nobody reads, or past a size limit, fail like any other write instead of ending the
  /// program on the spot.
  static func ignoreFailedWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Does something that must not be left half done: who asks the program to end meanwhile waits for it.
  static func holding<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
    var requests = sigset_t()
    var before = sigset_t()
    sigemptyset(&requests)
    for request in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] { sigaddset(&requests, request) }
    sigprocmask(SIG_BLOCK, &requests, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}
