import CloudFormation
import Gateway

/// Changes that replace a DynamoDB table that the schema does not list.
enum TableChanges {
  static func correct(_ changes: inout [ResourceChange.Property], _ before: Resource, _ after: Resource) {
    correct(&changes, "AttributeDefinitions", isRetyped(before, after) ? .always : .never)
    // "A local secondary index can only be created when its parent table is created" (source: CloudFormation template
    // reference); whether the update fails or replaces the table is not documented.
    correct(&changes, "LocalSecondaryIndexes", .sometimes)
  }

  private static func correct(
    _ changes: inout [ResourceChange.Property], _ name: String, _ replaces: Replacement
  ) {
    guard replaces != .never, let index = changes.firstIndex(where: { $0.name == name }) else { return }
    changes[index] = ResourceChange.Property(
      name: name, conditions: changes[index].conditions, replaces: replaces, through: nil)
  }

  /// Another type of an attribute that exists replaces a table; more attributes do not (source: CloudFormation user guide,
  /// AWS::DynamoDB::Table).
  private static func isRetyped(_ before: Resource, _ after: Resource) -> Bool {
    let name = "AttributeDefinitions"
    guard case .list(let old)? = before.properties[name], case .list(let new)? = after.properties[name] else {
      return false
    }
    return new.compactMap(\.object).contains { attribute in
      old.compactMap(\.object).contains {
        $0["AttributeName"] == attribute["AttributeName"] && $0["AttributeType"] != attribute["AttributeType"]
      }
    }
  }
}
