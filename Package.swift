// swift-tools-version: 6.0
import PackageDescription

// The standard library's search in texts is part of its machinery for regular expressions, and slow: TextSearch is used.
let withoutRegularExpressions = SwiftSetting.unsafeFlags([
  "-Xfrontend", "-disable-implicit-string-processing-module-import",
])

// Release builds. Tests, which are debug builds, check that no variable is changed while it is read: 2 % of a run. Generic
// types of the program are made by the compiler (0.5 of the 14 M instructions for ten routes) or found without their names
// (2.4 M).
// Fewer copies are counted where modules stay in ownership form and a value's life ends with its last use (3 %). Small
// functions are compiled into their callers more often than usual (2 %, for 0.3 MB); not those with hundreds of callers and few
// calls, which have `@inline(never)` (0.4 MB).
let optimized: [SwiftSetting] = [
  withoutRegularExpressions,
  .unsafeFlags(
    [
      "-enforce-exclusivity=unchecked", "-Xfrontend", "-prespecialize-generic-metadata", "-Xfrontend",
      "-disable-concrete-type-metadata-mangled-name-accessors", "-Xfrontend", "-enable-ossa-modules", "-Xfrontend",
      "-enable-copy-propagation", "-Xfrontend", "-enable-lexical-lifetimes=false", "-Xllvm", "-inline-threshold=470",
    ], .when(configuration: .release)),
]

// A module's generic code is compiled for the types of the modules that use it, in release builds: without it each type
// of a spec is looked up while the program runs (a run for ten routes: 53.5 M instructions, 36.3 M with it).
let inlinedElsewhere: [SwiftSetting] =
  optimized + [
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))
  ]

// Not a part of `synth` and `validate`: small rather than fast (0.1 MB).
let small: [SwiftSetting] = [
  withoutRegularExpressions,
  .unsafeFlags(["-Osize", "-enforce-exclusivity=unchecked"], .when(configuration: .release)),
]

let package = Package(
  name: "apigw-synth",
  products: [
    .executable(name: "apigw-synth", targets: ["apigw-synth"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  // Each target imports only targets above it; Tests/ArchitectureTests compares the import lines with this list.
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "TextSearch", swiftSettings: inlinedElsewhere),
    .target(name: "JSONWriting", swiftSettings: inlinedElsewhere),
    .target(name: "YAMLTree", dependencies: ["CLibYAML", "TextSearch"], swiftSettings: inlinedElsewhere),
    .target(
      name: "Diagnostics", dependencies: ["TextSearch", "YAMLTree", "JSONWriting"], swiftSettings: inlinedElsewhere),
    .target(
      name: "SpecReading", dependencies: ["TextSearch", "YAMLTree", "Diagnostics", "JSONWriting"],
      swiftSettings: inlinedElsewhere),
    .target(name: "CloudFormation", dependencies: ["TextSearch", "JSONWriting"], swiftSettings: inlinedElsewhere),
    .target(
      name: "Gateway", dependencies: ["TextSearch", "YAMLTree", "Diagnostics", "SpecReading", "CloudFormation"],
      swiftSettings: optimized),
    .target(name: "Drawing", dependencies: ["TextSearch", "Gateway"], swiftSettings: small),
    .target(
      name: "Comparison",
      dependencies: ["TextSearch", "YAMLTree", "JSONWriting", "Diagnostics", "CloudFormation", "Gateway"],
      swiftSettings: small),
    .target(
      name: "SynthCommands",
      dependencies: [
        "TextSearch", "YAMLTree", "JSONWriting", "Diagnostics", "SpecReading", "CloudFormation", "Gateway",
        "Comparison", "Drawing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: optimized),
    .target(
      name: "CLeftOut", cSettings: [.define("RELEASE", .when(configuration: .release))]),
    .executableTarget(name: "apigw-synth", dependencies: ["SynthCommands", "CLeftOut"]),
    .testTarget(name: "TextSearchTests", dependencies: ["TextSearch"]),
    .testTarget(name: "JSONWritingTests", dependencies: ["JSONWriting"]),
    .testTarget(name: "YAMLTreeTests", dependencies: ["YAMLTree"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["YAMLTree", "JSONWriting", "Diagnostics"]),
    .testTarget(name: "CloudFormationTests", dependencies: ["JSONWriting", "CloudFormation"]),
    .testTarget(name: "SpecReadingTests", dependencies: ["YAMLTree", "Diagnostics", "SpecReading"]),
    .testTarget(name: "ComparisonTests", dependencies: ["YAMLTree", "CloudFormation", "Comparison"]),
    // Helpers of the Gateway tests.
    .target(
      name: "Support", dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation", "Gateway"],
      path: "Tests/Support"),
    .testTarget(
      name: "GatewayTests",
      dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation", "Gateway", "Support"]),
    .testTarget(
      name: "SynthesisTests",
      dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation", "Gateway", "Support"]),
    .testTarget(
      name: "AssemblyTests",
      dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation", "Gateway", "Support"]),
    .testTarget(
      name: "AuthorizationTests",
      dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation", "Gateway", "Support"]),
    .testTarget(
      name: "DomainTests",
      dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation", "Gateway", "Support"]),
    .testTarget(
      name: "ServiceTests",
      dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation", "Gateway", "Support"]),
    .testTarget(
      name: "WebSocketTests",
      dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation", "Gateway", "Support"]),
    .testTarget(name: "CommandTests"),
    .testTarget(name: "ArchitectureTests"),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz`: the program with libFuzzer's counters, in a folder of its own.
if Context.environment["FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing",
      dependencies: ["YAMLTree", "Diagnostics", "CloudFormation", "Gateway", "Comparison", "SynthCommands"],
      path: "Tests/Fuzz", exclude: ["corpus", "words.py"], sources: ["Fuzzing.swift"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
