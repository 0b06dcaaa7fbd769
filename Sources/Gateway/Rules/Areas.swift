/// What the letters of an id stand for.
public struct Area: Sendable {
  /// The letters.
  public let letters: String
  /// What its findings are about.
  public let title: String
  /// AWS's page on it, if there is one.
  public let page: String?

  /// The area of an id.
  public static func of(_ id: String) -> Area? {
    let letters = id.prefix { !$0.isNumber }
    return all.first { $0.letters == letters }
  }

  private init(_ letters: String, _ title: String, _ page: String? = nil) {
    self.letters = letters
    self.title = title
    self.page = page
  }

  private static let gateway = "https://docs.aws.amazon.com/apigateway/latest/developerguide/"

  /// All areas.
  public static let all: [Area] = [
    Area("API", "APIs", gateway + "http-api.html"),
    Area("AUT", "Authorization", gateway + "http-api-access-control.html"),
    Area(
      "CFN", "Templates", "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html"),
    Area("CM", "Cloud Map", "https://docs.aws.amazon.com/cloud-map/latest/dg/what-is-cloud-map.html"),
    Area("COR", "CORS", gateway + "http-api-cors.html"),
    Area("DOM", "Domains", gateway + "http-api-custom-domain-names.html"),
    Area("FILE", "Files"),
    Area("INC", "Included files"),
    Area("INT", "Integrations", gateway + "http-api-develop-integrations.html"),
    Area("LAM", "Functions", "https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html"),
    Area(
      "LB", "Load balancers",
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/what-is-load-balancing.html"),
    Area("LINT", "What is ignored"),
    Area("MAP", "Parameter mapping", gateway + "http-api-parameter-mapping.html"),
    Area("NET", "Networks", "https://docs.aws.amazon.com/vpc/latest/userguide/configure-your-vpc.html"),
    Area("OPT", "Options"),
    Area("QUO", "Quotas", gateway + "http-api-quotas.html"),
    Area("REF", "Names"),
    Area("ROU", "Routes", gateway + "http-api-develop-routes.html"),
    Area("SEC", "Security", gateway + "security.html"),
    Area("SPEC", "The language"),
    Area("STG", "Stages", gateway + "http-api-stages.html"),
    Area("SVC", "AWS services", gateway + "http-api-develop-integrations-aws-services.html"),
    Area("VAR", "Variables"),
    Area("VPC", "Private integrations", gateway + "http-api-develop-integrations-private.html"),
    Area("WS", "WebSocket APIs", gateway + "apigateway-websocket-api.html"),
    Area("YAML", "YAML"),
  ]
}
