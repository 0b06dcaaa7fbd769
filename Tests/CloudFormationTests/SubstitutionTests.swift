import CloudFormation
import Testing

struct SubstitutionTests {
  @Test func plainTextNeedsNoFunction() {
    #expect(Value.sub("arn:aws:s3:::books") == "arn:aws:s3:::books")
    #expect(Value.sub("costs $5 and ${literal}") == "costs $5 and ${literal}")
    #expect(Value.sub("") == "")
  }

  @Test func referencesAreInTheString() {
    #expect(
      Value.sub("arn:\(Value.partition):x:\(Value.getAtt("Fn", "Arn"))")
        == ["Fn::Sub": "arn:${AWS::Partition}:x:${Fn.Arn}"])
  }

  @Test func literalDollarsAreEscapedBesideReferences() {
    #expect(Value.sub("${a}$${b}\(Value.ref("C"))") == ["Fn::Sub": "${!a}$${!b}${C}"])
    #expect(Value.sub("$\(Value.ref("C"))") == ["Fn::Sub": "$${C}"])
  }

  @Test func otherFunctionsBecomeVariables() {
    let imported: Value = ["Fn::ImportValue": "X"]
    #expect(
      Value.sub("a/\(imported, as: "Api")/\(Value.ref("B"))")
        == ["Fn::Sub": ["a/${Api}/${B}", ["Api": imported]]])
  }

  @Test func stringInterpolationsAreLiteral() {
    #expect(Value.sub("a\(Value.string("b${c}"))d") == "ab${c}d")
    #expect(Value.sub("\(Value.string("b${c}"))\(Value.ref("D"))") == ["Fn::Sub": "b${!c}${D}"])
  }

  @Test(arguments: [
    ("${A} ${B.C} ${!D} $E {F} ${", ["A", "B.C"]), ("$${A}", ["A"]), ("${A${B}", ["A${B"]), ("${}", []), ("", []),
  ])
  func namesInside(_ text: String, _ names: [String]) { #expect(Value.substitutions(in: text) == names) }
}
