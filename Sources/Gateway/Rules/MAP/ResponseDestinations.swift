import SpecReading
import TextSearch

extension Rule {
  /// A status code that a response cannot have.
  static let responseStatus = Rule(
    id: "MAP010",
    severity: .error,
    summary: "response parameters for an invalid status code",
    why: """
      Response parameters belong to a status code from 200 to 599; there are no classes such as `4XX`. API Gateway rejects other
      codes: "Status Code 199 is not valid".
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
    check: { model, report in
      for integration in model.apis.integrations where integration.isWebSocket == false {
        for response in integration["ResponseParameters"]?.members ?? [] {
          if response.name.utf8.count == 3, let status = Int(response.name), 200...599 ~= status { continue }
          report.report(
            at: response.key, "a status code must be 200–599, found \(Reader.quoted(response.name))",
            help: "write the number of one status code")
        }
      }
    })

  /// A change to a response that API Gateway does not know.
  static let responseDestination = Rule(
    id: "MAP011",
    severity: .error,
    summary: "unknown destination of a response parameter mapping",
    why: """
      Destinations are `append`, `overwrite` or `remove` with `:header.NAME`, and `overwrite:statuscode`. API Gateway rejects
      others: "Invalid Response Actioned Parameter destination specified".
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
    check: { model, report in
      for change in model.valuedChanges where change.side == .response && change.name != "overwrite:statuscode" {
        if let destination = change.destination, destination.part == "header", !destination.name.isEmpty { continue }
        report.report(
          at: change.mark, "\(Reader.quoted(change.name)) is not a valid destination of a response parameter",
          help: change.name.lowercased().mentions("status")
            ? "write `overwrite:statuscode`"
            : (change.name.mentions("querystring.") ? nil : helpForForeign(change.name))
              ?? "write `append:`, `overwrite:` or `remove:` with `header.NAME`, or write `overwrite:statuscode`")
      }
    })

  /// A status code that does not exist.
  static let responseStatusValue = Rule(
    id: "MAP013",
    severity: .error,
    summary: "response status code outside 100–599",
    why:
      "The value that overwrites the status code of a response must be a status code. Clients cannot read a response with any other value.",
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
    check: { model, report in
      for change in model.changes where change.side == .response && change.name == "overwrite:statuscode" {
        guard let text = change.value.text, !text.contains("$") else { continue }
        if text.utf8.count == 3, let status = Int(text), 100...599 ~= status { continue }
        report.report(
          at: change.value, "a status code must be 100–599, found \(Reader.quoted(text))",
          help: isNumber(text.dropFirst().dropLast())
            ? "write `\(text.dropFirst().dropLast())`" : "write a number from 100 to 599")
      }
    })

  private static func isNumber(_ text: Substring) -> Bool {
    text.utf8.count == 3 && Int(text).map { 100...599 ~= $0 } ?? false
  }
}
