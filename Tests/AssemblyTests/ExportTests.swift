import Support
import Testing

@Suite struct ExportTests {
  @Test(
    arguments: [
      ("true", #"{"Fn::Sub":"${AWS::StackName}-StoreUrl"}"#), ("shop", #"shop-StoreUrl"#), ("false", nil),
    ] as [(String, String?)])
  func outputsAreExported(_ export: String, _ name: String?) {
    let result = Compiled("apis: {store: {export: \(export), routes: {$default: https://a.example.com}}}\n")
    #expect(result.reports == [])
    let found = result.template.outputs["StoreUrl"]?.object?["Export"]?.object?["Name"]
    #expect(found?.text ?? found?.object?["Fn::Sub"]?.text.map { "{\"Fn::Sub\":\"\($0)\"}" } == name)
  }

  @Test func anAuthorsOutputHasPrecedence() {
    let result = Compiled(
      "apis: {store: {export: true, routes: {$default: https://a.example.com}}}\noutputs: {StoreUrl: {Value: mine}}\n")
    #expect(result.reports == [])
    #expect(result.template.outputs["StoreUrl"] == ["Value": "mine"])
  }
}
