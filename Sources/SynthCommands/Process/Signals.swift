import Glibc

/// Signal handling.
enum Signals {
  /// Makes writes to a closed pipe, or beyond a size limit, return an error instead of ending the program.
  static func ignoreFailedWrites() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Runs an operation that must not be interrupted; signals that end the program are held until it is done.
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
