import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  static let unresolvedPointer = Rule(
    id: "OAS002",
    severity: .error,
    premise: .name,
    summary: "`$ref` to a part that the OpenAPI document does not have",
    why: """
      API Gateway looks `#/components/…` up in the document itself. If it finds nothing, or the part is in another file, the import
      fails, or the operation is created without its target.
      """,
    source: "OpenAPI 3.0, Reference Object; API Gateway's page on `x-amazon-apigateway-integrations`",
    example: """
      apis:
        store:
          openapi:
            openapi: 3.0.1
            info: {title: store, version: "1"}
            paths:
              /books:
                get:
                  x-amazon-apigateway-integration: {$ref: ⟦"#/components/x-amazon-apigateway-integrations/book" → "#/components/x-amazon-apigateway-integrations/books"⟧}
            components:
              x-amazon-apigateway-integrations:
                books: {type: http_proxy, httpMethod: GET, uri: "https://books.example.com", payloadFormatVersion: "1.0"}
      """,
    check: { model, report in
      func check(_ part: Model.Property) {
        guard let pointer = part["$ref"], let text = pointer.text, !text.hasPrefix("#") else { return }
        report.report(
          at: pointer, "API Gateway only gets this document, not \(Reader.quoted(text))",
          help: text.hasPrefix("/components/") ? "write `#\(text)`" : "write that part here, or join the files before")
      }
      for path in model.documents.flatMap({ $0["paths"]?.members ?? [] }) {
        check(path)
        for operation in path.members {
          if let integration = operation[DocumentWords.integrationKey] { check(integration) }
        }
      }
      model.forEachDocumentMapping { mapping in
        guard let pointer = mapping["$ref"], let text = pointer.text, text.hasPrefix("#/"),
          let body = pointer.resource["Body"], !body.leads(to: text.dropFirst(2))
        else { return }
        report.report(
          at: pointer, "the document has nothing at `\(text)`",
          help: report.findings.isLong
            ? nil : body.partNearest(to: text).map { "did you mean `\($0)`?" } ?? "define it in the document")
      }
    })
}

extension Model {
  /// The OpenAPI documents of APIs that are known.
  var documents: [Property] {
    resources("Api").compactMap { api in api["Body"].flatMap { $0.isFunction || $0.form != .mapping ? nil : $0 } }
  }

  /// Calls `body` with each mapping of the documents.
  func forEachDocumentMapping(_ body: (Property) -> Void) {
    for document in documents { document.forEachMapping(body) }
  }
}

extension Model.Property {
  func forEachMapping(_ body: (Model.Property) -> Void) {
    if isFunction { return }
    if let items {
      for item in items { item.forEachMapping(body) }
    } else if form == .mapping {
      body(self)
      for member in members { member.forEachMapping(body) }
    }
  }

  /// Whether a JSON pointer leads to a part of it, or to what is only known at deployment.
  func leads(to pointer: Substring) -> Bool {
    var part = self
    for step in pointer.split(separator: "/", omittingEmptySubsequences: false) {
      if part.isFunction { return true }
      let name = String(step).replacing("~1", with: "/").replacing("~0", with: "~")
      if let items = part.items, let index = Int(name), items.indices.contains(index) {
        part = items[index]
      } else if let next = part[name] {
        part = next
      } else {
        return part.members.contains { $0.name.hasPrefix("Fn::") }
      }
    }
    return true
  }

  /// The pointer to the sibling whose name is nearest.
  func partNearest(to pointer: String) -> String? {
    guard let slash = pointer.lastIndex(of: "/") else { return nil }
    var part: Model.Property? = self
    for step in pointer[..<slash].dropFirst(2).split(separator: "/") { part = part?[String(step)] }
    let name = String(pointer[pointer.index(after: slash)...])
    let names = (part?.value.object?.members ?? []).map(\.key)
    return Suggestion.nearest(to: name, among: names).map { String(pointer[...slash]) + $0 }
  }
}
