import SpecReading

extension Rule {
  /// The attributes of a table's keys.
  static let tableAttributes = Rule(
    id: "CFN035",
    severity: .error,
    premise: .element,
    summary: "DynamoDB table whose `AttributeDefinitions` are not the attributes of its keys",
    why: """
      A table defines the attributes of its own key and of its indexes' keys, and no others: all other attributes belong to
      items. DynamoDB rejects a table with one too many or too few: "Number of attributes in KeySchema does not exactly match
      number of attributes defined in AttributeDefinitions".
      """,
    source: "DynamoDB's CreateTable; public reports of the message (cfn-lint#1037, pulumi-aws-native#729)",
    example: """
      resources:
        Orders:
          Type: AWS::DynamoDB::Table
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties:
            BillingMode: PAY_PER_REQUEST
            AttributeDefinitions:
              - {AttributeName: id, AttributeType: S}
              ⟪
              - {AttributeName: ⟦total⟧, AttributeType: N}
              →
              - {AttributeName: date, AttributeType: S}
              ⟫
            KeySchema:
              - {AttributeName: id, KeyType: HASH}
              - {AttributeName: date, KeyType: RANGE}
      """,
    check: { model, report in
      for type in ["AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable"] {
        for table in model.resources(type) {
          let isUndefined = table.lacks("AttributeDefinitions")
          guard let definitions = isUndefined ? [] : table["AttributeDefinitions"]?.attributes,
            let keys = table.listsOfKeys.map(\.attributes).reduced
          else { continue }
          let (defined, used) = (Set(definitions.compactMap(\.text)), Set(keys.compactMap(\.text)))
          let (undefined, unused) = (used.subtracting(defined), defined.subtracting(used))
          // One of each are one mistake.
          let other = undefined.count == 1 && unused.count == 1 ? undefined.first : nil
          var seen: Set<String> = []
          for key in keys {
            guard let name = key.text, !defined.contains(name), seen.insert(name).inserted else { continue }
            // Reported at the definition.
            if other != nil || Suggestion.nearest(to: name, among: unused) != nil { continue }
            report.report(
              at: key, "`AttributeDefinitions` has no attribute \(Reader.quoted(name))",
              help: isUndefined
                ? "add `AttributeDefinitions: [{AttributeName: \(name), AttributeType: S}]`"
                : "add `- {AttributeName: \(name), AttributeType: S}` to it")
          }
          for definition in definitions {
            guard let name = definition.text, !used.contains(name) else { continue }
            report.report(
              at: definition, "no key of the table or its indexes has the attribute \(Reader.quoted(name))",
              help: Suggestion.help(
                for: name, among: undefined,
                or: other.map { "write \(Reader.quoted($0)), which is not defined" } ?? "remove it"))
          }
        }
      }
    })

  /// The capacity of a table.
  static let tableCapacity = Rule(
    id: "CFN036",
    severity: .error,
    premise: .element,
    summary: "DynamoDB table with a capacity that its billing mode does not have, or without one",
    why: """
      A table of the mode `PROVISIONED`, which is the default, requires `ProvisionedThroughput`, and so does each of its global
      indexes. A table of the mode `PAY_PER_REQUEST` must not have it. DynamoDB rejects both: "ReadCapacityUnits and
      WriteCapacityUnits must both be specified when BillingMode is PROVISIONED".
      """,
    source: "CloudFormation's page of AWS::DynamoDB::Table; public reports of the message (amazon-kinesis-client#1357)",
    example: """
      resources:
        ⟦Orders⟧:
          Type: AWS::DynamoDB::Table
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain
          Properties:
            ⟪→
            BillingMode: PAY_PER_REQUEST
            ⟫
            AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
            KeySchema: [{AttributeName: id, KeyType: HASH}]
      """,
    check: { model, report in
      for table in model.resources("AWS::DynamoDB::Table") {
        let mode = table["BillingMode"]
        guard mode == nil ? table.lacks("BillingMode") : mode?.text != nil else { continue }
        let parts = [table.properties] + (table["GlobalSecondaryIndexes"]?.list ?? []).filter { !$0.isFunction }
        if mode?.text == "PAY_PER_REQUEST" {
          for part in parts {
            guard let capacity = part["ProvisionedThroughput"], !capacity.isFunction else { continue }
            report.report(
              at: capacity.key, "a table of the mode `PAY_PER_REQUEST` has no `ProvisionedThroughput`",
              help: "remove it, or write `BillingMode: PROVISIONED`")
          }
        } else if mode == nil || mode?.text == "PROVISIONED" {
          for part in parts where part.lacks("ProvisionedThroughput") && part.hasOnlyNames {
            report.report(
              at: mode?.mark ?? part.key, "a table of the mode `PROVISIONED` requires `ProvisionedThroughput`",
              help: "write `BillingMode: PAY_PER_REQUEST`, or add `ProvisionedThroughput`")
            break
          }
        }
      }
    })
}

extension Model.Resource {
  /// The keys of a table and of its indexes; nil among them where one is not known.
  fileprivate var listsOfKeys: [Model.Property?] {
    let indexes = ["GlobalSecondaryIndexes", "LocalSecondaryIndexes"].compactMap { self[$0] }
    return [self["KeySchema"]] + indexes.flatMap { $0.items.map { $0.map { $0["KeySchema"] } } ?? [nil] }
  }
}

extension Model.Property {
  /// The names of attributes in a list; nil unless all are known.
  fileprivate var attributes: [Model.Property]? {
    guard let items else { return nil }
    let names = items.compactMap { $0["AttributeName"] }.filter { $0.text != nil }
    return names.count == items.count ? names : nil
  }

  /// Whether all of its members are properties, and none a function.
  fileprivate var hasOnlyNames: Bool { members.allSatisfy { !$0.name.hasPrefix("Fn::") } }
}

extension Optional<Model.Property> {
  fileprivate var attributes: [Model.Property]? { flatMap(\.attributes) }
}

extension [[Model.Property]?] {
  /// All of them in one list; nil if one is not known.
  fileprivate var reduced: [Model.Property]? { contains { $0 == nil } ? nil : flatMap { $0 ?? [] } }
}
