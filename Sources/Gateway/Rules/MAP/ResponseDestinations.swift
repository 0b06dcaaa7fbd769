import SpecReading
import YAMLTree

extension Rule {
  /// A status that a target cannot answer with.
  static let responseStatus = Rule(
    id: "MAP010",
    severity: .error,
    summary: "`responseParameters` under something that is no status from 200 to 599",
    why: """
      Responses are changed by their status, each one written out: there are no classes such as `4XX`. Others are
      refused: "Status Code 199 is not valid".
      """,
    source: "API Gateway's page on parameter mapping; found by deployments (cdk-preflight)",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              responseParameters:
                ⟦4XX → 404⟧: {remove: {headers: server}}
      """,
    check: { spec, report in
      spec.forEachTarget { answering in
        if answering.api.value.isWebSocket { return }
        for response in answering.target.integration.options.responseParameters ?? [] {
          check(response.status, response.mark)
        }
      }
      spec.forEachProperty("Integration", of: .http, ["ResponseParameters"]) { parameters in
        for response in parameters.members { check(response.name, response.key) }
      }
      func check(_ text: String, _ mark: Mark) {
        if text.utf8.count == 3, let status = Int(text), 200...599 ~= status { return }
        report.report(
          at: mark, "\(Reader.quoted(text)) is no status of a response",
          help: "write a number from 200 to 599; each status is changed by itself")
      }
    })

  /// A change to a response that API Gateway does not know.
  static let responseDestination = Rule(
    id: "MAP011",
    severity: .error,
    summary: "a response parameter that is no change to a header or to the status",
    why: """
      AWS's keys are `append`, `overwrite` or `remove`, then `:header.NAME`, and `overwrite:statuscode`. Anything else
      is refused: "Invalid Response Actioned Parameter destination specified".
      """,
    source: "API Gateway's page on parameter mapping",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              responseParameters:
                404:
                  ⟦append:statuscode → overwrite:statuscode⟧: 200
      """,
    check: { spec, report in
      spec.forEachMapping { _, side, changes in
        for change in changes where side == .response && change.name != "overwrite:statuscode" {
          if let destination = MappingDestination(change.name), destination.part == "header", !destination.name.isEmpty
          {
            continue
          }
          report.report(
            at: change.mark, "\(Reader.quoted(change.name)) is no change to a response", help: help(change.name))
        }
      }
    })

  private static func help(_ text: String) -> String {
    if text.lowercased().mentions("status") { return "write `statusCode`, or AWS's `overwrite:statuscode`" }
    return "write `append:`, `overwrite:` or `remove:`, then `header.NAME`; or `statusCode`"
  }

  /// A status that is none.
  static let responseStatusValue = Rule(
    id: "MAP013",
    severity: .error,
    summary: "a status to answer with that is no number from 100 to 599",
    why: """
      What overwrites a response's status has to be a status itself.
      """,
    source: "API Gateway's page on parameter mapping; the range is HTTP's",
    example: """
      apis:
        store:
          routes:
            GET /books:
              http: https://books.example.com/v1
              responseParameters:
                404: {statusCode: ⟦found → 200⟧}
      """,
    check: { spec, report in
      spec.forEachMapping { _, side, changes in
        for change in changes where side == .response && change.name == "overwrite:statuscode" {
          guard let text = change.value.literal, !text.contains("$") else { continue }
          if text.utf8.count == 3, let status = Int(text), 100...599 ~= status { continue }
          report.report(
            at: change.value.mark, "\(Reader.quoted(text)) is no status", help: "write a number from 100 to 599")
        }
      }
    })
}
