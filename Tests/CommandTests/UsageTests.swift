import Foundation
import Testing

/// Mistakes on the command line.
@Suite struct UsageTests {
  private static let mistakes: [([String], String)] = [
    (["spec.yaml"], "missing output; set a folder with -o DIR, or print the template with -o -"),
    (["spec.yaml", "-o"], "Missing value for '-o <DIR>'"),
    (["spec.yaml", "-o", ""], "-o must be a folder"),
    (["spec.yaml", "other.yaml", "-o", "-"], "-o - prints one template"),
    (["spec.yaml", "-o", "-", "--format", "json"], "both use standard output"),
    (["spec.yaml", "-o", "-", "--dry-run"], "--dry-run compares with the files in a folder"),
    (["spec.yaml", "-o", "out", "--dry-run", "--validate-only"], "cannot be combined"),
    (["-", "-", "-o", "out"], "standard input (-) can be given only once"),
    (["validate", "-", "-"], "standard input (-) can be given only once"),
    ([], "Missing expected argument"),
    (["validate"], "Missing expected argument"),
    (["ids"], "Missing expected argument"),
    (["ids", "spec.yaml", "other.yaml"], "other.yaml"),
    (["spec.yaml", "-o", "out", "--format", "xml"], "'xml' is invalid for '--format <format>'"),
    (["spec.yaml", "-o", "out", "--dri-run"], "Did you mean '--dry-run'?"),
    (["spec.yaml", "--outptu", "out"], "Did you mean '--output'?"),
    (["validate", "--formt", "json", "spec.yaml"], "Did you mean '--format'?"),
    (["valdate", "spec.yaml"], "no such command or file `valdate`; did you mean the command `validate`?"),
    (["ini"], "no such command or file `ini`; did you mean the command `init`?"),
    (["ini", "--kind", "http"], "no such command or file `ini`; did you mean the command `init`?"),
    (["version"], "no such command or file `version`; did you mean `--version`?"),
    (["invoke"], "no such command or file `invoke`; `apigw-synth --help` lists the commands"),
    (["deploy"], "no such command or file `deploy`; the program writes templates"),
    (["plan", "spec.yaml"], "no such command or file `plan`; did you mean the command `diff`?"),
    (["validate", "--stage", "prod", "spec.yaml"], "Unknown option '--stage'. Did you mean '--env'?"),
    (["spec.yaml", "-o", "out", "--var", "a=b"], "Unknown option '--var'. Did you mean '--set'?"),
    (["spec.yaml", "-o", "out.yaml"], "templates are written as JSON"),
    (["spec.yaml", "other.yaml", "-o", "out.json"], "-o FILE writes one template"),
    (["valdate", "spec.yaml", "-o", "out"], "did you mean the command `validate`?"),
    (["--format", "json", "validate", "spec.yaml"], "the command must come first: apigw-synth validate"),
  ]

  @Test(arguments: mistakes)
  func wrongUsage(_ arguments: [String], _ message: String) throws {
    let workspace = try Workspace(["spec.yaml": Specs.store, "other.yaml": Specs.store])
    let outcome = try Outcome(of: [Program.path] + arguments, in: workspace)
    #expect(outcome.status == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("error: "))
    #expect(outcome.errors.contains(message))
    #expect(workspace.names(in: ".") == ["other.yaml", "spec.yaml"])
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["synth", "--help"], ["help", "validate"], ["ids", "-h"], ["--version"],
    ["--generate-completion-script", "bash"],
  ])
  func helpIsPrintedToStandardOutput(_ arguments: [String]) throws {
    let outcome = try Outcome(of: [Program.path] + arguments, in: Workspace())
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(outcome.output.hasSuffix("\n"))
  }

  private static let commands = [
    "synth", "validate", "diff", "routes", "graph", "trace", "init", "ids", "explain", "rules", "reference", "schema",
    "completions", "manual",
  ]

  @Test(arguments: commands)
  func helpHasExamples(_ command: String) throws {
    let help = try Workspace().run(command, "--help").output
    let name = command == "synth" ? "spec.yaml -o" : command
    #expect(help.contains("\nEXAMPLES:\n"))
    #expect(help.split(separator: "\n").contains { $0.hasPrefix("  apigw-synth \(name)") })
    // An example that is wrapped cannot be copied.
    let examples = try #require(help.split(separator: "\nEXAMPLES:\n").last?.split(separator: "\n\n").first)
    for line in examples.split(separator: "\n") {
      #expect(line.hasPrefix("  apigw-synth ") || line.hasPrefix("  aws "), "\(line)")
    }
    let usage = try #require(help.split(separator: "\nUSAGE: ").last?.split(separator: "\n\n").first)
    #expect(usage.split(separator: "\n").allSatisfy { $0.count < 80 }, "\(usage)")
  }

  @Test func everyCommandIsTested() throws {
    let help = try Workspace().run("--help").output
    let lines = try #require(help.split(separator: "SUBCOMMANDS:\n").last?.split(separator: "\n"))
    let names = lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") && !$0.hasPrefix("  See") }
    #expect(names.compactMap { $0.split(separator: " ").first.map(String.init) } == Self.commands)
  }

  @Test func theVersionIsANumber() throws {
    #expect(try Workspace().run("--version").output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func helpListsAllOptions() throws {
    let help = try Workspace().run("synth", "--help").output
    for option in ["-o, --output", "--validate-only", "--dry-run", "--format", "--quiet", "--version"] {
      #expect(help.contains(option))
    }
  }

  /// The same run, as a plain command line and as one that the argument parser reads.
  @Test(arguments: [
    (["validate", "spec.yaml", "wrong.yaml"], ["validate", "--fail-on", "error", "spec.yaml", "wrong.yaml"]),
    (["spec.yaml", "-o", "out"], ["synth", "--output", "out", "spec.yaml"]),
    (["synth", "-o", "out", "wrong.yaml"], ["wrong.yaml", "-o", "out", "--fail-on", "error"]),
    (["valdate", "-o", "out"], ["valdate", "--output", "out"]),
  ])
  func aPlainCommandLineIsReadAsTheParserReadsIt(_ plain: [String], _ parsed: [String]) throws {
    let (one, other) = (try Workspace(), try Workspace())
    for workspace in [one, other] {
      try workspace.write(Specs.store, to: "spec.yaml")
      try workspace.write("apis: []\n", to: "wrong.yaml")
    }
    let outcomes = try (Outcome(of: [Program.path] + plain, in: one), Outcome(of: [Program.path] + parsed, in: other))
    #expect(outcomes.0.status == outcomes.1.status)
    #expect(outcomes.0.output == outcomes.1.output)
    #expect(outcomes.0.errors == outcomes.1.errors)
    #expect(one.names(in: ".") == other.names(in: "."))
  }
}
