import CloudFormation
import Support

extension Compiled {
  /// The integration of a route.
  func integration(of key: String) -> Resource? {
    guard let target = route(key)?.properties["Target"]?.object?["Fn::Sub"]?.text else { return nil }
    let id = target.dropFirst("integrations/${".count).dropLast()
    return template[String(id)]
  }

  /// The integration responses of a route, by key.
  func responses(of key: String) -> [String: Object] {
    guard let id = integration(of: key)?.id else { return [:] }
    let responses = resources("IntegrationResponse").filter { $0.properties["IntegrationId"] == .ref(id) }.map(
      \.properties)
    return Dictionary(responses.map { ($0["IntegrationResponseKey"]?.text ?? "", $0) }) { first, _ in first }
  }
}

/// A WebSocket API `chat` with two functions, these routes, and other options.
func chat(_ routes: String, api: String = "", spec: String = "") -> Compiled {
  Compiled(
    """
    functions:
      chat: {runtime: nodejs24.x, handler: index.handler, code: src/chat}
      send: {runtime: nodejs24.x, handler: index.handler, code: src/send}
    \(spec)
    apis:
      chat:
        type: websocket
        stage: live
        outputs: false
    \(api.indented(by: 4))
        routes:
    \(routes.indented(by: 6))
    """)
}

extension String {
  fileprivate func indented(by count: Int) -> String {
    let space = String(repeating: " ", count: count)
    return split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : space + $0 }
      .joined(separator: "\n")
  }
}
