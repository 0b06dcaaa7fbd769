import CloudFormation
import Foundation
import Support
import Testing

@testable import Gateway

/// Places: everything that is written has one, and everything that has one can be referred to.
@Suite("Every place")
struct EveryPlaceTests {
  private static let examples: [(name: String, text: String)] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../examples").standardized
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  @Test("`!Ref`, `!GetAtt` and `!Sub` accept every place of every example", arguments: examples.map(\.name))
  func everyPlace(_ name: String) throws {
    let text = try #require(EveryPlaceTests.examples.first { $0.name == name }).text
    if text.contains("\noutputs:") || text.contains("\ninclude:") { return }
    let places = Compiled(text).placed.filter { !$0.path.contains("}") }
    #expect(!places.isEmpty)
    var outputs = "\noutputs:\n"
    for (index, place) in places.enumerated() {
      let attribute = EveryPlaceTests.attribute(of: place).map { ", \(place.path).\($0)" } ?? ""
      outputs += "  Ref\(index): {Value: {Ref: '\(place.path)'}}\n"
      outputs += "  Sub\(index): {Value: {'Fn::Sub': '${\(place.path)}'}}\n"
      if !attribute.isEmpty { outputs += "  Att\(index): {Value: {'Fn::GetAtt': '\(attribute.dropFirst(2))'}}\n" }
    }
    let spec = Compiled(text + outputs)
    #expect(spec.findings.filter { $0.severity == .error && $0.id.hasPrefix("REF") }.map(\.message) == [])
    for (index, place) in places.enumerated() {
      #expect(spec.output("Ref\(index)") == .ref(place.id))
      #expect(spec.output("Sub\(index)") == ["Fn::Sub": .string("${\(place.id)}")])
      if let attribute = EveryPlaceTests.attribute(of: place) {
        #expect(spec.output("Att\(index)") == .getAtt(place.id, attribute))
      }
    }
  }

  /// An attribute that is one of the resource itself.
  private static func attribute(of place: PlacedResource) -> String? {
    place.attributes.first { !["Url", "CallbackUrl", "ApiEndpoint"].contains($0) }
  }

  @Test("The reference has the kind of every place", arguments: examples.map(\.name))
  func kinds(_ name: String) throws {
    let text = try #require(EveryPlaceTests.examples.first { $0.name == name }).text
    for place in Compiled(text).placed where !place.path.hasPrefix("resources.") {
      let kinds = PlaceKind.all.filter { $0.types.contains(place.type) && matches(place.path, $0.path) }
      #expect(!kinds.isEmpty, "\(place.path) \(place.type)")
    }
  }

  /// Whether a path has the form of a kind: words in capitals are any text.
  private func matches(_ path: String, _ kind: String) -> Bool {
    let parts = kind.split(separator: ".").map { word in
      word.allSatisfy(\.isUppercase) ? ".+" : NSRegularExpression.escapedPattern(for: String(word))
    }
    return path.range(of: "^" + parts.joined(separator: "\\.") + "$", options: .regularExpression) != nil
  }

  @Test("An inline target group, a log group and a list of subnets")
  func parts() {
    let spec = Compiled(
      books + """
        vpcs: {main: {}}
        loadBalancers:
          web: {type: application, vpc: main, listeners: {http: {port: 80, forward: {type: ip, port: 8080}}}}
        apis:
          store: {accessLogs: true, routes: {GET /a: books, GET /b: {alb: web.http}}}
        resources:
          Tasks: {Type: 'AWS::ECS::Service', DependsOn: loadBalancers.web.listeners.http.targetGroup}
        outputs:
          Group: {Value: !GetAtt loadBalancers.web.listeners.http.targetGroup.TargetGroupName}
          Logs: {Value: !Sub "${apis.store.stages.$default.logs}/${apis.store.stages.$default.logs.Arn}"}
          Subnets: {Value: !Join [",", !Ref vpcs.main.subnets.private]}
        """)
    let group = spec.ids["loadBalancers.web.listeners.http.targetGroup"] ?? ""
    let logs = spec.ids["apis.store.stages.$default.logs"] ?? ""
    #expect(spec.output("Group") == .getAtt(group, "TargetGroupName"))
    #expect(spec.output("Logs") == ["Fn::Sub": .string("${\(logs)}/${\(logs).Arn}")])
    #expect(spec.output("Subnets") == ["Fn::Join": [",", [.ref("MainPrivate1Subnet"), .ref("MainPrivate2Subnet")]]])
    #expect(spec.template["Tasks"]?.dependsOn == [group])
  }

  @Test(
    "An unknown part has a suggestion",
    arguments: [
      ("!Ref apis.store.stages.$default.log", "did you mean `apis.store.stages.$default.logs`?"),
      ("!GetAtt functions.book.Arn", "did you mean `functions.books.Arn`?"),
      ("!Ref functions.books.Arn", "write `!GetAtt functions.books.Arn`"),
    ])
  func unknown(_ written: String, _ help: String) {
    let spec = Compiled(
      books + """
        apis:
          store: {accessLogs: true, routes: {GET /a: books}}
        outputs:
          A: {Value: \(written)}
        """)
    #expect(spec.findings.filter { $0.id.hasPrefix("REF") }.map(\.help) == [help])
  }
}
