import SpecReading
import YAMLTree

extension Cors {
  /// That of a resource, as far as it reads as one.
  init?(_ raw: RawProperty) {
    if raw.isFunction { return nil }
    let origins = raw["AllowOrigins"]
    // What is no list is told elsewhere.
    allowOrigins =
      origins.map { $0.list ?? Many(items: [], mark: .nowhere) }
      ?? Many(items: [], mark: raw.lacks("AllowOrigins") ? raw.key : .nowhere)
    allowMethods = raw["AllowMethods"]?.items.map { items in
      Many(
        items: items.compactMap { $0.given { $0.text.flatMap(CorsMethod.init) } },
        mark: raw["AllowMethods"]?.mark ?? raw.key)
    }
    allowHeaders = raw["AllowHeaders"]?.list
    exposeHeaders = raw["ExposeHeaders"]?.list
    allowCredentials = raw["AllowCredentials"]?.given(\.bool)
    maxAge = nil
  }
}
