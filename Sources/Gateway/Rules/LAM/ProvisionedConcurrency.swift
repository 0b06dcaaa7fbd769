import CloudFormation
import Diagnostics

extension Rule {
  /// Aliases and versions that cannot have provisioned concurrency.
  static let provisionedConcurrency = Rule(
    id: "LAM045",
    severity: .error,
    summary: "provisioned concurrency for `$LATEST`, for weighted versions or beside SnapStart",
    why: """
      Lambda provisions environments of one published version. It rejects others: "Provisioned Concurrency Configs cannot be applied
      to unpublished function versions", "Alias with weights can not be used with Provisioned Concurrency". SnapStart does not
      support it. SAM requires `AutoPublishAlias`.
      """,
    source: """
      Lambda's pages on provisioned concurrency and on SnapStart; public reports of the messages \
      (terraform-provider-aws#12120, terraform#24957); aws-sam-translator 1.115
      """,
    example: """
      functions:
        books: {runtime: nodejs24.x, handler: index.handler, code: src/books}
      resources:
        Now: {Type: AWS::Lambda::Version, Properties: {FunctionName: !Ref functions.books}}
        Live:
          Type: AWS::Lambda::Alias
          Properties:
            FunctionName: !Ref functions.books
            FunctionVersion: ⟦⟪$LATEST → !GetAtt Now.Version⟫⟧
            Name: live
            ProvisionedConcurrencyConfig: {ProvisionedConcurrentExecutions: 2}
      apis:
        store:
          routes:
            GET /books: !Ref Live
      """,
    check: { model, report in
      let concurrency = "ProvisionedConcurrencyConfig"
      for type in FunctionTable.partTypes {
        for part in model.resources(type) {
          guard let setting = part[concurrency] else { continue }
          if let version = part["FunctionVersion"], version.text == "$LATEST" {
            report.report(
              at: version, "`$LATEST` cannot have provisioned concurrency",
              related: [Related(message: "the provisioned concurrency", mark: setting.mark)],
              help: "publish an `AWS::Lambda::Version`, and write `!GetAtt NAME.Version`")
          }
          if let weights = part["RoutingConfig"]?["AdditionalVersionWeights"], weights.items?.isEmpty == false {
            report.report(
              at: setting, "an alias with weighted versions cannot have provisioned concurrency",
              related: [Related(message: "the weights", mark: weights.mark)], help: "remove one of the two")
          }
          guard let start = model.function(of: part["FunctionName"])?.snapStart else { continue }
          reportSnapStart(setting, start, &report)
        }
      }
      for function in model.resources("AWS::Serverless::Function") {
        guard let setting = function[concurrency] else { continue }
        if let start = model.serverlessFunctionsByID[function.id]?.snapStart {
          reportSnapStart(setting, start, &report)
        } else if function.lacks("AutoPublishAlias"), model.publishedAlias(of: function) == nil {
          report.report(
            at: setting, "SAM requires `AutoPublishAlias` for provisioned concurrency",
            help: "add `AutoPublishAlias: live`")
        }
      }
    })

  /// Reports provisioned concurrency of a function with SnapStart.
  private static func reportSnapStart(_ setting: Model.Property, _ start: Model.Property, _ report: inout Report) {
    report.report(
      at: setting, "a function with SnapStart cannot have provisioned concurrency",
      related: [Related(message: "SnapStart", mark: start.mark)], help: "remove one of the two")
  }
}
