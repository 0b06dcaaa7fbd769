import CloudFormation
import TextSearch

extension Object {
  /// The path in front of those of an OpenAPI document, such as `/v1`; empty by default (source: API Gateway developer
  /// guide, Set the OpenAPI `basePath` property).
  /// - Parameter reading: the property `BasePath` of the API
  func basePath(_ reading: Value?) -> String {
    // In other letters it is reported, and means the same.
    guard let reading = reading?.text?.lowercased(), reading == "prepend" || reading == "split",
      case .list(let servers)? = self["servers"]
    else { return "" }
    let variable = servers.lazy.compactMap { $0.mapping?["variables"]?.mapping?["basePath"]?.mapping?["default"]?.text }
    guard let path = variable.first ?? servers.first?.mapping?["url"]?.text.map(Object.path(ofUrl:)) else { return "" }
    let parts = path.split(separator: "/")
    // `split` takes the first part as the name of a stage.
    return parts.dropFirst(reading == "split" ? 1 : 0).map { "/\($0)" }.joined()
  }

  /// The path of a URL, or of one without a host.
  private static func path(ofUrl url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    return String(url[scheme.upperBound...].drop { $0 != "/" })
  }
}
