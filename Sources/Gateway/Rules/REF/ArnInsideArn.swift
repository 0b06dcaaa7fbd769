import CloudFormation
import SpecReading
import TextSearch

extension Rule {
  /// A reference that gives an ARN or a URL inside of an ARN.
  static let arnInsideArn = Rule(
    id: "REF017",
    severity: .error,
    summary: "reference that is an ARN or a URL inside of an ARN",
    why: """
      `!GetAtt` of `Arn`, and `!Ref` of some types, give a whole ARN; `!Ref` of a queue gives its URL. Behind the beginning of another
      ARN the result names nothing: AWS rejects it as a target, and a policy with it allows nothing.
      """,
    source: "CloudFormation's pages of the types: return values",
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      apis:
        store:
          routes:
            GET /books: books
      resources:
        MayWrite:
          Type: AWS::IAM::ManagedPolicy
          Properties:
            PolicyDocument:
              Version: "2012-10-17"
              Statement:
                Effect: Allow
                Action: lambda:InvokeFunction
                Resource: ⟦!Sub "⟪arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function: →⟫${functions.books.Arn}:*"⟧
      """,
    check: { model, report in
      for arn in model.composedTexts.arns {
        if arn.text.mentions(":${AWS::AccountId}:${AWS::Region}:") {
          report.report(
            at: arn.mark, "the account is where the region of an ARN is, and the region where its account is",
            help: "write `${AWS::Region}:${AWS::AccountId}`")
          continue
        }
        guard let inner = InnerReference(arn.text, model) else { continue }
        let word = model.names.inPlaces("${\(inner.id)\(inner.attribute.isEmpty ? "" : ".\(inner.attribute)")}")
        let meant = model.names.inPlaces("${\(inner.id).Arn}")
        report.report(
          at: arn.mark,
          "`\(word)` is \(inner.isURL ? "a URL" : "an ARN") inside of \(inner.isURL ? "an ARN" : "another one")",
          help: "remove `\(model.names.inPlaces(inner.before))` before it"
            + (inner.isURL ? ", and write `\(meant)`" : ""))
      }
    })

  /// The first reference in an ARN that gives an ARN or a URL.
  private struct InnerReference {
    let id: String
    let attribute: String
    let isURL: Bool
    /// The beginning of the ARN around it.
    let before: String

    init?(_ text: String, _ model: Model) {
      for (id, attribute, place) in SpelledReference.all(in: text).found {
        let before = text[..<place.lowerBound]
        // Several texts, and the URI by which API Gateway calls a function.
        if before.contains(where: { $0 == "," || $0.isWhitespace }) { return nil }
        if before.hasSuffix("/functions/") { continue }
        let value: Value = attribute.isEmpty ? .ref(id) : .getAtt(id, attribute)
        let isURL = model.scheme(ofReference: value) != nil
        if isURL || InnerReference.isArn(id, attribute, model) {
          (self.id, self.attribute, self.isURL) = (id, attribute, isURL)
          let beginning = before.ranges(of: "arn:").last?.lowerBound ?? before.startIndex
          self.before = String(before[beginning...])
          return
        }
      }
      return nil
    }

    private static func isArn(_ id: String, _ attribute: String, _ model: Model) -> Bool {
      guard let resource = model.resource(id), let type = ResourceType.named(resource.type) else { return false }
      if attribute.isEmpty { return type.ref?.isArn ?? false }
      return attribute.hasSuffix("Arn") && type.attributeNames?.contains(attribute) ?? false
    }
  }
}
