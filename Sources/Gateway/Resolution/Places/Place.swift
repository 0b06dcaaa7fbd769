import CloudFormation

/// A place in the spec that something is written for: what authors call it, and its logical ID.
///
/// Every kind of thing has a suffix of its own, and no suffix is the end of another one, so that an ID shows its kind;
/// the part before it shows the name (see `LogicalID`).
struct Place: Sendable {
  /// `apis.store.routes.GET /books`.
  let path: String
  /// The id that is made from it.
  let id: String
  /// Whether it is ambiguous without the name of the element, and whether that name is its only word.
  let losesInRest, isFirstLast: Bool

  private init(_ path: String, _ kind: String, _ words: consuming LogicalID, hashed: String? = nil) {
    self.path = path
    (losesInRest, isFirstLast) = (words.losesInRest, words.isFirstLast)
    id = words.finish(kind: kind, path: hashed ?? path)
  }

  /// A place with an id that is made elsewhere.
  init(_ path: String, id: String) {
    self.path = path
    self.id = id
    (losesInRest, isFirstLast) = (false, true)
  }

  /// A place whose names are `words`, in order.
  init(_ path: String, _ kind: String, _ names: String...) { self.init(path, kind, names) }

  /// A place whose names are `words`, in order.
  init(_ path: String, _ kind: String, _ names: [String]) {
    var words = LogicalID()
    for (index, name) in names.enumerated() { words.add(name, isLast: index == names.count - 1) }
    self.init(path, kind, words)
  }

  /// A place that is distinguished by its path, since its names do not suffice.
  init(hashed path: String, _ kind: String, _ names: String...) {
    var words = LogicalID()
    for name in names { words.add(name, isLast: false) }
    words.markLossy()
    self.init(path, kind, words)
  }

  /// `apis.API.routes.KEY`, written at once.
  private static func routePath(_ api: String, _ key: String) -> String {
    String(unsafeUninitializedCapacity: 13 + api.utf8.count + key.utf8.count) { bytes in
      var end = 0
      func append(_ text: String) {
        var text = text
        text.withUTF8 { end = UnsafeMutableBufferPointer(rebasing: bytes[end...]).update(fromContentsOf: $0) + end }
      }
      append("apis.")
      append(api)
      append(".routes.")
      append(key)
      return end
    }
  }

  /// The words of ASCII letters and digits in a text.
  static func words(of text: Substring) -> [String] {
    text.utf8.split { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        false
      default: true
      }
    }.map { String(Substring($0)) }
  }

  /// A route: its method and the segments of its path are also words.
  static func route(_ api: String, _ key: RouteKey, kind: String = "Route", path: String? = nil) -> Place {
    var words = LogicalID()
    words.add(api, isLast: false)
    switch key.form {
    case .http(let method, let segments):
      words.add(method.lowercased(), isLast: false)
      if segments.isEmpty { words.add(fixed: "Root") }
      for segment in segments { words.add(segment: segment) }
      // `/root` and `/` would read the same.
      if segments == ["root"] { words.markLossy() }
    case .reserved(let name): words.add(name, isLast: false)
    case .message(let name):
      words.add(name, isLast: true)
      // `connect` and `$connect` would read the same.
      if RouteKey.reserved.contains(name) { words.markLossy() }
    }
    let path = path ?? routePath(api, key.text)
    return Place(path, kind, words, hashed: RouteKeyText.withoutVariables(path))
  }
}

extension LogicalID {
  /// Adds a segment of a path; a variable without its name.
  fileprivate mutating func add(segment: String) {
    let bytes = segment.utf8
    guard bytes.first == UInt8(ascii: "{"),
      bytes.firstIndex(of: UInt8(ascii: "}")) == bytes.index(before: bytes.endIndex)
    else {
      // `/books/var` and `/books/{id}` would read the same.
      if segment == "var" || segment == "greedy" { markLossy() }
      return add(segment, isLast: false)
    }
    add(fixed: bytes.dropLast().last == UInt8(ascii: "+") ? "Greedy" : "Var")
  }
}

