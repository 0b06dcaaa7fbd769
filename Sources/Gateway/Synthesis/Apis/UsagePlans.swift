import CloudFormation
import SpecReading

extension Synthesis {
  /// An API key.
  mutating func write(_ element: Named<ApiKeyElement>) {
    guard case .created(let key) = element.value.form else { return }
    var properties = Object()
    properties.add("Name", key.name) { value($0) }
    properties.add("Description", key.description) { value($0) }
    // By default AWS creates disabled keys.
    properties.add("Enabled", key.enabled, default: true) { value($0) }
    properties.add("Value", key.value) { value($0) }
    properties.add("CustomerId", key.customerId) { value($0) }
    properties.add("GenerateDistinctId", key.generateDistinctId) { value($0) }
    write(.apiKey(element.name), .apiKey, properties, .main(key.options))
  }

  /// A usage plan, and the keys that have it.
  mutating func write(_ element: Named<UsagePlan>) {
    let plan = element.value
    var properties = Object()
    properties.add("UsagePlanName", plan.name) { value($0) }
    properties.add("Description", plan.description) { value($0) }
    properties.add("Throttle", throttle(plan.throttle), origin: Origin(of: plan.throttle?.function))
    properties.add("Quota", quota(plan.quota), origin: Origin(of: plan.quota?.function))
    properties.add("ApiStages", plan.stages) { stages in
      let entries = stages.items.compactMap { stageOfPlan($0) }
      return entries.isEmpty ? nil : .list(entries)
    }
    let id = write(.usagePlan(element.name), .usagePlan, properties, .main(plan.options))
    for key in each(plan.keys) { write(key, of: id, element) }
  }

  private func throttle(_ throttle: Conditional<Throttle>?) -> Value? {
    Value.choice(throttle) { throttle, _ in
      var object = Object()
      object.add("RateLimit", throttle.rate) { number($0) }
      object.add("BurstLimit", throttle.burst) { value($0) }
      return .object(object)
    }
  }

  private func quota(_ quota: Conditional<Quota>?) -> Value? {
    Value.choice(quota) { quota, _ in
      var object = Object()
      object.add("Limit", quota.limit) { value($0) }
      object.add("Period", quota.period) { value($0) }
      object.add("Offset", quota.offset) { value($0) }
      return .object(object)
    }
  }

  private mutating func stageOfPlan(_ name: Given<String>) -> Value? {
    guard let text = name.literal, let (index, stage) = names.stage(text) else { return nil }
    let api = names.spec.apis[index]
    let entry: Value = ["ApiId": values.id(of: api), "Stage": values.reference(to: stage, of: api.name)]
    return entry.under(condition(stage.value?.options.condition, and: api.value.options?.condition?.literal))
  }

  private mutating func write(_ key: Given<String>, of plan: String, _ element: Named<UsagePlan>) {
    guard let (id, options) = keyId(key) else { return }
    var properties = Object()
    properties.add("KeyId", id, origin: Origin(of: key.node))
    properties.add("KeyType", "API_KEY")
    properties.add("UsagePlanId", .ref(plan))
    let name = key.literal ?? id.fingerprint
    var place = Place.usagePlanKey(element.name, name)
    // The name of an existing key is only known here.
    let known = id.text ?? names.formerName(name, in: "apiKeys")
    if known != name { place = Place(place.path, id: Place.usagePlanKey(element.name, known).id) }
    var extras = Extras.part(element.value.options, of: options)
    extras.dependsOn = lastUsagePlanKeys
    let own = write(place, .usagePlanKey, properties, extras)
    if template.index(of: own).map({ template.resources[$0].condition == nil }) ?? true { lastUsagePlanKeys = [] }
    lastUsagePlanKeys.append(own)
  }

  private func keyId(_ key: Given<String>) -> (id: Value, options: ElementOptions?)? {
    var options: ElementOptions?
    if case .element(let index) = names.find(.apiKey, key) {
      switch names.spec.apiKeys[index].value.form {
      case .created(let created): options = created.options
      case .imported: break
      case nil: return nil
      }
    }
    return values.reference(.apiKey, key).map { ($0, options) }
  }
}
