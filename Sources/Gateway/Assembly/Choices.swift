/// The options of the command line about variables.
public struct Choices: Sendable {
  /// The selected environment (`--env`).
  public let environment: String?
  /// Variables set by name (`--set`). They override all definitions in files, and their values are literal.
  public let settings: [String: String]

  /// By default, nothing is selected or set.
  public init(environment: String? = nil, settings: [String: String] = [:]) {
    self.environment = environment
    self.settings = settings
  }
}

/// The environments and variables of a spec, to check `Choices` against.
public struct ChoicesOffered: Sendable {
  /// Its environments, in order of definition.
  public internal(set) var environments: [String]
  /// All variables that are defined or used.
  public internal(set) var variables: Set<String>

  init(environments: [String], variables: Set<String>) {
    self.environments = environments
    self.variables = variables
  }
}
