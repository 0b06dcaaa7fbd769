import SpecReading
import YAMLTree

extension Rule {
  /// Functions that can be given rights.
  static let senderIsOwn = Rule(
    id: "WS033",
    severity: .error,
    summary: "a sender that the program cannot equip",
    why: """
      A sender gets the right to post to connections in its role, and the URL in its environment. A function that exists
      already, or stands in `resources`, has its own of both; so has a role that is not of this spec.
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
    check: { spec, report in
      for api in spec.webSocketApis {
        let what = "the right `execute-api:ManageConnections` on `${apis.\(api.name)}/*/*/@connections/*`"
        for sender in api.value.senders?.items ?? [] {
          guard let found = spec.names.find(.function, sender) else { continue }
          guard let (name, function) = spec.names.sender(sender) else {
            if case .element(let index) = found, spec.names.spec.functions[index].value.form == nil { continue }
            report.report(
              at: sender.mark, "\(Reader.quoted(sender.literal ?? "it")) is not a function that this spec creates",
              help:
                "give its role \(what), and the function the URL (`!GetAtt apis.\(api.name).stages.STAGE.CallbackUrl`)")
            continue
          }
          if let role = function.role, spec.values.roleName(role) == nil {
            report.report(
              at: sender.mark, "the role of the function `\(name)` is not known",
              help: "give it \(what) where it is made")
          }
        }
      }
    })

  /// Variables that say two things.
  static let senderVariable = Rule(
    id: "WS034",
    severity: .error,
    summary: "two APIs that tell a sender their URLs by the same variable",
    why:
      "The variable is called after the API in capitals, with `_` for what is no letter or digit: names that differ by just that collide.",
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
    check: { spec, report in
      var seen: Set<String> = []
      for api in spec.webSocketApis {
        let stages = api.value.resolvedStages
        for sender in api.value.senders?.items ?? [] {
          guard let name = spec.names.sender(sender)?.name else { continue }
          let variables = stages.map { CallbackVariable.name(api: api.name, stage: stages.count > 1 ? $0.name : nil) }
          for variable in variables where !seen.insert("\(name) \(variable)").inserted {
            report.report(
              at: sender.mark, "the function `\(name)` has the variable `\(variable)` already",
              help: "call the API otherwise")
          }
        }
      }
    })

  /// Functions that post without the right to.
  static let posterWithoutRight = Rule(
    id: "WS024",
    severity: .warning,
    summary: "a function that posts to connections, as its code tells, and has no right to",
    why: """
      Who posts to connections needs `execute-api:ManageConnections` on the API. Without it every message back fails, and
      nothing says so before the first one.
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
    check: { spec, report in
      guard !spec.webSocketApis.isEmpty else { return }
      let senders = Set(
        spec.webSocketApis.flatMap { $0.value.senders?.items ?? [] }.compactMap { spec.names.sender($0)?.name })
      for own in spec.createdFunctions where !senders.contains(own.element.name) {
        // A role or a policy of its own may have it.
        guard own.function.role == nil, own.function.policies == nil, case .inline(let code) = own.function.code.source,
          let text = code.inline.literal?.lowercased(), text.mentions("apigatewaymanagementapi")
        else { continue }
        report.report(
          at: own.element.mark, "the function `\(own.element.name)` posts to connections, and its role does not let it",
          help: "name it in the `senders` of the API")
      }
    })
}
