import Testing

@Suite struct ExportTests {
  @Test(
    arguments: [
      ("true", #"{"Fn::Sub":"${AWS::StackName}-StoreUrl"}"#), ("shop", #"shop-StoreUrl"#), ("false", nil),
    ] as [(String, String?)])
  func outputsAreExported(_ export: String, _ name: String?) {
    let result = Assembled("apis: {store: {export: \(export), routes: {$default: https://a.example.com}}}\n")
    #expect(result.findings == [])
    let found = result.template.outputs["StoreUrl"]?.object?["Export"]?.object?["Name"]
    #expect(found?.text ?? found?.object?["Fn::Sub"]?.text.map { "{\"Fn::Sub\":\"\($0)\"}" } == name)
  }

  @Test func anAuthorsOutputWins() {
    let result = Assembled(
      "apis: {store: {export: true, routes: {$default: https://a.example.com}}}\noutputs: {StoreUrl: {Value: mine}}\n")
    #expect(result.findings == [])
    #expect(result.template.outputs["StoreUrl"] == ["Value": "mine"])
  }
}
