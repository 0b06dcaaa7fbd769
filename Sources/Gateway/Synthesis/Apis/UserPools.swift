import CloudFormation
import SpecReading

/// A user pool as an authorizer needs it.
struct ResolvedUserPool {
  /// The `iss` claim of its tokens.
  let issuer: Value
  /// Ids of the app clients whose tokens are taken: a list.
  let clients: Value
}

extension Synthesis {
  /// A user pool and its app clients.
  mutating func write(_ element: Named<UserPoolElement>) {
    guard case .created(let pool) = element.value.form else { return }
    var properties = Object()
    properties.add("UserPoolName", pool.name) { value($0) }
    properties.add("IssuerConfiguration", pool.issuer) {
      ["Type": .string(($0.literal ?? .original).rawValue.uppercased())]
    }
    var extras = Extras.main(pool.options)
    extras.deletionPolicy = "RetainExceptOnCreate"
    let id = write(.userPool(element.name), .userPool, properties, extras)
    let isNamed = !(pool.clients?.items.isEmpty ?? true)
    for client in UserPoolClients.names(of: pool) {
      var properties = Object()
      properties.add("UserPoolId", .ref(id))
      properties.add("ClientName", isNamed ? .string(client) : nil)
      // Apps know the ID of a client as they know the pool.
      write(.userPoolClient(element.name, client), .userPoolClient, properties, .vital(pool.options))
    }
  }

  /// A user pool by name.
  func pool(_ name: Given<String>) -> ResolvedUserPool? {
    switch names.find(.userPool, name) {
    case .element(let index):
      let element = names.spec.userPools[index]
      switch element.value.form {
      case .created(let pool):
        let clients = UserPoolClients.names(of: pool)
        return ResolvedUserPool(
          issuer: issuer(of: .ref(names.id(.userPool(element.name))), pool.issuer?.literal),
          clients: .list(clients.map { .ref(names.id(.userPoolClient(element.name, $0))) }))
      case .imported(let pool):
        return ResolvedUserPool(issuer: issuer(of: pool.id, pool.issuer?.literal), clients: list(pool.clients))
      case nil: return nil
      }
    case .resource(let id):
      let clients = UserPoolClients.ids(ofResource: id, values)
      return ResolvedUserPool(
        issuer: issuer(of: .ref(id), names.issuer(ofPool: id)), clients: .list(clients.map { .ref($0) }))
    case .literal, .intrinsic, nil: return nil
    }
  }

  /// The issuer of a pool of the stack's, in the domain of its partition.
  private func issuer(of id: Value, _ issuer: UserPoolIssuer?) -> Value {
    .sub("https://\((issuer ?? .original).host).\(Value.region).\(Value.urlSuffix)/\(id)")
  }

  /// The issuer of an existing pool. Its ID begins with its region, which also determines the partition's domain.
  private func issuer(of id: Given<String>, _ issuer: UserPoolIssuer?) -> Value {
    let host = (issuer ?? .original).host
    guard let text = id.literal, let end = text.firstIndex(of: "_") else {
      let pool = value(id)
      let region: Value = ["Fn::Select": [0, ["Fn::Split": ["_", pool]]]]
      return .sub("https://\(host).\(region, as: "Region").\(Value.urlSuffix)/\(pool, as: "UserPool")")
    }
    let region = text[..<end]
    return .string("https://\(host).\(region).\(Partition.domain(ofRegion: region))/\(text)")
  }
}
