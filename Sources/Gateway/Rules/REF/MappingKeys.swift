import CloudFormation
import SpecReading
import YAMLTree

extension Rule {
  /// Values of parameters that a mapping has no row for.
  static let missingMappingKey = Rule(
    id: "REF016",
    severity: .error,
    summary: "mapping without a key for a value of a parameter",
    why: """
      CloudFormation looks every `Fn::FindInMap` up before it creates a resource. With a value that the mapping does not have,
      the deployment fails with "Template error: Unable to get mapping for …".
      """,
    source: "CloudFormation's page on Fn::FindInMap; cfn-lint's E1011",
    example: """
      parameters:
        Stage: {Type: String, Default: dev, AllowedValues: [dev, test⟪→⟫, prod]}
      mappings:
        Limits:
          dev: {rate: 10}
          ⟪→
          test: {rate: 50}
          ⟫
          prod: {rate: 100}
      apis:
        store:
          throttle: {rate: !FindInMap [Limits, ⟦!Ref Stage⟧, rate], burst: 5}
          routes:
            $default: https://books.example.com
      """,
    check: { model, report in
      let lookups = Dictionary(grouping: model.spec.values.choices.lookups) { [$0.mapping, $0.parameter] }
      lazy var places = model.conditionalPlaces
      for lookups in lookups.values {
        let lookup = lookups[0]
        guard let parameter = model.possible(lookup.parameter),
          let missing = parameter.values.first(where: { !lookup.keys.contains($0) })
        else { continue }
        // A condition may leave out this value.
        let mayBeLeftOut = model.namesInConditions.contains(lookup.parameter)
        let marks = lookups.map { model.names.tree.mark($0.node) }
        guard let mark = marks.first(where: { !mayBeLeftOut || !places.touches($0) }) else { continue }
        report.report(
          at: mark,
          "the mapping \(Reader.quoted(lookup.mapping)) has no key \(Reader.quoted(missing)), "
            + (parameter.isDefault
              ? "the default of `\(lookup.parameter)`" : "which `\(lookup.parameter)` allows"),
          help: "add the key \(Reader.quoted(missing)) to the mapping"
            + (parameter.isDefault ? ", or choose another default" : ", or remove it from `AllowedValues`"))
      }
    })

  /// Comparisons with a text that a parameter does not allow.
  static let impossibleComparison = Rule(
    id: "CFN032",
    severity: .warning,
    summary: "condition compares a parameter with a value that it does not allow",
    why: """
      `AllowedValues` are compared letter by letter. A condition with any other value is never true (or, under `!Not`, never
      false), so that what depends on it is never created.
      """,
    source: "CloudFormation's page on Fn::Equals; cfn-lint's W8003",
    example: """
      parameters:
        Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
      conditions:
        IsProd: !Equals [!Ref Stage, ⟦production → prod⟧]
      apis:
        store:
          routes:
            GET /books: https://books.example.com
            GET /pens: {http: "https://pens.example.com", condition: IsProd}
      """,
    check: { model, report in
      let comparisons = Dictionary(grouping: model.spec.values.choices.comparisons, by: \.parameter)
      for (name, comparisons) in comparisons {
        guard let parameter = model.possible(name), !parameter.isDefault else { continue }
        let allowed = Set(parameter.values)
        for comparison in comparisons {
          let text = model.names.tree.string(comparison.text)
          if allowed.contains(text) { continue }
          report.report(
            at: model.names.tree.mark(comparison.text),
            "`\(name)` is never \(text.isEmpty ? "empty" : Reader.quoted(text))",
            help: Suggestion.help(for: text, among: parameter.values)
              ?? "it is " + parameter.values.prefix(5).map(Reader.quoted).joined(separator: ", "))
        }
      }
    })
}

extension Model {
  /// The values that a parameter allows; its default, if it allows others as well.
  fileprivate func possible(_ name: String) -> (values: [String], isDefault: Bool)? {
    guard let parameter = template.section("Parameters")[name]?.object,
      let type = parameter["Type"]?.text, type == "String" || type == "Number"
    else { return nil }
    if case .list(let allowed)? = parameter["AllowedValues"] {
      let values = allowed.compactMap(\.scalar)
      return values.count == allowed.count ? (values, false) : nil
    }
    guard let text = parameter["Default"]?.scalar, !text.isEmpty, !Model.isPlaceholder(text) else { return nil }
    return ([text], true)
  }

  /// All that is only written, or only chosen, under a condition.
  fileprivate var conditionalPlaces: MarkIndex {
    var marks: [Mark] = []
    func add(_ origin: Origin) {
      if let node = origin.valueNode { marks.append(names.tree.extent(of: node)) }
    }
    func look(into value: Value, _ origin: Origin) {
      switch value {
      case .object(let object):
        if value.choice != nil { return add(origin) }
        for member in object.members { look(into: member.value, member.origin.value == nil ? origin : member.origin) }
      case .list(let items): for item in items { look(into: item, origin) }
      case .string, .number, .bool, .null, .ref, .getAtt: break
      }
    }
    for resource in template.resources {
      if resource.condition == nil {
        look(into: .object(resource.properties), resource.origin)
      } else {
        add(resource.origin)
        for member in resource.properties.members { add(member.origin) }
      }
    }
    for output in template.outputs.members {
      if output.value.object?["Condition"] == nil {
        look(into: output.value, output.origin)
      } else {
        add(output.origin)
      }
    }
    return MarkIndex(marks)
  }
}
