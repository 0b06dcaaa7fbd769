import ArgumentParser
import Gateway

/// `trace SPEC METHOD PATH`
struct TraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", _superCommandName: Apigw.name,
    abstract: "Show which route takes a request, and what its target gets.",
    usage: """
      apigw-synth trace SPEC METHOD PATH
      apigw-synth trace SPEC --message TEXT
      """,
    discussion: """
      Follows a request through domain, stage, route, CORS, authorization, throttle and parameter mapping to the target. \
      Each step has its place in the spec. Nothing is sent: the result is derived from the spec and the documentation \
      of API Gateway. If sources contradict each other, the result is marked as uncertain.

      Exit status: 0 if a route takes the request or API Gateway answers a preflight request, 1 if none does or the spec \
      has errors, 2 for wrong usage.

      EXAMPLES:
        apigw-synth trace shop.yaml GET /books/42
        apigw-synth trace shop.yaml GET https://api.example.com/me -H 'x-key: a'
        apigw-synth trace chat.yaml --message '{"action": "send"}'
      """)

  @Argument(help: ArgumentHelp("The spec; - reads standard input.", valueName: "SPEC"), completion: .spec)
  var spec: String

  @Argument(
    help: ArgumentHelp("Method of the request.", valueName: "METHOD"),
    completion: .list(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]))
  var method: String?

  @Argument(help: ArgumentHelp("Path of the request, with its query, or its URL.", valueName: "PATH"))
  var path: String?

  @Option(
    name: [.customShort("H"), .long],
    help: ArgumentHelp("Header of the request; may be repeated.", valueName: "NAME: VALUE"))
  var header: [String] = []

  @Option(help: ArgumentHelp("Body of the request.", valueName: "TEXT"))
  var body: String?

  @Option(help: ArgumentHelp("Host of the request; by default the default endpoint of the API.", valueName: "HOST"))
  var host: String?

  @Option(help: ArgumentHelp("The API, if the spec has several.", valueName: "NAME"))
  var api: String?

  @Option(help: ArgumentHelp("The stage; the path is then without it.", valueName: "NAME"))
  var stage: String?

  @Option(help: ArgumentHelp("Message to a WebSocket API, instead of METHOD and PATH.", valueName: "TEXT"))
  var message: String?

  @Option(name: .shortAndLong, help: "text, or json (an object).")
  var format = OutputFormat.text

  @OptionGroup var choices: ChoiceOptions

  @Flag(name: .shortAndLong, help: "Report only errors, without warnings and notes.")
  var quiet = false

  @OptionGroup var color: ColorOptions

  func validate() throws {
    if message != nil {
      if let method { throw ValidationError("--message takes the place of METHOD and PATH (\(method))") }
    } else if path == nil {
      throw ValidationError("METHOD and PATH are missing, such as GET /books, or --message")
    } else if let method, let path, method.hasPrefix("/"), !path.hasPrefix("/") {
      throw ValidationError("METHOD comes before PATH: \(path) \(method)")
    }
  }

  func run() throws {
    let batch = try Batch([spec], choices.choices())
    batch.report.writeText(quiet: quiet || batch.report.status == .fine)
    try batch.report.status.end()
    if batch.compiled.count > 1 {
      throw ValidationError("\(spec) has \(batch.compiled.count) specs; a request is followed through one")
    }
    guard let compilation = batch.compiled.first?.compilation, let model = compilation.model else { return }
    var trace: Trace
    do throws(TraceProblem) {
      trace = try self.trace(model)
    } catch {
      throw ValidationError(error.message)
    }
    trace.mapTexts(compilation.secrets.hide)
    let report = TraceReport(trace, place: { mark in compilation.location(of: mark) })
    try Console.write(format == .json ? report.json : report.text(color: Console.hasColorOnOutput))
    if trace.outcome == .notFound { throw ExitStatus.specHasErrors }
  }

  private func trace(_ model: Model) throws(TraceProblem) -> Trace {
    let options = Trace.Options(api: api, stage: stage)
    let headers = try header.map { text throws(TraceProblem) in
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw TraceProblem(message: "expected a header as NAME: VALUE, found \(text)")
      }
      return TracedRequest.Pair(String(parts[0]), String(parts[1].drop { $0 == " " }))
    }
    if let message { return try Trace(message: message, headers: headers, through: model, options) }
    let request = TracedRequest(
      method: (method ?? "").uppercased(), target: path ?? "/", headers: headers, host: host, body: body)
    return try Trace(request, through: model, options)
  }
}
