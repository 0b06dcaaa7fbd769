import CloudFormation
import Support
import Testing

@testable import Gateway

/// The validation of tokens by load balancers.
@Suite("JWT validation")
struct JwtValidationTests {
  private func spec(_ validation: String) -> Compiled {
    Compiled(
      """
      parameters: {Stage: {Type: String, Default: dev}}
      conditions: {Prod: !Equals [!Ref Stage, prod]}
      vpcs: {main: {}}
      loadBalancers:
        web:
          type: application
          vpc: main
          listeners:
            https:
              port: 443
              certificate: arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888
              fixedResponse: {statusCode: 404}
              rules:
                10:
                  pathPattern: /orders/*
                  jwtValidation: \(validation)
                  forward: {type: ip, port: 8080}
      """)
  }

  private let action: Value = [
    "Type": "jwt-validation", "Order": 1,
    "JwtValidationConfig": [
      "Issuer": "https://id.example.com", "JwksEndpoint": "https://id.example.com/keys.json",
      "AdditionalClaims": [
        ["Name": "aud", "Format": "single-string", "Values": ["orders"]],
        ["Name": "scope", "Format": "space-separated-values", "Values": ["read", "write"]],
      ],
    ],
  ]
  private let validation = """
    {issuer: https://id.example.com, jwksEndpoint: https://id.example.com/keys.json, \
    additionalClaims: {aud: orders, scope: {format: space-separated-values, values: [read, write]}}}
    """

  @Test("It precedes the action of the rule")
  func order() {
    let spec = spec(validation)
    #expect(spec.errors == [])
    let actions = spec.property("loadBalancers.web.listeners.https.rules.10", "Actions")?.items ?? []
    #expect(actions.first == action)
    #expect(actions.last?.object?["Type"] == "forward" && actions.last?.object?["Order"] == 2)
  }

  @Test("It may depend on a condition")
  func condition() {
    let spec = spec("!If [Prod, \(validation), !Ref AWS::NoValue]")
    #expect(spec.errors == [])
    let actions = spec.property("loadBalancers.web.listeners.https.rules.10", "Actions")?.items ?? []
    #expect(actions.first == ["Fn::If": ["Prod", action, .ref("AWS::NoValue")]])
  }

  @Test("Limits of claims")
  func limits() {
    let claims = (1...11).map { "c\($0): x" }.joined(separator: ", ")
    let values = (1...11).map { "v\($0)" }.joined(separator: ", ")
    func found(_ claims: String) -> [String] {
      let keys = "issuer: https://id.example.com, jwksEndpoint: https://id.example.com/keys.json"
      return spec("{\(keys), additionalClaims: {\(claims)}}").findings.filter { $0.id == "LB030" }.map(\.message)
    }
    #expect(found(claims) == ["a validation has at most ten additional claims"])
    #expect(found("a: [\(values)]") == ["a claim has at most ten values"])
  }
}
