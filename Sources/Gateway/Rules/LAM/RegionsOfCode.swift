import Diagnostics
import YAMLTree

extension Rule {
  static let regionOfCode = Rule(
    id: "LAM040",
    severity: .error,
    summary: "layer or image in another region than the function",
    why: """
      Lambda loads layers and images from the function's own region only. It rejects others: "Layers are not in the same region as
      the function", or, for layers of other accounts, "not authorized to perform: lambda:GetLayerVersion".
      """,
    source: "Lambda's page on container images; amplify-backend#2216; elysia-lambda#2 quotes Lambda's message",
    example: """
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          layers: arn:aws:lambda:eu-west-1:111122223333:layer:tools:3
        orders:
          runtime: nodejs24.x
          handler: index.handler
          code: src/orders
          layers: ⟦arn:aws:lambda:⟪us-east → eu-west⟫-1:111122223333:layer:tools:3⟧
      apis:
        store:
          routes:
            GET /books: books
            GET /orders: orders
      """,
    check: { model, report in
      var stack: (name: String, mark: Mark)?
      for function in model.functions {
        let layers = function["Layers"]?.list ?? []
        for property in layers + [function["Code"]?["ImageUri"]].compactMap(\.self) {
          guard let text = property.text, let region = region(of: text) else { continue }
          guard let known = stack ?? model.regionOfStack else {
            stack = (region, property.mark)
            continue
          }
          stack = known
          if region == known.name { continue }
          report.report(
            at: property,
            "this \(property.name == "Layers" ? "layer" : "image") is in \(region), the stack in \(known.name)",
            related: [Related(message: "the region is known from here", mark: known.mark)],
            help: "use one in \(known.name)")
        }
      }
    })

  /// The region in the ARN of a layer, or in the host of Amazon ECR.
  private static func region(of text: String) -> String? {
    if text.hasPrefix("arn:") {
      let region = Arn(text).region
      return region.isEmpty || region.contains("$") ? nil : region
    }
    let parts = text.split(separator: ".", maxSplits: 4)
    return parts.count > 4 && parts[1] == "dkr" && parts[2] == "ecr" && !parts[3].contains("$") ? String(parts[3]) : nil
  }
}
