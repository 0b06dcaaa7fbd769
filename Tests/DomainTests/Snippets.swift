import CloudFormation
import Support

extension Compiled {
  /// The mappings.
  var mappings: [Resource] { resources("ApiMapping") }
}

/// The start of most specs in these tests.
enum Snippet {
  static let certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"
  static let domain = """
    domains:
      api.example.com: {certificate: \(certificate), hostedZone: Z0123456789EXAMPLE}

    """
  static let api = """
    apis:
      store:
        routes: {$default: "https://books.example.com"}
        disableExecuteApiEndpoint: true

    """
}
