import ArgumentParser
import Glibc

/// When to use colors.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

/// The option that sets the use of colors.
struct ColorOptions: ParsableArguments {
  @Option(
    help: """
      When to use colors; auto: on a terminal, unless NO_COLOR is set, or if FORCE_COLOR or CLICOLOR_FORCE is set.
      """)
  var color = ColorChoice.auto

  /// Sets the environment variable that has the same meaning, so that there is one source for the choice.
  func validate() {
    switch color {
    case .auto: break
    case .always:
      unsetenv("NO_COLOR")
      setenv("FORCE_COLOR", "1", 1)
    case .never: setenv("NO_COLOR", "1", 1)
    }
  }
}
