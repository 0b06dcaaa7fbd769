/// What the command line says about variables.
public struct Choices: Sendable {
  /// The environment whose values hold (`--env`), if one is chosen.
  public let environment: String?
  /// Variables that are set by name (`--set`), over all that files say. Their values are taken as they are.
  public let settings: [String: String]

  /// Choices; by default none.
  public init(environment: String? = nil, settings: [String: String] = [:]) {
    self.environment = environment
    self.settings = settings
  }
}

/// What a spec leaves to choose from, to check choices against.
public struct ChoicesOffered: Sendable {
  /// Its environments, in their order.
  public internal(set) var environments: [String]
  /// Every variable that is defined or used somewhere.
  public internal(set) var variables: Set<String>

  init(environments: [String], variables: Set<String>) {
    self.environments = environments
    self.variables = variables
  }
}
