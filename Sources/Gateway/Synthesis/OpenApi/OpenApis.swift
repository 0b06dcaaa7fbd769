import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Synthesis {
  /// An API that an OpenAPI document defines. AWS rejects every other property that the document can contain
  /// ("Redundant fields [name, protocolType, corsConfiguration, tags …] provided when either Body or BodyS3Location is
  /// not empty": aws-cdk #15754 and #28552), so names, descriptions and tags go into the document.
  mutating func write(_ openapi: OpenApi, _ api: CreatedApi, of element: Named<Api>) {
    var properties = Object()
    switch openapi.content {
    case .document(let raw): properties.add("Body", document(raw, api, element.name))
    case .s3(let s3):
      var location = Object()
      location.add("Bucket", s3.bucket) { value($0) }
      location.add("Key", s3.key) { value($0) }
      location.add("Version", s3.version) { value($0) }
      location.add("Etag", s3.etag) { value($0) }
      properties.add("BodyS3Location", .object(location))
      refuse(api, "the document is in S3")
    case nil: break
    }
    properties.add("BasePath", openapi.basePath) { value($0) }
    properties.add("FailOnWarnings", openapi.failOnWarnings) { value($0) }
    let id = write(.api(element.name), .api, properties, .main(api.options))
    moveTags(of: id, element)
  }

  // MARK: What is written into the document

  private mutating func document(_ raw: Raw, _ api: CreatedApi, _ name: String) -> Value {
    var value = values.value(raw.node)
    if value.hasNull {
      // Generators write them for values that may be missing; API Gateway uses neither.
      let unused = ["default", "example"]
      value = value.withoutNulls(of: unused)
      failAtEmptyValues(in: raw.node, besides: unused)
    }
    guard case .object(var document) = value, document["openapi"] != nil else {
      refuse(api, "CloudFormation makes the document")
      return value
    }
    // YAML's `3.0` and `1.0` are texts in a document.
    document["openapi"] = document["openapi"].map(text)
    var info = document["info"]?.object ?? Object()
    for member in info.members { info[member.key] = text(member.value) }
    if let name = api.name { info["title"] = self.value(name) }
    if let description = api.description { info["description"] = self.value(description) }
    if let version = api.apiVersion { info["version"] = self.value(version) }
    if info["title"] == nil { info["title"] = .string(name) }
    document["info"] = .object(info)
    return .object(document)
  }

  private func text(_ value: Value) -> Value {
    switch value {
    case .number(let number): .string(number)
    case .bool(let flag): .string(flag ? "true" : "false")
    default: value
    }
  }

  /// Reports fields that belong in a document that is not available.
  private mutating func refuse(_ api: CreatedApi, _ reason: String) {
    let fields = [("name", api.name), ("description", api.description), ("apiVersion", api.apiVersion)]
    for (key, given) in fields {
      guard let given else { continue }
      fail(
        .onlyInDocument, at: given.mark, "`\(key)` cannot be written: \(reason), and AWS takes it nowhere else",
        help: "set it in the document's `info`")
    }
  }

  /// Tags become those of the document, which AWS reads as the API's.
  private mutating func moveTags(of id: String, _ element: Named<Api>) {
    guard var resource = template[id], case .object(let tags) = resource.properties["Tags"] else { return }
    resource.properties["Tags"] = nil
    if case .object(let document) = resource.properties["Body"], document["openapi"] != nil {
      resource.properties["Body"] = .object(document.withTags(tags, replacing: true))
    } else {
      findings.report(
        Diagnostic(
          .onlyInDocument, severity: .note,
          message: "the API `\(element.name)` gets no tags: its document is not at hand",
          mark: element.mark, help: "write them into the document, as `tags` with `x-amazon-apigateway-tag-value`"))
    }
    template[id] = resource
  }
}

extension Object {
  /// An OpenAPI document with more tags, which AWS reads as those of the API.
  /// - Parameter replacing: whether they are in place of tags with a value that it has
  func withTags(_ tags: Object, replacing: Bool) -> Object {
    var list: [Value]
    switch self["tags"] {
    case nil: list = []
    case .list(let own): list = own
    default: return self
    }
    for tag in tags.members {
      let entry: Value = ["name": .string(tag.key), "x-amazon-apigateway-tag-value": tag.value]
      let index = list.firstIndex { $0.object?["name"]?.text == tag.key }
      guard let index else {
        list.append(entry)
        continue
      }
      if replacing || list[index].object?["x-amazon-apigateway-tag-value"] == nil { list[index] = entry }
    }
    var document = self
    document["tags"] = .list(list)
    return document
  }
}
