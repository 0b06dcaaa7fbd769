import SpecReading

extension Rule {
  /// The times of rules and schedules.
  static let scheduleExpression = Rule(
    id: "CFN034",
    severity: .error,
    premise: .element,
    summary:
      "invalid `rate(…)`, `cron(…)` or `at(…)` of a rule or schedule, a schedule on another event bus, or a rule without schedule and pattern or with an invalid one",
    why: """
      EventBridge rejects the resource: "Parameter ScheduleExpression is not valid". A rate of 1 has a singular unit, any other
      a plural one. `cron` has six fields, with the year last, and one of the two day fields is `?`. "ScheduleExpression is
      supported only on the default event bus". The values of a pattern are lists: "must be an object or an array".
      """,
    source: """
      EventBridge's pages on rate and cron expressions; Scheduler's page on schedule types; public reports of the message \
      (aws-cdk#7514, cfn-lint#2141, aws-controllers-k8s#1984)
      """,
    example: """
      transform: AWS::Serverless-2016-10-31
      resources:
        Clean:
          Type: AWS::Serverless::Function
          Properties:
            Runtime: nodejs24.x
            Handler: index.handler
            InlineCode: "exports.handler = async () => ({})"
            Events:
              Often: {Type: Schedule, Properties: {Schedule: ⟦rate(5 minute) → rate(5 minutes)⟧}}
              Nightly: {Type: ScheduleV2, Properties: {ScheduleExpression: ⟦cron(0 3 * * *) → cron(0 3 * * ? *)⟧}}
      """,
    check: { model, report in
      for type in ["AWS::Events::Rule", "AWS::Scheduler::Schedule"] {
        let isRule = type == "AWS::Events::Rule"
        for resource in model.eventSources(type) {
          for (expression, text) in resource["ScheduleExpression"]?.choices ?? [] {
            guard !text.isEmpty, let flaw = ScheduleExpression.flaw(of: text, isRule: isRule) else { continue }
            report.report(flaw, at: expression)
          }
          if isRule, let bus = resource["EventBusName"], resource["ScheduleExpression"] != nil, model.isOwn(bus) {
            report.report(
              at: bus, "schedules are only supported on the default event bus",
              help: "remove `EventBusName`, or use an `AWS::Scheduler::Schedule`")
          }
          if isRule, resource.isRaw, resource.lacks("ScheduleExpression"), resource.lacks("EventPattern") {
            report.report(
              at: resource.mark, "the rule has neither `ScheduleExpression` nor `EventPattern`",
              help: "add one of them")
          }
          if isRule, let pattern = resource["EventPattern"] { check(pattern: pattern, &report) }
        }
      }
    })

  /// The values of an event pattern are lists, in mappings of any depth.
  private static func check(pattern: Model.Property, _ report: inout Report) {
    for member in pattern.members where !member.isFunction && !member.name.hasPrefix("Fn::") {
      if member.form == .mapping { check(pattern: member, &report) }
      guard let text = member.text else { continue }
      report.report(
        at: member, "`\(member.name)` of an event pattern must be a list, found \(Reader.quoted(text))",
        help: "write `\(member.name): [\(text)]`")
    }
  }
}

extension Model {
  /// Whether an event bus is surely another one than the default of the account.
  fileprivate func isOwn(_ bus: Property) -> Bool {
    if let text = bus.text { return text != "default" && !text.hasPrefix("arn:") }
    return resource(bus, of: "AWS::Events::EventBus") != nil
  }
}

/// The text of a schedule.
private enum ScheduleExpression {
  /// The message and the help for an invalid one. Scheduler's documentation does not require that the unit fits the value.
  static func flaw(of text: String, isRule: Bool) -> Flaw? {
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
      return ("\(Reader.quoted(text)) is not a schedule", form(isRule))
    }
    let arguments = text[text.index(after: open)...].dropLast()
    let fields = arguments.split(separator: " ").map(String.init)
    switch text[..<open].lowercased() {
    case "rate": return flaw(ofRate: fields, isRule: isRule)
    case "cron": return flaw(ofCron: fields)
    case "at" where !isRule: return nil
    default: return ("\(Reader.quoted(text)) is not a schedule", form(isRule))
    }
  }

  private static func form(_ isRule: Bool) -> String {
    "write `rate(5 minutes)`\(isRule ? " or" : ",") `cron(0 3 * * ? *)`\(isRule ? "" : " or `at(2030-01-31T03:00:00)`")"
  }

  private static let units = ["minute", "hour", "day"]

  private static func flaw(ofRate fields: [String], isRule: Bool) -> Flaw? {
    guard fields.count == 2, let value = Int(fields[0]), value > 0,
      let unit = units.first(where: { [$0, $0 + "s"].contains(fields[1]) })
    else { return ("a rate is a positive whole number and `minutes`, `hours` or `days`", "write `rate(5 minutes)`") }
    let right = value == 1 ? unit : unit + "s"
    if !isRule || fields[1] == right { return nil }
    return ("the unit of a rate of \(value) is `\(right)`", "write `rate(\(value) \(right))`")
  }

  private static func flaw(ofCron fields: [String]) -> Flaw? {
    guard fields.count == 6 else {
      let names = "minutes, hours, day of month, month, day of week, year"
      return ("`cron` has six fields, found \(fields.count)", fields.count == 5 ? suggestion(fields) : names)
    }
    if fields[2] != "?", fields[4] != "?" {
      return ("one of the day of the month and the day of the week must be `?`", suggestion(fields))
    }
    for (field, text) in zip(CronField.all, fields) {
      if let part = field.wrongPart(of: text) {
        return (
          "\(Reader.quoted(part)) is not a valid \(field.name)",
          "it is \(field.range), or a name, list or range of them"
        )
      }
    }
    return nil
  }

  /// The expression with a year, and with `?` in the day field that allows every day.
  private static func suggestion(_ fields: [String]) -> String? {
    var fields = fields
    if fields.count == 5 { fields.append("*") }
    if fields[2] != "?", fields[4] != "?" {
      guard let free = [4, 2].first(where: { fields[$0] == "*" }) else { return nil }
      fields[free] = "?"
    }
    // Days of the week count from 1 here, and from 0 elsewhere.
    let isPlain = zip(CronField.all, fields).allSatisfy { $0.wrongPart(of: $1) == nil }
    return isPlain ? "write `cron(\(fields.joined(separator: " ")))`" : nil
  }
}

/// One of the fields of `cron`.
private struct CronField {
  let name: String
  let range: String
  private let values: ClosedRange<Int>
  private let words: [String]

  private init(_ name: String, _ values: ClosedRange<Int>, _ words: [String] = []) {
    self.name = name
    self.values = values
    self.words = words
    range = "\(values.lowerBound)–\(values.upperBound)"
  }

  /// Source: EventBridge's page on cron expressions.
  static let all = [
    CronField("minute", 0...59), CronField("hour", 0...23), CronField("day of the month", 1...31),
    CronField(
      "month", 1...12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]),
    CronField("day of the week", 1...7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]),
    CronField("year", 1970...2199),
  ]

  /// The first part of a field that is certainly neither a value of it nor a wildcard.
  func wrongPart(of text: String) -> String? {
    for part in text.split(separator: ",") {
      let ends = part.prefix { $0 != "/" }.split(separator: "-")
      for end in ends {
        if let number = Int(end) {
          if !values.contains(number) { return String(end) }
        } else if end.count >= 3, end.allSatisfy(\.isLetter), !words.contains(end.uppercased()) {
          return String(end)
        }
      }
    }
    return nil
  }
}
