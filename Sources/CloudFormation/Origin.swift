/// The source of an object's member: handles of nodes, which only the creator of the object interprets.
///
/// Members with different origins may be equal.
public struct Origin: Sendable {
  /// The member's key; nil if the spec has no such key, or for a default.
  public var key: UInt32? { keyHandle == Origin.absent ? nil : keyHandle }
  /// The node that determines the value; nil for a default.
  public var value: UInt32? { valueHandle == Origin.absent ? nil : valueHandle }
  private let keyHandle: UInt32
  private let valueHandle: UInt32
  private static let absent = UInt32.max

  /// An origin of a key and a value.
  public init(key: UInt32?, value: UInt32?) {
    keyHandle = key ?? Origin.absent
    valueHandle = value ?? Origin.absent
  }

  /// No source.
  public static let none = Origin(key: nil, value: nil)
}
