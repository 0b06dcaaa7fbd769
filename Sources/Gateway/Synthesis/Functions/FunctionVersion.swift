import CloudFormation

/// The content of a version of a function (source: Lambda Developer Guide, Manage Lambda function versions; the list of the
/// AWS CDK, which has the configuration for code signing beside it).
package enum FunctionVersion {
  static let omitted: Set = [
    "CodeSigningConfigArn", "ReservedConcurrentExecutions", "Tags", "RecursiveLoop", "RuntimeManagementConfig",
  ]
  private static let defaults: [String: Value] = [
    "MemorySize": 128, "Timeout": 3, "Architectures": ["x86_64"], "EphemeralStorage": ["Size": 512],
    "TracingConfig": ["Mode": "PassThrough"], "PackageType": "Zip", "Description": "", "SnapStart": ["ApplyOn": "None"],
  ]

  /// The properties of a function that a version of it keeps, except for defaults.
  package static func content(of properties: Object) -> Object {
    Object(
      properties.members.filter { member in
        !omitted.contains(member.key) && !(defaults[member.key].map { $0.isSame(as: member.value) } ?? false)
      })
  }

  /// A description of the function that differs with the content of the version.
  static func description(_ own: Value?, of content: String) -> Value {
    let sign = "configuration \(content)"
    guard let own, !own.isNothing, own != .null else { return .string(sign) }
    if let (condition, first, second) = own.choice {
      return ["Fn::If": [condition, description(first, of: content), description(second, of: content)]]
    }
    guard let text = own.scalar else { return ["Fn::Join": ["", [own, .string(" (\(sign))")]]] }
    let whole = text.isEmpty ? sign : "\(text) (\(sign))"
    return whole.utf8.count > maxDescription ? own : .string(whole)
  }

  /// The length of a function's `Description` (source: Lambda API reference, CreateFunction).
  private static let maxDescription = 256
}
