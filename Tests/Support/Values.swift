import CloudFormation

extension Value {
  /// The items of a list; nil for other values.
  public var items: [Value]? { if case .list(let items) = self { items } else { nil } }
}
