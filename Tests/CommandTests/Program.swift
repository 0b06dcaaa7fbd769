import Foundation

/// The built program.
enum Program {
  /// Its path: `APIGW_SYNTH`, or the program that was built with the tests.
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["APIGW_SYNTH"] { return given }
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("apigw-synth").path
  }()

  /// A command prefix so that file permissions apply: empty, or for root, one that switches to another user.
  /// Nil if that is not possible.
  static let asOtherUser: [String]? = {
    if geteuid() != 0 { return [] }
    let prefix = ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
    return works(prefix + ["/bin/sh", "-c", #"touch made && exec "$PROGRAM" --version"#]) ? prefix : nil
  }()

  /// A command prefix for a private mount namespace; nil if that is not possible.
  static let withOwnMounts: [String]? = {
    for prefix in [["/usr/bin/unshare", "--mount"], ["/usr/bin/unshare", "--map-root-user", "--mount"]]
    where works(prefix + ["/bin/sh", "-c", "mount -t tmpfs -o size=16k none /mnt"]) {
      return prefix
    }
    return nil
  }()

  /// Whether a terminal is available.
  static let hasTerminal = works(["/usr/bin/script", "-qec", "true", "/dev/null"])

  private static func works(_ command: [String]) -> Bool {
    guard FileManager.default.isExecutableFile(atPath: command[0]), let workspace = try? Workspace() else {
      return false
    }
    return (try? Outcome(of: command, in: workspace))?.status == 0
  }
}

/// Specs for tests.
enum Specs {
  /// Valid, without a stack name.
  static let store = """
    apis:
      store:
        routes:
          GET /docs: https://docs.example.com

    """

  /// The same with another route, so that the template differs.
  static let largerStore = store + "      GET /help: https://help.example.com\n"

  /// Two errors, in lines 2 and 5.
  static let wrong = """
    apis:
      store: {rutes: {}}
      other:
        routes:
          get /docs: https://docs.example.com

    """

  /// Valid, with one warning: an unused function.
  static let unused = """
    functions:
      unused: {arn: "arn:aws:lambda:eu-central-1:111122223333:function:unused"}

    """ + store

  /// A function whose code is in the folder `src` next to the spec.
  static let local = """
    functions:
      books: {runtime: nodejs24.x, handler: index.handler, code: src}
    apis:
      store:
        routes:
          GET /books: books

    """
}
