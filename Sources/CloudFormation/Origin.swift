/// Where a member of an object was written: handles of nodes that whoever makes the object understands.
///
/// Two members are equal whatever their origins.
public struct Origin: Sendable {
  /// The key that names the member; nil where the language has a word of its own for it, or nobody wrote it.
  public var key: UInt32? { keyHandle == Origin.absent ? nil : keyHandle }
  /// The value, or the place that decides it; nil for a value that nobody wrote.
  public var value: UInt32? { valueHandle == Origin.absent ? nil : valueHandle }
  private let keyHandle: UInt32
  private let valueHandle: UInt32
  private static let absent = UInt32.max

  /// An origin of a key and a value.
  public init(key: UInt32?, value: UInt32?) {
    keyHandle = key ?? Origin.absent
    valueHandle = value ?? Origin.absent
  }

  /// Nobody wrote it.
  public static let none = Origin(key: nil, value: nil)
}
