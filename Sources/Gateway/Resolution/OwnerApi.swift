import CloudFormation
import SpecReading
import YAMLTree

/// An API that resources of `resources` belong to: one of the spec's own, or one of `resources` itself.
struct OwnerApi {
  /// What messages call it.
  let name: String
  let mark: Mark
  /// Nil where that is not known.
  let isWebSocket: Bool?
  /// It, where it is one of the spec's.
  let element: Named<Api>?
  /// It, where it is one of `resources`.
  let resource: RawResource?

  /// Whether its routes may be written where rules do not see them: in an OpenAPI document, for one.
  var hasHiddenRoutes: Bool {
    if let element { return element.value.openapi != nil }
    return resource.map { api in
      api.type != "AWS::ApiGatewayV2::Api" || !api.isWhole
        || ["Body", "BodyS3Location", "Target"].contains { api[$0] != nil }
    } ?? true
  }
}

extension ResolvedSpec {
  /// Every API that `ApiId` may name, by what spells it there: `${StoreApi}`, or an id. Empty without `resources`.
  static func owners(_ values: RawValues, _ resources: [String: [RawResource]]) -> [String: OwnerApi] {
    if resources.isEmpty { return [:] }
    var owners: [String: OwnerApi] = [:]
    for api in values.names.spec.apis {
      let id: Value? =
        switch api.value.form {
        case .created: .ref(values.names.id(.api(api.name)))
        case .imported(let imported): values.value(imported.id)
        case nil: nil
        }
      guard let key = id?.spelled else { continue }
      owners[key] = OwnerApi(
        name: "apis.\(api.name)", mark: api.mark, isWebSocket: api.value.isWebSocket, element: api, resource: nil)
    }
    for type in ["AWS::ApiGatewayV2::Api", "AWS::Serverless::HttpApi"] {
      for api in resources[type] ?? [] {
        let isHttp = type != "AWS::ApiGatewayV2::Api" || api["ProtocolType"]?.text == "HTTP"
        let isWebSocket = api["ProtocolType"]?.text == "WEBSOCKET"
        owners["${\(api.id)}"] = OwnerApi(
          name: api.id, mark: api.mark, isWebSocket: isHttp || isWebSocket ? isWebSocket : nil, element: nil,
          resource: api)
      }
    }
    return owners
  }

  /// What spells the API of a resource: the same text for the same API.
  func ownerKey(of resource: RawResource) -> String? {
    resource["ApiId"]?.value.spelled?.replacing(".ApiId}", with: "}")
  }

  /// The API of a resource, where it is known.
  func owner(of resource: RawResource) -> OwnerApi? { ownerKey(of: resource).flatMap { owners[$0] } }
}
