import SpecReading
import TextSearch

extension Rule {
  static let unfinishedTemplate = Rule(
    id: "WS047",
    severity: .warning,
    summary: "mapping template with a directive without its end, or with unclosed JSON",
    why: """
      Each `#if`, `#foreach`, `#macro` and `#define` ends in `#end`, and a directive has a closing parenthesis. API Gateway accepts
      another template, but cannot transform a message by it: the client gets "Internal server error". A template of JSON without
      its last brace gives a text that the client or the target cannot read.
      """,
    source: "API Gateway's pages on mapping templates; Apache Velocity's user guide (directives)",
    example: """
      functions:
        join: {arn: "arn:aws:lambda:eu-west-1:111122223333:function:join"}
      apis:
        chat:
          type: websocket
          stage: live
          routes:
            $connect: {lambda: join, auth: iam}
            $disconnect: join
            $default:
              mock: true
              requestTemplates: '{"statusCode": 200}'
              returnResponse: true
              integrationResponses:
                $default: {templates: ⟦'#if($context.connectionId){"id": "$context.connectionId"}⟪' → #end'⟫⟧}
      """,
    check: { model, report in
      for template in model.messageTemplates {
        for (text, given) in template.choices.map({ ($1, $0) }) {
          var directives = TemplateDirectives(text)
          if let flaw = directives.flaw {
            report.report(flaw, at: given)
          } else if isUnclosed(text), !isMock(template) {
            report.report(at: given, "the JSON of the template is not closed", help: "close every brace and bracket")
          }
        }
        // Of a text with unknown parts, only the JSON is known.
        let open = template.openText { open in
          open.start.hasPrefix("{") && !open.known.contains { $0.contains("#") || $0.contains("$") }
            && open.isBrokenJSON
        }
        if open != nil {
          report.report(at: template, "the JSON of the template is not closed", help: "close every brace and bracket")
        }
      }
    })

  /// Whether the template is of a mock integration, whose JSON has a rule of its own.
  private static func isMock(_ template: Model.Property) -> Bool {
    template.resource["IntegrationType"]?.text == "MOCK"
  }

  /// Whether a text of JSON certainly lacks a brace or a bracket. Directives and variables may give any text.
  private static func isUnclosed(_ text: String) -> Bool {
    guard text.drop(while: \.isWhitespace).hasPrefix("{"), !text.contains("#") else { return false }
    if !text.contains("$") {
      var json = JSONCheck(text)
      return json.firstFlaw != nil
    }
    return [("{", "}"), ("[", "]")].contains { open, close in
      text.ranges(of: open).count != text.ranges(of: close).count
    }
  }
}

/// The directives of a mapping template, which is written in the Velocity Template Language.
private struct TemplateDirectives {
  private let bytes: [UInt8]
  private var index = 0
  /// The directives that are not ended yet.
  private var open: [String] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  private static let blocks: Set = ["define", "foreach", "if", "macro"]
  private static let withParentheses: Set = ["define", "elseif", "foreach", "if", "macro", "set"]

  /// The first mistake.
  var flaw: Flaw? {
    mutating get {
      guard bytes.contains(UInt8(ascii: "#")) else { return nil }
      while let name = nextDirective() {
        if TemplateDirectives.withParentheses.contains(name), !skipParentheses() {
          return ("`#\(name)` of the template has no closing parenthesis", "add `)`")
        }
        if name == "end" {
          if open.popLast() == nil { return ("the template has an `#end` without a directive", "remove it") }
        } else if TemplateDirectives.blocks.contains(name) {
          open.append(name)
        }
      }
      return open.last.map { ("`#\($0)` of the template has no `#end`", "add `#end`") }
    }
  }

  /// The name of the next directive; comments are none.
  private mutating func nextDirective() -> String? {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\\") { index += 1 }
      guard byte == UInt8(ascii: "#"), index < bytes.count else { continue }
      if bytes[index] == UInt8(ascii: "#") {
        index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else if bytes[index] == UInt8(ascii: "*") {
        skip(past: "*#")
      } else if bytes[index] == UInt8(ascii: "[") {
        skip(past: "]]#")
      } else {
        if bytes[index] == UInt8(ascii: "{") { index += 1 }
        let name = String(decoding: bytes[index...].prefix { (0x61...0x7A).contains($0 | 0x20) }, as: UTF8.self)
        index += name.utf8.count
        if !name.isEmpty { return name }
      }
    }
    return nil
  }

  private mutating func skip(past end: StaticString) {
    while index < bytes.count {
      if bytes[index...].starts(with: UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount)) {
        return index += end.utf8CodeUnitCount
      }
      index += 1
    }
  }

  /// Skips the parentheses of a directive; false if they are not closed. A directive without them is a text.
  private mutating func skipParentheses() -> Bool {
    var start = index
    while start < bytes.count, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "}") { start += 1 }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "(") else { return true }
    index = start
    var depth = 0
    var quote: UInt8?
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let known = quote {
        if byte == known { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return true }
      }
    }
    return false
  }
}
