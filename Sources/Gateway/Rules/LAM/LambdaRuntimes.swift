/// Lambda's runtimes with the dates of their deprecation.
///
/// Source: cfn-lint's data on the lifecycle of runtimes, of `date`. Dates are compared with that day and not with the
/// clock, so that findings of a spec do not change by themselves.
enum LambdaRuntimes {
  /// The day of the table.
  static let date = "2026-10-20"

  /// The dates from which a runtime is deprecated and blocked for new functions, and its successor.
  struct Life {
    let deprecated: String
    let blocked: String?
    let successor: String?

    init(_ deprecated: String, _ blocked: String?, _ successor: String?) {
      (self.deprecated, self.blocked, self.successor) = (deprecated, blocked, successor)
    }
  }

  /// Runtimes whose dates are known.
  static let lives: [String: Life] = [
    "dotnet10": Life("2028-11-14", "2028-12-14", nil), "dotnet6": Life("2024-12-20", "2027-02-01", "dotnet10"),
    "dotnet8": Life("2026-11-10", "2027-02-01", "dotnet10"), "dotnet9": Life("2026-11-10", nil, "dotnet10"),
    "go1.x": Life("2024-01-08", "2024-02-08", "provided.al2023"),
    "java11": Life("2027-06-30", "2027-07-31", "java25"), "java17": Life("2027-06-30", "2027-07-31", "java25"),
    "java21": Life("2029-06-30", "2029-07-31", "java25"), "java25": Life("2029-06-30", "2029-07-31", nil),
    "java8": Life("2024-01-08", "2024-02-08", "java25"), "java8.al2": Life("2027-06-30", "2027-07-31", "java25"),
    "nodejs14.x": Life("2023-12-04", "2024-01-09", "nodejs24.x"),
    "nodejs16.x": Life("2024-06-12", "2027-02-01", "nodejs24.x"),
    "nodejs18.x": Life("2025-09-01", "2027-02-01", "nodejs24.x"),
    "nodejs20.x": Life("2026-04-30", "2027-02-01", "nodejs24.x"),
    "nodejs22.x": Life("2027-04-30", "2027-06-01", "nodejs24.x"),
    "nodejs24.x": Life("2028-04-30", "2028-06-01", nil),
    "provided": Life("2024-01-08", "2024-02-08", "provided.al2023"),
    "provided.al2": Life("2026-07-31", "2027-02-01", "provided.al2023"),
    "provided.al2023": Life("2029-06-30", "2029-07-31", nil),
    "python3.7": Life("2023-12-04", "2024-01-09", "python3.14"),
    "python3.8": Life("2024-10-14", "2027-02-01", "python3.14"),
    "python3.9": Life("2025-12-15", "2027-02-01", "python3.14"),
    "python3.10": Life("2026-10-31", "2027-02-01", "python3.14"),
    "python3.11": Life("2027-06-30", "2027-07-31", "python3.14"),
    "python3.12": Life("2028-10-31", "2028-11-30", "python3.14"),
    "python3.13": Life("2029-06-30", "2029-07-31", "python3.14"), "python3.14": Life("2029-06-30", "2029-07-31", nil),
    "ruby2.7": Life("2023-12-07", "2024-01-09", "ruby4.0"), "ruby3.2": Life("2026-03-31", "2027-02-01", "ruby4.0"),
    "ruby3.3": Life("2027-03-31", "2027-04-30", "ruby4.0"), "ruby3.4": Life("2028-03-31", "2028-04-30", "ruby4.0"),
    "ruby4.0": Life("2029-03-31", "2029-04-30", nil),
  ]

  /// Available runtimes whose end is not known.
  static let undated: Set<String> = ["java8.al2023", "java11.al2023", "java17.al2023", "nodejs26.x", "python3.15"]

  /// Old runtimes, with their successors.
  static let gone: [String: String] = [
    "dotnetcore1.0": "dotnet10", "dotnetcore2.0": "dotnet10", "dotnetcore2.1": "dotnet10", "dotnetcore3.1": "dotnet10",
    "nodejs": "nodejs24.x", "nodejs4.3": "nodejs24.x", "nodejs4.3-edge": "nodejs24.x", "nodejs6.10": "nodejs24.x",
    "nodejs8.10": "nodejs24.x", "nodejs10.x": "nodejs24.x", "nodejs12.x": "nodejs24.x", "python2.7": "python3.14",
    "python3.6": "python3.14", "ruby2.5": "ruby4.0",
  ]

  /// The runtimes for new functions, for suggestions.
  static var current: [String] {
    undated.union(lives.filter { $0.value.deprecated > date }.keys).sorted()
  }
}
