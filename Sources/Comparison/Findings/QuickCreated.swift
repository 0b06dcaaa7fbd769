import CloudFormation
import Diagnostics
import Gateway

/// The route and the stage that `Target` of an API creates, which stay although `Target` is removed: "You can update a
/// quick-created target, but you can't remove it from an API" (source: API Gateway V2 API reference, UpdateApi).
struct QuickCreated {
  private(set) var notes: [UpdateNote] = []

  init(_ changes: StackChanges) {
    for api in changes.all where api.type == "AWS::ApiGatewayV2::Api" && api.action == .changed {
      guard let old = changes.old.template[api.id]?.properties, let new = changes.new.template[api.id]?.properties,
        old["Target"] != nil, new["Target"] == nil
      else { continue }
      let key = (new["RouteKey"] ?? old["RouteKey"])?.words ?? "$default"
      let clashes = changes.all.filter { change in
        guard change.action != .deleted, let part = changes.new.template[change.id]?.properties,
          part["ApiId"]?.identity == .ref(api.id)
        else { return false }
        switch change.type {
        case "AWS::ApiGatewayV2::Route": return part["RouteKey"]?.text == key
        case "AWS::ApiGatewayV2::Stage": return part["StageName"]?.text == "$default"
        default: return false
        }
      }
      if let first = clashes.first {
        let names = clashes.map { "`\($0.id)`" }.joined(separator: " and ")
        notes.append(
          UpdateNote(
            .updateCollision,
            "the update fails: `Target` of `\(api.id)` created the same as \(names), and its removal deletes nothing",
            id: first.id,
            help: "use another logical ID for the API, which then gets another URL; or keep its `Target`"))
      } else {
        notes.append(
          UpdateNote(
            .updateKeeps,
            "the route `\(key)` that `Target` of `\(api.id)` created stays although the template has none",
            id: api.id, help: "after the update: aws apigatewayv2 delete-route --api-id ID --route-id ID"))
      }
    }
  }
}
