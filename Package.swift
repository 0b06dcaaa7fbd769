// swift-tools-version: 6.0
import PackageDescription

let package = Package(
  name: "apigw-synth",
  products: [
    .executable(name: "apigw-synth", targets: ["apigw-synth"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  // Each target imports only what stands above it; Tests/ArchitectureTests compares the import lines with this list.
  targets: [
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "JSONWriting"),
    .target(name: "YAMLTree", dependencies: ["CLibYAML"]),
    .target(name: "Diagnostics", dependencies: ["YAMLTree", "JSONWriting"]),
    .target(name: "SpecReading", dependencies: ["YAMLTree", "Diagnostics", "JSONWriting"]),
    .target(name: "CloudFormation", dependencies: ["JSONWriting"]),
    .target(name: "Gateway", dependencies: ["YAMLTree", "Diagnostics", "SpecReading", "CloudFormation"]),
    .target(
      name: "SynthCommands",
      dependencies: [
        "YAMLTree", "JSONWriting", "Diagnostics", "SpecReading", "CloudFormation", "Gateway",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "apigw-synth", dependencies: ["SynthCommands"]),
    .testTarget(name: "JSONWritingTests", dependencies: ["JSONWriting"]),
    .testTarget(name: "YAMLTreeTests", dependencies: ["YAMLTree"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["YAMLTree", "JSONWriting", "Diagnostics"]),
    .testTarget(name: "CloudFormationTests", dependencies: ["JSONWriting", "CloudFormation"]),
    .testTarget(name: "SpecReadingTests", dependencies: ["YAMLTree", "Diagnostics", "SpecReading"]),
    // What the tests of Gateway's subjects share.
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
