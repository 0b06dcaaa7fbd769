import CloudFormation
import SpecReading

/// The app clients of a user pool.
enum UserPoolClients {
  /// The name in places of the client that is created by default.
  static let unnamed = "client"

  /// The names of those of a pool that is created.
  static func names(of pool: CreatedUserPool) -> [String] {
    let names: [String] = pool.clients?.literals() ?? []
    return names.isEmpty ? [unnamed] : names
  }

  /// The logical IDs of those in `resources` that belong to a pool there.
  static func ids(ofResource pool: String, _ values: RawValues) -> [String] {
    values.names.spec.resources.filter { resource in
      guard values.names.resourceTypes[resource.name] == "AWS::Cognito::UserPoolClient" else { return false }
      let properties = values.value(resource.value.node).object?["Properties"]?.object
      return properties?["UserPoolId"] == .ref(pool)
    }.map(\.name)
  }
}
