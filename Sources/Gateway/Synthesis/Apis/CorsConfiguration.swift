import CloudFormation
import SpecReading
import TextSearch

extension Synthesis {
  /// `CorsConfiguration` of an API.
  /// `also` are the methods of other operations, those of a document.
  func corsConfiguration(of api: Api, _ routes: [ApiRoutes.Resolved], also: Set<String> = []) -> Value? {
    Value.choice(api.cors) { cors, _ in
      cors.isOn ? .object(corsConfiguration(cors.fields, of: api, routes, also)) : nil
    }
  }

  private func corsConfiguration(
    _ cors: Cors?, of api: Api, _ routes: [ApiRoutes.Resolved], _ also: Set<String>
  ) -> Object {
    var configuration = Object()
    configuration.add("AllowOrigins", cors?.allowOrigins, default: ["*"]) { list($0) }
    configuration.add("AllowMethods", cors?.allowMethods, default: .texts(api.corsMethods(routes, also, of: cors))) {
      list($0) { value($0) }
    }
    configuration.add("AllowHeaders", cors?.allowHeaders, default: .texts(api.corsHeaders)) { list($0) }
    configuration.add("ExposeHeaders", cors?.exposeHeaders) { list($0) }
    configuration.add("AllowCredentials", cors?.allowCredentials) { value($0) }
    configuration.add("MaxAge", cors?.maxAge) { seconds($0) }
    return configuration
  }
}

extension Api {
  /// The methods of its routes; every one where a route takes any. With credentials browsers take `*` for a method of
  /// that name, so they are written out.
  func corsMethods(_ routes: [ApiRoutes.Resolved], _ also: Set<String> = [], of cors: Cors?) -> [String] {
    var methods = also
    var takesAny = routes.isEmpty && also.isEmpty || also.contains("ANY")
    for route in routes {
      if case .http(let method, _) = route.key.form, method != "ANY" { methods.insert(method) } else { takesAny = true }
    }
    let all = HttpMethod.names.filter { $0 != "ANY" }
    if !takesAny { return all.filter(methods.contains) }
    return cors?.allowCredentials?.literal == true ? all : ["*"]
  }

  /// `content-type`, `authorization`, which functions may read themselves, and the headers of authorizers.
  var corsHeaders: [String] {
    var headers = ["content-type", "authorization"]
    for header in callerHeaders where !headers.contains(header) { headers.append(header) }
    return headers
  }

  /// The headers in which callers show who they are.
  var callerHeaders: [String] {
    authorizers.flatMap(\.value.headers)
      + (usesIam ? ["authorization", "x-amz-date", "x-amz-security-token"] : [])
  }

  /// Whether a route is called with AWS signatures, which are in headers.
  var usesIam: Bool {
    defaultAuth?.authorizer?.literal == "iam"
      || routes.contains { route in
        route.value.auth?.contains { $0.authorizer?.literal == "iam" } ?? false
      }
  }
}

extension AuthorizerElement {
  /// The request headers that it reads, in lower case.
  var headers: [String] {
    let sources: [String] = identitySource?.literals() ?? ["$request.header.Authorization"]
    let prefix = "$request.header."
    // An invalid identity source is reported by itself.
    return sources.filter { $0.hasPrefix(prefix) && !$0.contains(" ") }.map { $0.dropFirst(prefix.count).lowercased() }
  }
}

extension Value {
  /// A list of texts.
  fileprivate static func texts(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }
}
