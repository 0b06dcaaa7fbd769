import CloudFormation
import SpecReading
import YAMLTree

extension Synthesis {
  /// The outputs with the URL of each API, and those of the author, which take precedence.
  mutating func writeOutputs() {
    for api in names.spec.apis where api.value.outputs?.literal != false { writeOutputs(of: api) }
    let exported = Dictionary(
      template.outputs.members.compactMap { output in output.value.exportName.map { ($0, output.key) } }
    ) { first, _ in first }
    for output in names.spec.outputs {
      if let condition = names.tree.value("Condition", in: output.value.node), values.isName(condition) {
        values.checkCondition(condition)
      }
      let value = values.output(output.value.node)
      if let name = value.exportName, let other = exported[name], other != output.name {
        fail(
          .exportTwice, at: output.mark, "the output `\(other)` is exported under the same name",
          help: "rename this one, or disable the other one with `outputs: false`")
      }
      template.outputs[output.name] = value
    }
  }

  private mutating func writeOutputs(of api: Named<Api>) {
    let id = values.id(of: api)
    // An API that is only called through its domains has no other address.
    let hasEndpoint = !values.isClosed(api)
    if case .created = api.value.form {
      add(output(api, nil, "Id"), id, "Id of the API \(api.name)", api, nil)
      let endpoint = Value.getAtt(names.id(.api(api.name)), "ApiEndpoint")
      if hasEndpoint, let address = values.address(of: api, stage: nil, for: .calls, otherwise: endpoint) {
        add(output(api, nil, "Endpoint"), address, "Endpoint of the API \(api.name)", api, nil)
      }
    }
    for stage in api.value.resolvedStages where !stage.exists && hasEndpoint {
      let name = values.name(of: stage)
      let word = stage.name == "$default" ? nil : stage.name
      let what = "stage \(stage.name) of the API \(api.name)"
      let url = values.address(
        of: api, stage: stage.name, for: .calls,
        otherwise: Endpoint.url(api: id, stage: name, isWebSocket: api.value.isWebSocket))
      if let url { add(output(api, word, "Url"), url, "URL of \(what)", api, stage.value?.options) }
      guard api.value.isWebSocket else { continue }
      let callback = values.address(
        of: api, stage: stage.name, for: .callbacks, otherwise: Endpoint.callback(api: id, stage: name))
      if let callback {
        add(
          output(api, word, "CallbackUrl"), callback, "Where messages to clients of \(what) are posted", api,
          stage.value?.options)
      }
    }
    writeDomainOutputs(of: api)
  }

  private mutating func add(
    _ name: String, _ value: Value, _ description: String, _ api: Named<Api>, _ options: ElementOptions?
  ) {
    let condition = condition(options?.condition, and: api.value.options?.condition?.literal)
    add(name, value, description, api, condition: condition)
  }

  /// Adds an output of an API.
  mutating func add(
    _ name: String, _ value: Value, _ description: String, _ api: Named<Api>, condition: String?
  ) {
    var output = Object()
    output.add("Description", .string(description))
    output.add("Condition", condition.map { .string($0) })
    output.add("Value", value)
    output.add("Export", export(api, name).map { ["Name": $0] })
    if template.outputs[name] != nil {
      fail(
        .logicalIdTwice, at: api.mark, "two outputs have the name `\(name)`",
        help: "rename one of the APIs or stages, or disable its outputs with `outputs: false`")
    }
    template.outputs[name] = .object(output)
  }

  /// The name under which an output of an API is exported, if it is.
  private func export(_ api: Named<Api>, _ name: String) -> Value? {
    switch api.value.export?.literal {
    case "false": nil
    case "true": .sub("\(Value.stackName)-\(name)")
    default: api.value.export.map { .sub("\(value($0), as: "Prefix")-\(name)") }
    }
  }

  /// `StoreUrl`, `StoreDevUrl`.
  private func output(_ api: Named<Api>, _ stage: String?, _ kind: String) -> String {
    let name = names.formerName(api.name, in: "apis")
    var words = LogicalID()
    words.add(name, isLast: stage == nil)
    if let stage { words.add(stage, isLast: true) }
    return words.finish(kind: kind, path: "\(name).\(stage ?? "")")
  }
}

extension RawValues {
  /// An output; a function, a place or the logical ID of a resource is its value.
  func output(_ node: Node) -> Value {
    let value = self.value(node)
    if let text = value.text, isPlace(text) { return ["Value": place(text, at: names.tree.mark(node))] }
    if let text = value.text, names.resourceTypes[text] != nil {
      note(used: text)
      return ["Value": .ref(text)]
    }
    // The value of a function may be known: the ARN of an existing function, or the URL of a domain.
    let isKnown = value.object == nil && (names.tree.kind(node) == .mapping || names.tree.hasFunctionTag(node))
    guard let function = IntrinsicFunction.name(of: value), function != "Fn::Transform" else {
      return isKnown ? ["Value": value] : value
    }
    return ["Value": value]
  }
}

extension Value {
  /// The name under which an output is exported; nil if the output has a condition.
  fileprivate var exportName: Value? {
    guard let output = object, output["Condition"] == nil else { return nil }
    return output["Export"]?.object?["Name"]
  }
}
