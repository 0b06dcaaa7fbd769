import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// Settings that an image contains, and a zip does not.
  static let imageOrZip = Rule(
    id: "LAM008",
    severity: .error,
    premise: .element,
    summary: "function without code, runtime or handler, or an image with them",
    why: """
      A container image contains its runtime and entry point. Any other code needs a runtime and a handler. Lambda rejects
      both mistakes, and a function without code: "Please provide a source for function code."
      """,
    source: "CloudFormation's page of AWS::Lambda::Function",
    example: """
      functions:
        ⟦books⟧: {⟪→ runtime: nodejs24.x, ⟫handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
      """,
    check: { model, report in
      for function in model.functionsAndLoops {
        let code = function["Code"]
        if let image = code?["ImageUri"] {
          if let text = image.text, !text.mentions(".dkr.ecr."), !text.contains("$") {
            report.report(
              at: image, "Lambda accepts images of Amazon ECR only",
              help: "write `ACCOUNT.dkr.ecr.REGION.amazonaws.com/NAME:TAG`")
          }
          for name in ["Runtime", "Handler", "Layers"] {
            guard let property = function[name] else { continue }
            report.report(
              at: name == "Layers" ? property.listMark : property.mark,
              "an image contains its own \(name.lowercased())", help: "remove `\(property.word)`")
          }
          continue
        }
        if let code, function.isRaw, let flaw = flaw(ofCode: code) {
          report.report(flaw, at: code)
        }
        if let type = function["PackageType"], type.text == "Image" {
          if model.lacksImage(function) {
            report.report(
              at: type, "the function `\(function.name)` has no image",
              help: "add `ImageUri`, or `Dockerfile` and `DockerContext` in `Metadata`, from which `sam build` makes it"
            )
          }
          continue
        }
        let missing = ["Runtime", "Handler"].filter(function.omits)
        guard code != nil, let first = missing.first else { continue }
        let words = missing.map { "`\(function.words($0))`" }.joined(separator: " and no ")
        report.report(
          at: function.mark, "the function `\(function.name)` has no \(words)",
          help: first == "Runtime"
            ? "write, for example, `\(function.words("Runtime")): nodejs24.x` and `\(function.words("Handler")): index.handler`"
            : "write `\(function.words("Handler")): FILE.FUNCTION`, such as `index.handler`")
      }
    })

  /// The message and the help for the code of a function in `resources` that is at no place.
  private static func flaw(ofCode code: Model.Property) -> (message: String, help: String)? {
    guard code.form == .mapping, !code.isFunction, code.lacks("ZipFile"), code.lacks("ImageUri") else { return nil }
    if code.lacks("S3Bucket"), code.lacks("S3Key") {
      return ("the function has no code", "add `ZipFile`, `S3Bucket` and `S3Key`, or `ImageUri`")
    }
    let other = code.lacks("S3Bucket") ? "S3Bucket" : "S3Key"
    return code.lacks(other) ? ("code in S3 has no `\(other)`", "add `\(other)`") : nil
  }
}

extension Model {
  /// Whether a function of SAM names no image, and nothing that `sam build` makes one from ("'ImageUri' must be set").
  fileprivate func lacksImage(_ function: Resource) -> Bool {
    guard function.isWhole, let written = resource(function.id, of: "AWS::Serverless::Function") else { return false }
    let metadata = written.record.metadata
    return metadata == nil || metadata?.mapping.map { $0["Dockerfile"] == nil && $0["DockerContext"] == nil } ?? false
  }
}
