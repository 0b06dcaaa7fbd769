import SpecReading

/// Words for values, in other tools and in speech.
extension ForeignWords {
  /// Each with the value that is intended, and the help.
  static let otherValues: [(words: [String], value: String, help: String)] = [
    (["ws", "wss", "webSocketApi"], "websocket", "write `websocket`"),
    (["httpApi", "v2"], "http", "write `http`"),
    (
      ["rest", "restApi"], "http",
      "REST APIs are not generated: write `http` for an HTTP API, which has routes, authorizers and CORS as well"
    ),
    (["alb", "http", "https"], "application", "write `application`"),
    (["nlb", "tcp", "tls"], "network", "write `network`"),
    (["true", "info", "all"], "INFO", "write `INFO`, which includes errors, or `ERROR`"),
    (["false", "none"], "OFF", "write `OFF`"),
    (["false", "no"], "none", "write `none`"),
    (["destroy"], "Delete", "write `Delete`"),
    (["public", "internet"], "internet-facing", "write `internet-facing`"),
    (["private"], "internal", "write `internal`"),
    (["sendMessage", "SQS-SendMessage"], "send", "write `send`"),
    (["receiveMessage", "SQS-ReceiveMessage"], "receive", "write `receive`"),
    (["deleteMessage", "SQS-DeleteMessage"], "delete", "write `delete`"),
    (["purgeQueue", "SQS-PurgeQueue"], "purge", "write `purge`"),
    (["startExecution", "StepFunctions-StartExecution"], "start", "write `start`"),
    (["startSyncExecution", "StepFunctions-StartSyncExecution"], "startSync", "write `startSync`"),
    (["stopExecution", "StepFunctions-StopExecution"], "stop", "write `stop`"),
    (["all", "any", "*"], "ANY", "write `ANY`"),
    (["all", "any"], "*", "write `\"*\"`"),
    (["any"], "all", "write `all`"),
    (["arm", "aarch64"], "arm64", "write `arm64`"),
    (["x64", "amd64", "x86"], "x86_64", "write `x86_64`"),
    (["info", "information", "hint"], "note", "write `note`"),
    (["off", "none", "disable", "disabled", "ignore"], "note", "write the ID in `ignore` of `lint`"),
    (["1"], "1.0", "write `1.0`"),
    (["2"], "2.0", "write `2.0`"),
    (["TLS_1_3"], "TLS_1_2", "write `TLS_1_2`: only domains of REST APIs have others"),
  ]
}
