import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  static let senderIsOwn = Rule(
    id: "WS033",
    severity: .error,
    premise: .spec,
    summary: "`senders` entry whose role or environment cannot be changed",
    why: """
      A sender gets the permission to post to connections in its role, and the URL in its environment. The permission can only be
      added to a role of this spec, and the URL to a function of `functions` that is created; one of `resources` sets the URL itself.
      """,
    source: "the language: what exists is not changed",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
        notify: {⟪arn: "arn:aws:lambda:eu-west-1:111122223333:function:notify" → runtime: nodejs24.x, handler: index.handler, code: src/notify⟫}
      apis:
        chat:
          type: websocket
          senders: ⟦notify⟧
          routes:
            $default: chat
          stage: live
      """,
    isEssential: true,
    check: { model, report in
      let names = model.names
      for api in names.spec.apis where api.value.isWebSocket {
        let what = "allow `execute-api:ManageConnections` on `${apis.\(api.name)}/*/*/@connections/*` in its role"
        for sender in api.value.senders?.items ?? [] {
          guard let found = names.find(.function, sender) else { continue }
          guard let (name, function) = names.sender(sender) else {
            if case .element(let index) = found, names.spec.functions[index].value.form == nil { continue }
            if model.spec.values.rawSender(sender) != nil { continue }
            let name = Reader.quoted(sender.literal ?? "it")
            let isRaw = if case .resource = found { true } else { false }
            report.report(
              at: sender.mark,
              isRaw
                ? "the role of the function \(name) is not known" : "\(name) is not a function that this spec creates",
              help: "\(what), and pass the URL (`!GetAtt apis.\(api.name).stages.STAGE.CallbackUrl`)")
            continue
          }
          if let role = function.role, model.spec.values.roleName(role) == nil {
            report.report(
              at: sender.mark, "the role of the function `\(name)` is not known", help: "\(what), where it is created")
          }
        }
      }
    })

  static let senderVariable = Rule(
    id: "WS034",
    severity: .error,
    summary: "two APIs whose URLs have the same environment variable",
    why: """
      The variable of a URL is named after the API in capitals, with `_` for anything but letters and digits. Of two names
      that only differ there, one URL overwrites the other.
      """,
    source: "the language: `<API>_CALLBACK_URL`",
    example: """
      functions:
        chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      apis:
        team-chat:
          type: websocket
          senders: chat
          routes:
            $default: chat
          stage: live
        ⟪team_chat → support⟫:
          type: websocket
          senders: ⟦chat⟧
          routes:
            $default: chat
          stage: live
      """,
    check: { model, report in
      var seen: Set<String> = []
      for api in model.names.spec.apis where api.value.isWebSocket {
        let stages = api.value.resolvedStages
        for sender in api.value.senders?.items ?? [] {
          guard let name = model.names.sender(sender)?.name else { continue }
          let variables = stages.map { CallbackVariable.name(api: api.name, stage: stages.count > 1 ? $0.name : nil) }
          for variable in variables where !seen.insert("\(name) \(variable)").inserted {
            report.report(
              at: sender.mark, "the function `\(name)` already has an environment variable `\(variable)`",
              help: "rename one of the APIs")
          }
        }
      }
    })

  static let posterWithoutRight = Rule(
    id: "WS024",
    severity: .warning,
    premise: .spec,
    summary: "function posts to connections without permission",
    why: """
      A function that posts to connections needs the permission `execute-api:ManageConnections` on the API. Without it every
      call fails with "ForbiddenException", status 403. A function posts if its code has the client for posts, or if its environment
      has the URL for them, `https://API.execute-api.REGION.amazonaws.com/STAGE`.
      """,
    source: "API Gateway's page on access control of WebSocket APIs",
    example: """
      functions:
        ⟦chat⟧:
          runtime: nodejs24.x
          handler: index.handler
          code:
            inline: |
              const { ApiGatewayManagementApi } = require("@aws-sdk/client-apigatewaymanagementapi");
              exports.handler = async () => ({ statusCode: 200 });
      apis:
        chat:
          type: websocket
          ⟪→
          senders: chat
          ⟫
          routes:
            $default: chat
          stage: live
      """,
    check: { model, report in
      guard model.apis.all.contains(where: { $0.isWebSocket == true }) else { return }
      for function in model.resources("AWS::Lambda::Function") {
        guard let code = function["Code"]?["ZipFile"]?.text?.lowercased(), code.mentions("apigatewaymanagementapi"),
          let role = model.role(function["Role"]), !role.mayAllow("execute-api:ManageConnections")
        else { continue }
        report.report(
          at: function.mark, "the function `\(function.name)` posts to connections, but its role does not allow it",
          help: help(for: function))
      }
      // The URL for posts, which clients of a WebSocket API do not use.
      for function in model.resources("AWS::Lambda::Function") {
        guard let variables = function["Environment"]?["Variables"]?.members,
          let variable = variables.first(where: model.isCallbackUrl),
          let role = model.role(function["Role"]), !role.mayAllow("execute-api:ManageConnections")
        else { continue }
        report.report(
          at: variable,
          "the function `\(function.name)` gets the URL for posts to connections, but its role does not allow them",
          help: help(for: function))
      }
    })

  private static func help(for function: Model.Resource) -> String {
    function.isRaw ? "allow `execute-api:ManageConnections` in its role" : "name it in the `senders` of the API"
  }
}

extension Model {
  /// Whether a value is the URL of a stage of a WebSocket API for posts to its connections.
  fileprivate func isCallbackUrl(_ property: Property) -> Bool {
    guard let text = property.value.spelled, text.hasPrefix("https://"), let (api, path) = apiOfEndpoint(text) else {
      return false
    }
    return api.isWebSocket == true && path.count > 1
  }
}
