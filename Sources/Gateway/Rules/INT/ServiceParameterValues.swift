import SpecReading

extension Rule {
  /// A number that the service does not accept.
  static let serviceParameterRange = Rule(
    id: "INT047",
    severity: .error,
    summary: "number outside of the range of a service action's parameter",
    why: """
      API Gateway does not check the values of parameters. The service rejects every request with such a number: SQS delays a
      message for 0–900 seconds, returns 1–10 messages, hides them for 0–43,200 seconds and waits for 0–20 seconds.
      """,
    source: "SQS's API references of SendMessage and ReceiveMessage",
    example: """
      resources:
        Orders: {Type: AWS::SQS::Queue}
      apis:
        store:
          routes:
            GET /orders: {sqs: Orders, action: receive, parameters: {MaxNumberOfMessages: ⟦20 → 10⟧}}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let subtype = integration.subtype, !subtype.ranges.isEmpty else { return }
        for parameter in integration.requestParameters {
          guard let range = subtype.ranges[parameter.name], let text = flaw(of: parameter, range) else { continue }
          let end = (text.decimal ?? 0) < Double(range.lowerBound) ? range.lowerBound : range.upperBound
          let unit = text.prefix { $0.isNumber }
          report.report(
            at: parameter,
            "`\(parameter.name)` must be \(range.lowerBound)–\(range.upperBound), found \(Reader.quoted(text))",
            help: text.decimal == nil
              ? "write \(Int(unit).map { range.contains($0) ? "`\($0)`" : "a number" } ?? "a number")"
              : "write `\(end)`")
        }
      }
    })

  /// A literal that is not JSON, where the service reads it.
  static let serviceParameterJSON = Rule(
    id: "INT048",
    severity: .warning,
    summary: "parameter of a service action that is not JSON",
    why: """
      EventBridge accepts only a JSON object as `Detail`, and Step Functions only JSON as `Input`. They reject every request with
      another text: `MalformedDetail`, `InvalidExecutionInput`.
      """,
    source: "EventBridge's API reference of PutEvents; Step Functions' API reference of StartExecution",
    example: """
      apis:
        store:
          routes:
            POST /orders:
              eventBridge: default
              parameters: {Source: com.example.orders, DetailType: order, Detail: ⟦new order → '{"kind": "new"}'⟧}
      """,
    check: { model, report in
      model.forEachAction { integration, _ in
        guard let name = integration.subtype?.json, let parameter = integration["RequestParameters"]?[name] else {
          return
        }
        let wrong = parameter.choices.first { isNotJSON($1, isObject: name == "Detail") }
        let open = parameter.openText { open in
          let start = open.start.utf8.first { $0 > UInt8(ascii: " ") }
          if name == "Detail", let start, start != UInt8(ascii: "{"), start != UInt8(ascii: "$") { return true }
          return start == UInt8(ascii: "{") && open.isBrokenJSON
        }
        guard let given = wrong?.0 ?? open.map({ _ in parameter }) else { return }
        report.report(
          at: given, "`\(name)` is not \(name == "Detail" ? "a JSON object" : "JSON")",
          help: #"write, for example, `$request.body`, or `'{"id": "$request.body.id"}'`"#)
      }
    })

  /// A literal outside of a range; nil if it is inside, or only known at run time.
  private static func flaw(of parameter: Model.Property, _ range: ClosedRange<Int>) -> String? {
    if let number = parameter.numbers.first(where: { !range.contains($0) }) { return String(number) }
    return parameter.texts.first { Int($0) == nil && !$0.contains("$") }
  }

  /// Whether a text is certainly not JSON. A variable may be the whole text, or a part of an object.
  private static func isNotJSON(_ text: String, isObject: Bool) -> Bool {
    let start = text.utf8.first { $0 > UInt8(ascii: " ") }
    if start == UInt8(ascii: "$") { return false }
    if isObject, start != UInt8(ascii: "{") { return true }
    // A reference in braces is a mistake of its own.
    if text.contains("${") { return false }
    var json = JSONCheck(text)
    return json.firstFlaw != nil
  }
}
