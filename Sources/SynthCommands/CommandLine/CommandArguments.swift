/// Written by Tests/judges/command_arguments.py from the program's --experimental-dump-help; do not edit.
extension HelpDescription.Argument {
  private static let spec = Self(
    isRepeating: true, valueName: "SPEC", abstract: "The specs, or folders with specs; - reads standard input.",
    files: .with(extensions: ["yaml", "yml"]))
  private static let output = Self(
    names: ["-o", "--output"], isOptional: true, valueName: "DIR",
    abstract: """
      Folder for the templates, created if missing; FILE.json writes that file; - prints the template.
      """, files: .folders)
  private static let validateOnly = Self(
    names: ["--validate-only"], isFlag: true, isOptional: true, valueName: "validate-only",
    abstract: "Check the specs without writing templates; does not need -o.")
  private static let dryRun = Self(
    names: ["--dry-run"], isFlag: true, isOptional: true, valueName: "dry-run",
    abstract: "Print what would be written, changed or left unchanged, without writing it.")
  private static let budget = Self(
    names: ["--budget"], isFlag: true, isOptional: true, valueName: "budget",
    abstract: "Print the use of AWS's limits instead of writing templates; does not need -o.")
  private static let sourceMap = Self(
    names: ["--source-map"], isFlag: true, isOptional: true, valueName: "source-map",
    abstract: "Write the place, file and line of each resource in the spec into its `Metadata`.")
  private static let assembly = Self(
    names: ["--assembly"], isFlag: true, isOptional: true, valueName: "assembly",
    abstract: """
      Write a cloud assembly for the AWS CDK (`cdk deploy --app DIR`): manifest.json and the list of the assets \
      of each stack, beside the templates.
      """)
  private static let env = Self(
    names: ["--env"], isOptional: true, valueName: "NAME",
    abstract: "Use the variables of one of the specs' `environments`.")
  private static let set = Self(
    names: ["--set"], isRepeating: true, isOptional: true, valueName: "NAME=VALUE",
    abstract: "Set a variable, overriding the specs; may be repeated. The value is used literally.")
  private static let within = Self(
    names: ["--within"], isOptional: true, valueName: "DIR",
    abstract: """
      Folder that all paths in the specs must lead to: files they include, OpenAPI documents, code, assets of \
      resources.
      """, files: .folders)
  private static let fix = Self(
    names: ["--fix"], isFlag: true, isOptional: true, valueName: "fix",
    abstract: "Apply fixes to the specs for findings that have exactly one correct fix, then continue.")
  private static let diff = Self(
    names: ["--diff"], isFlag: true, isOptional: true, valueName: "diff",
    abstract: "Print the changes of --fix as a unified diff on standard output, without applying them.")
  private static let format = Self(
    names: ["-f", "--format"], isRepeating: true, isOptional: true, valueName: "format",
    abstract: """
      Output format: text, concise, json, sarif, github, gitlab, junit. With =FILE into a file, with =- to \
      standard output; may be repeated. Otherwise text and concise are written to standard error, the others to \
      standard output.
      """, values: ["text", "concise", "json", "sarif", "github", "gitlab", "junit"])
  private static let failOn = Self(
    names: ["--fail-on"], isOptional: true, valueName: "fail-on",
    abstract: "Minimum severity of findings that make the run fail: note, warning or error.",
    values: ["note", "warning", "error"], defaultValue: "error")
  private static let quiet = Self(
    names: ["-q", "--quiet"], isFlag: true, isOptional: true, valueName: "quiet",
    abstract: "Report only errors, without warnings, notes and summaries.")
  private static let color = Self(
    names: ["--color"], isOptional: true, valueName: "color",
    abstract: """
      When to use colors; auto: on a terminal, unless NO_COLOR is set, or if FORCE_COLOR or CLICOLOR_FORCE is \
      set.
      """, values: ["auto", "always", "never"], defaultValue: "auto")
  private static let version = Self(
    names: ["--version"], isFlag: true, isOptional: true, valueName: "version", abstract: "Show the version.")
  private static let help = Self(
    names: ["-h", "--help"], isFlag: true, isOptional: true, valueName: "help", abstract: "Show help information.")
  private static let budgetOfValidate = Self(
    names: ["--budget"], isFlag: true, isOptional: true, valueName: "budget", abstract: "Print the use of AWS's limits."
  )
  private static let specOfDiff = Self(
    isRepeating: true, valueName: "SPEC", abstract: "The specs; - reads standard input.",
    files: .with(extensions: ["yaml", "yml"]))
  private static let outputOfDiff = Self(
    names: ["-o", "--output"], isOptional: true, valueName: "DIR",
    abstract: "Folder with the earlier templates, as for synth.", files: .folders)
  private static let against = Self(
    names: ["--against"], isOptional: true, valueName: "PATH",
    abstract: "An earlier template (JSON or YAML), or a folder with one and its nested templates.",
    files: .with(extensions: ["json", "yaml", "yml"]))
  private static let formatOfDiff = Self(
    names: ["-f", "--format"], isOptional: true, valueName: "format",
    abstract: "text, json (an array), or markdown (for a comment on a pull request).",
    values: ["text", "json", "markdown"], defaultValue: "text")
  private static let failOnOfDiff = Self(
    names: ["--fail-on"], isRepeating: true, isOptional: true, valueName: "topic",
    abstract: """
      Fail if the update replaces a resource (replaced), deletes data (data), fails because a name is in use \
      (collision), opens a route (open), or changes anything (any); may be repeated.
      """, values: ["replaced", "data", "collision", "open", "any"])
  private static let all = Self(
    names: ["--all"], isFlag: true, isOptional: true, valueName: "all", abstract: "List every resource.")
  private static let quietOfDiff = Self(
    names: ["-q", "--quiet"], isFlag: true, isOptional: true, valueName: "quiet",
    abstract: "Report only errors in specs, without warnings and notes.")
  private static let formatOfRoutes = Self(
    names: ["-f", "--format"], isOptional: true, valueName: "format",
    abstract: "text, json (an array), or markdown (a table).", values: ["text", "json", "markdown"],
    defaultValue: "text")
  private static let open = Self(
    names: ["--open"], isFlag: true, isOptional: true, valueName: "open",
    abstract: "Print only routes that everyone can call.")
  private static let specOfRoutes = Self(
    isRepeating: true, valueName: "SPEC", abstract: "The specs; - reads standard input.",
    files: .with(extensions: ["yaml", "yml"]))
  private static let quietOfRoutes = Self(
    names: ["-q", "--quiet"], isFlag: true, isOptional: true, valueName: "quiet",
    abstract: "Report only errors, without warnings and notes.")
  private static let formatOfGraph = Self(
    names: ["-f", "--format"], isOptional: true, valueName: "format",
    abstract: "svg, mermaid (for Markdown), or dot (for Graphviz).", values: ["svg", "mermaid", "dot"],
    defaultValue: "svg")
  private static let specOfGraph = Self(
    isRepeating: true, valueName: "SPEC", abstract: "The specs; - reads standard input.",
    files: .with(extensions: ["yaml", "yml"]))
  private static let quietOfGraph = Self(
    names: ["-q", "--quiet"], isFlag: true, isOptional: true, valueName: "quiet",
    abstract: "Report only errors, without warnings and notes.")
  private static let specOfTrace = Self(
    valueName: "SPEC", abstract: "The spec; - reads standard input.", files: .with(extensions: ["yaml", "yml"]))
  private static let method = Self(
    isOptional: true, valueName: "METHOD", abstract: "Method of the request.",
    values: ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"])
  private static let path = Self(
    isOptional: true, valueName: "PATH", abstract: "Path of the request, with its query, or its URL.")
  private static let header = Self(
    names: ["-H", "--header"], isRepeating: true, isOptional: true, valueName: "NAME: VALUE",
    abstract: "Header of the request; may be repeated.")
  private static let body = Self(
    names: ["--body"], isOptional: true, valueName: "TEXT", abstract: "Body of the request.")
  private static let host = Self(
    names: ["--host"], isOptional: true, valueName: "HOST",
    abstract: "Host of the request; by default the default endpoint of the API.")
  private static let api = Self(
    names: ["--api"], isOptional: true, valueName: "NAME", abstract: "The API, if the spec has several.")
  private static let stage = Self(
    names: ["--stage"], isOptional: true, valueName: "NAME", abstract: "The stage; the path is then without it.")
  private static let message = Self(
    names: ["--message"], isOptional: true, valueName: "TEXT",
    abstract: "Message to a WebSocket API, instead of METHOD and PATH.")
  private static let formatOfTrace = Self(
    names: ["-f", "--format"], isOptional: true, valueName: "format", abstract: "text, or json (an object).",
    values: ["text", "json"], defaultValue: "text")
  private static let quietOfTrace = Self(
    names: ["-q", "--quiet"], isFlag: true, isOptional: true, valueName: "quiet",
    abstract: "Report only errors, without warnings and notes.")
  private static let kind = Self(
    names: ["--kind"], isOptional: true, valueName: "kind",
    abstract: """
      http: a function behind an HTTP API; websocket: a WebSocket API; private: a load balancer in a VPC; \
      events: a queue that takes requests.
      """, values: ["http", "websocket", "private", "events"], defaultValue: "http")
  private static let vscode = Self(
    names: ["--vscode"], isFlag: true, isOptional: true, valueName: "vscode",
    abstract: "Write .vscode/settings.json for the schema and CloudFormation's tags as well.")
  private static let dir = Self(
    isOptional: true, valueName: "DIR", abstract: "The folder, created if missing; the current one by default.",
    defaultValue: ".", files: .folders)
  private static let specOfIds = Self(
    valueName: "SPEC", abstract: "The spec; - reads standard input.", files: .with(extensions: ["yaml", "yml"]))
  private static let attributes = Self(
    names: ["--attributes"], isFlag: true, isOptional: true, valueName: "attributes",
    abstract: "List the attributes for `!GetAtt` as well.")
  private static let formatOfIds = Self(
    names: ["-f", "--format"], isOptional: true, valueName: "format",
    abstract: "text: a table; json: an array on standard output.", values: ["text", "json"], defaultValue: "text")
  private static let id = Self(
    isRepeating: true, valueName: "ID", abstract: "Rule IDs, as shown in brackets after findings.")
  private static let formatOfRules = Self(
    names: ["-f", "--format"], isOptional: true, valueName: "format",
    abstract: """
      text: a table; json: an array with all explanations; markdown: an index, or with --area a page.
      """, values: ["text", "json", "markdown"], defaultValue: "text")
  private static let area = Self(
    names: ["--area"], isOptional: true, valueName: "letters",
    abstract: "Only rules whose IDs begin with these letters.")
  private static let shell = Self(valueName: "SHELL", abstract: "bash, zsh or fish.", values: ["bash", "zsh", "fish"])

  /// The arguments of a subcommand.
  static func all(of command: String) -> [Self] {
    switch command {
    case "synth":
      [
        spec, output, validateOnly, dryRun, budget, sourceMap, assembly, env, set, within, fix, diff, format, failOn,
        quiet, color, version, help,
      ]
    case "validate": [spec, budgetOfValidate, env, set, within, fix, diff, format, failOn, quiet, color, version, help]
    case "diff":
      [
        specOfDiff, outputOfDiff, against, formatOfDiff, failOnOfDiff, all, env, set, within, quietOfDiff, color,
        version, help,
      ]
    case "routes": [formatOfRoutes, open, specOfRoutes, env, set, within, quietOfRoutes, color, version, help]
    case "graph": [formatOfGraph, specOfGraph, env, set, within, quietOfGraph, color, version, help]
    case "trace":
      [
        specOfTrace, method, path, header, body, host, api, stage, message, formatOfTrace, env, set, within,
        quietOfTrace, color, version, help,
      ]
    case "init": [kind, vscode, dir, version, help]
    case "ids": [specOfIds, attributes, env, set, within, formatOfIds, quiet, color, version, help]
    case "explain": [id, version, help]
    case "rules": [formatOfRules, area, version, help]
    case "reference": [version, help]
    case "schema": [version, help]
    case "completions": [shell, version, help]
    case "manual": [version, help]
    default: []
    }
  }
}
