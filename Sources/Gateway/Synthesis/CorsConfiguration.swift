import CloudFormation
import SpecReading

extension Synthesis {
  /// `CorsConfiguration` of an API.
  func corsConfiguration(of api: Api, _ routes: [ApiRoutes.Resolved]) -> Value? {
    guard let switched = api.cors, switched.isOn else { return nil }
    let cors = switched.fields
    var configuration = Object()
    configuration.add("AllowOrigins", cors?.allowOrigins, default: ["*"]) { list($0) }
    configuration.add("AllowMethods", cors?.allowMethods, default: .texts(api.corsMethods(routes))) {
      list($0) { value($0) }
    }
    configuration.add("AllowHeaders", cors?.allowHeaders, default: .texts(api.corsHeaders)) { list($0) }
    configuration.add("ExposeHeaders", cors?.exposeHeaders) { list($0) }
    configuration.add("AllowCredentials", cors?.allowCredentials) { value($0) }
    configuration.add("MaxAge", cors?.maxAge) { seconds($0) }
    return .object(configuration)
  }
}

extension Api {
  /// The methods of its routes; every one where a route takes any. With credentials browsers take `*` for a method of
  /// that name, so they are written out.
  func corsMethods(_ routes: [ApiRoutes.Resolved]) -> [String] {
    var methods: Set<String> = []
    var takesAny = routes.isEmpty
    for route in routes {
      if case .http(let method, _) = route.key.form, method != "ANY" { methods.insert(method) } else { takesAny = true }
    }
    let all = HttpMethod.allCases.map(\.rawValue).filter { $0 != "ANY" }
    if !takesAny { return all.filter(methods.contains) }
    return cors?.fields?.allowCredentials?.literal == true ? all : ["*"]
  }

  /// `content-type`, and the headers in which callers show who they are.
  var corsHeaders: [String] {
    var headers = ["content-type"]
    for header in authorizers.flatMap(\.value.headers) where !headers.contains(header) { headers.append(header) }
    if usesIam {
      headers += ["authorization", "x-amz-date", "x-amz-security-token"].filter { !headers.contains($0) }
    }
    return headers
  }

  /// Whether a route is called with AWS signatures, which are in headers.
  var usesIam: Bool {
    defaultAuth?.authorizer?.literal == "iam" || routes.contains { $0.value.auth?.authorizer?.literal == "iam" }
  }
}

extension AuthorizerElement {
  /// The request headers that it reads, in lower case.
  var headers: [String] {
    let sources: [String] = identitySource?.literals() ?? ["$request.header.Authorization"]
    let prefix = "$request.header."
    return sources.filter { $0.hasPrefix(prefix) }.map { $0.dropFirst(prefix.count).lowercased() }
  }
}

extension Value {
  /// A list of texts.
  fileprivate static func texts(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }
}
