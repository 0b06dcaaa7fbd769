/// How a resource can get to another stack. CloudFormation creates it there before it deletes it here, so AWS rejects
/// the move of anything whose name must be unique.
public enum Moving: Hashable, Sendable {
  /// It stays: its ID is known outside of the stack, or it holds data.
  case never
  /// It stays: AWS holds its name unique.
  case named
  /// It moves first: nothing outside of the stack knows its ID.
  case first
  /// It moves if that is not enough: it gets another ARN.
  case later
  /// It is in the same stack as the resource that this property refers to, which is a part of its unique name.
  case with(String)
  /// AWS holds its name unique, and a template can have more of them than it has room for. All resources of a group are in
  /// nested stacks of their own from the beginning, or move in one step.
  case group(String)

  /// Whether it may move, but not for itself.
  var canMove: Bool { self != .never }
}
