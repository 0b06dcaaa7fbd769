import Glibc

/// The ends of the program that Swift does not let it handle: memory or the stack is exhausted. They are reported like
/// other failures, with a message and status 2.
enum Exhaustion {
  /// A stack for the handler, since the normal one may be full.
  private static let stackSize = 1 << 16

  /// Installs the handlers.
  static func report() {
    reportOnThisThread()
    // The Swift runtime aborts if it cannot allocate memory.
    var abort = sigaction()
    abort.__sigaction_handler.sa_handler = { _ in Exhaustion.end("error: not enough memory\n") }
    abort.sa_flags = SA_ONSTACK
    sigaction(SIGABRT, &abort, nil)
    var fault = sigaction()
    fault.__sigaction_handler.sa_sigaction = { _, information, _ in
      // C code that does not check an allocation accesses an address close to null.
      if UInt(bitPattern: information?.pointee._sifields._sigfault.si_addr) < 1 << 20 {
        Exhaustion.end("error: not enough memory\n")
      }
      Exhaustion.end("error: the stack is full: the spec is nested too deeply\n")
    }
    fault.sa_flags = SA_ONSTACK | CInt(SA_SIGINFO)
    sigaction(SIGSEGV, &fault, nil)
  }

  /// Gives the handlers a stack on another thread.
  static func reportOnThisThread() {
    var stack = stack_t()
    stack.ss_sp = malloc(stackSize)
    stack.ss_size = stackSize
    sigaltstack(&stack, nil)
  }

  /// Ends the program; only calls what is allowed in a signal handler.
  private static func end(_ message: StaticString) -> Never {
    write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
    _exit(ExitStatus.failed.rawValue)
  }
}
