import CloudFormation
import Testing

struct TemplateTests {
  private func text(_ template: Template) -> String { String(decoding: template.json(), as: UTF8.self) }

  @Test func sectionsHaveAFixedOrder() {
    var template = Template()
    template.sections = [
      "Conditions": ["C": 1], "Parameters": ["P": 1], "Mappings": ["M": 1], "Transform": ["T"], "Metadata": ["m": 1],
      "Rules": ["R": 1], "Globals": ["G": 1],
    ]
    template.description = "About"
    template.outputs.add("O", 1)
    template.add(Resource(id: "A", type: "T"))
    let lines = text(template).split(separator: "\n").filter { $0.hasPrefix("  \"") }.map {
      $0.split(separator: "\"")[1]
    }
    #expect(
      lines == [
        "AWSTemplateFormatVersion", "Transform", "Description", "Metadata", "Parameters", "Rules", "Mappings",
        "Conditions", "Globals", "Resources", "Outputs",
      ])
  }

  @Test func bytes() {
    var template = Template()
    template.add(
      Resource(
        id: "A", type: "T",
        properties: ["N": .number("1.50"), "R": .ref("B"), "G": .getAtt("B", "C.D"), "E": [], "O": [:]]))
    #expect(
      text(template) == """
        {
          "AWSTemplateFormatVersion": "2010-09-09",
          "Resources": {
            "A": {
              "Type": "T",
              "Properties": {
                "N": 1.50,
                "R": {
                  "Ref": "B"
                },
                "G": {
                  "Fn::GetAtt": [
                    "B",
                    "C.D"
                  ]
                },
                "E": [],
                "O": {}
              }
            }
          }
        }

        """)
  }

  @Test func idsAreUnique() {
    var template = Template()
    let isFirstAdded = template.add(Resource(id: "A", type: "T"))
    let isSecondAdded = template.add(Resource(id: "A", type: "U"))
    #expect(isFirstAdded && !isSecondAdded)
    #expect(template["A"]?.type == "T")
    #expect(template["B"] == nil)
    template["A"]?.type = "V"
    #expect(template.resources.map(\.type) == ["V"])
  }

  @Test func macrosAreInResources() {
    var template = Template()
    template.add(Resource(id: "A", type: "T"))
    template.macros["Fn::ForEach::X"] = ["I", ["a"], [:]]
    #expect(text(template).contains("\"Fn::ForEach::X\": ["))
  }

  @Test func byteCountEqualsTheWrittenBytes() {
    var template = Template()
    #expect(template.byteCount == template.json().count)
    template.description = "Bücher \"&\" \u{1}\t\n\\ 📚"
    template.add(
      Resource(
        id: "A", type: "T",
        properties: Object([
          .init(key: "P", value: [1, true, .null, [:], [], .ref("B"), .getAtt("B", "C"), ["Fn::Sub": "${B}"]])
        ])))
    template.outputs["O"] = ["Value": .number("1e9")]
    #expect(template.byteCount == template.json().count)
  }
}