extension Place {
  static func function(_ name: String) -> Place { Place("functions.\(name)", "Function", name) }
  static func functionPart(_ name: String, _ part: String, _ kind: String) -> Place {
    Place("functions.\(name).\(part)", kind, name)
  }
  static func functionAlias(_ name: String) -> Place { functionPart(name, "alias", "FunctionAlias") }
  static func vpc(_ name: String) -> Place { Place("vpcs.\(name)", "Vpc", name) }
  static func vpcPart(_ name: String, _ part: String, _ kind: String) -> Place {
    Place("vpcs.\(name).\(part)", kind, name)
  }
  static func subnet(_ vpc: String, _ group: String, _ number: Int, kind: String = "Subnet", part: String = "")
    -> Place
  {
    let path = "vpcs.\(vpc).subnets.\(group).\(number)\(part)"
    // `app` and 21 would read as `app2` and 1.
    if number > 9 { return Place(hashed: path, "\(number)\(kind)", vpc, group) }
    return Place(path, "\(number)\(kind)", vpc, group)
  }
  static func vpcEndpoint(_ vpc: String, _ service: String) -> Place {
    Place("vpcs.\(vpc).endpoints.\(service)", "VpcEndpoint", vpc, service)
  }
  static func vpcEndpointGroup(_ vpc: String, _ service: String) -> Place {
    Place("vpcs.\(vpc).endpoints.\(service).securityGroup", "EndpointGroup", vpc, service)
  }
  static func securityGroup(_ name: String) -> Place { Place("securityGroups.\(name)", "SecurityGroup", name) }
  static func vpcLink(_ name: String) -> Place { Place("vpcLinks.\(name)", "VpcLink", name) }
  static func vpcLinkGroup(_ name: String) -> Place {
    Place("vpcLinks.\(name).securityGroup", "VpcLinkGroup", name)
  }
  static func loadBalancer(_ name: String) -> Place { Place("loadBalancers.\(name)", "LoadBalancer", name) }
  static func loadBalancerGroup(_ name: String) -> Place {
    Place("loadBalancers.\(name).securityGroup", "LoadBalancerGroup", name)
  }
  static func listener(_ balancer: String, _ name: String) -> Place {
    Place("loadBalancers.\(balancer).listeners.\(name)", "Listener", balancer, name)
  }
  static func targetGroup(_ name: String) -> Place { Place("targetGroups.\(name)", "TargetGroup", name) }
  static func namespace(_ name: String) -> Place { Place("cloudMapNamespaces.\(name)", "Namespace", name) }
  static func service(_ name: String) -> Place { Place("cloudMapServices.\(name)", "Service", name) }
  static func api(_ name: String) -> Place { Place("apis.\(name)", "Api", name) }
  static func stage(_ api: String, _ name: String) -> Place {
    // `$default` and a stage called `default` would read the same.
    if name == "default" { return Place(hashed: "apis.\(api).stages.\(name)", "Stage", api, name) }
    return Place("apis.\(api).stages.\(name)", "Stage", api, name == "$default" ? "default" : name)
  }
  static func stage(_ api: String, _ name: String, part: String, kind: String) -> Place {
    Place(hashed: "apis.\(api).stages.\(name).\(part)", kind, api, name)
  }
  static func authorizer(_ api: String, _ name: String) -> Place {
    Place("apis.\(api).authorizers.\(name)", "Authorizer", api, name)
  }
  static func userPool(_ name: String) -> Place { Place("userPools.\(name)", "UserPool", name) }
  static func userPoolClient(_ pool: String, _ client: String) -> Place {
    Place("userPools.\(pool).clients.\(client)", "UserPoolClient", pool, client)
  }
  static func balancerLink(_ name: String) -> Place { Place("loadBalancers.\(name).vpcLink", "BalancerLink", name) }
  static func model(_ api: String, _ name: String) -> Place { Place("apis.\(api).models.\(name)", "Model", api, name) }
  static func apiKey(_ name: String) -> Place { Place("apiKeys.\(name)", "ApiKey", name) }
  static func usagePlan(_ name: String) -> Place { Place("usagePlans.\(name)", "UsagePlan", name) }
  static func usagePlanKey(_ plan: String, _ key: String) -> Place {
    Place("usagePlans.\(plan).keys.\(key)", "UsagePlanKey", plan, key)
  }
  /// The account's settings, of which there is one.
  static let account = Place("account", "ApiGatewayAccount")
  static let logRole = Place("account.logRole", "ApiGatewayLogRole")
  static func integration(_ api: String, _ name: String) -> Place {
    Place("apis.\(api).integrations.\(name)", "Integration", api, name)
  }
}
