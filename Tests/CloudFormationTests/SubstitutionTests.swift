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
    ("${A} ${B.C} ${!D} $E {F} ${", ["A", "B"]), ("$${A}", ["A"]), ("${A${B}", ["A${B"]), ("${}", []), ("", []),
  ])
  func referencesInText(_ text: String, _ ids: [String]) {
    var found: [String] = []
    Value.object(["Fn::Sub": .string(text)]).forEachReference { found.append($0) }
    #expect(found == ids)
  }

  @Test func partsOfTexts() {
    let sub: Value = ["Fn::Sub": ["${A.B}/${Own}${!D}$", ["Own": ["Fn::ImportValue": "X"]]]]
    #expect(sub.textParts == ["", .getAtt("A", "B"), "/", ["Fn::ImportValue": "X"], "", "${D}", "$"])
    #expect(Value.object(["Fn::Join": ["-", ["a", .ref("B")]]]).textParts == ["a", "-", .ref("B")])
    #expect(Value.ref("A").textParts == nil && Value.string("${A}").textParts == nil)
  }
}
