extension Rule {
  static let halfAccessLog = Rule(
    id: "STG014",
    severity: .error,
    summary: "`AccessLogSettings` with only one of `DestinationArn` and `Format`",
    why: "API Gateway needs a destination and a format for access logs, and rejects one without the other.",
    source: "CloudFormation's page of AWS::ApiGatewayV2::Stage (AccessLogSettings)",
    example: """
      apis:
        store:
          routes:
            GET /books: https://books.example.com
      resources:
        Live:
          Type: AWS::ApiGatewayV2::Stage
          Properties:
            ApiId: !Ref apis.store
            StageName: live
            AutoDeploy: true
            ⟦AccessLogSettings⟧: {⟪→ DestinationArn: !GetAtt Lines.Arn, ⟫Format: $context.requestId}
        ⟪→
        Lines: {Type: AWS::Logs::LogGroup, DeletionPolicy: Delete}
        ⟫
      """,
    check: { model, report in
      for settings in model.accessLogs.map(\.settings) {
        let names = ["DestinationArn", "Format"]
        // A misspelled name is reported by itself.
        guard settings.members.allSatisfy({ names.contains($0.name) }) else { continue }
        for name in names where settings[name] == nil {
          report.report(at: settings.key, "access logs need `\(name)`", help: "add `\(name)`")
        }
      }
    })

  static let accessLogKeys = Rule(
    id: "STG030",
    severity: .error,
    summary: "access log keys without effect beside others",
    why: """
      `fields` are fields of the JSON format, so they have no effect beside another format. The retention of a log group
      that exists is set where the group is defined.
      """,
    source: "the language: nothing is silently ignored",
    example: """
      apis:
        store:
          accessLogs: {⟪format: clf,  →⟫fields: {⟦host⟧: $context.domainName}}
          routes:
            GET /books: https://books.example.com
      """,
    check: { model, report in
      for api in model.names.spec.apis {
        let options = [api.value.stageOptions] + (api.value.stages ?? []).map(\.value.stageOptions)
        for logs in options.flatMap({ $0.accessLogs?.values ?? [] }).compactMap(\.fields) {
          if let format = logs.format, format.literal != "json" {
            for mark in [logs.fields.first?.mark, logs.only?.mark].compactMap({ $0 }) {
              report.report(
                at: mark, "`fields` and `only` have no effect beside this `format`",
                help: "leave out one of the two; `fields` are for `format: json`")
            }
          }
          if logs.logGroup != nil {
            for mark in [logs.retention?.mark, logs.deletionPolicy?.mark].compactMap({ $0 }) {
              report.report(
                at: mark, "this has no effect beside `logGroup`, which exists already",
                help: "set it where the log group is defined")
            }
          }
        }
      }
    })
}
