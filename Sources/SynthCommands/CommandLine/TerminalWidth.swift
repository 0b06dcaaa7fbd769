import Glibc

/// The width of the terminal.
enum TerminalWidth {
  /// The number of columns of standard output; `COLUMNS` replaces it. Nil if it is not a terminal.
  static var columns: Int? {
    if let text = getenv("COLUMNS"), let columns = Int(String(cString: text)), columns > 0 { return columns }
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
