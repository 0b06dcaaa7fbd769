import TextSearch

extension String {
  /// Whether a parameter of this type has several values: `CommaDelimitedList`, `List<Number>`, or the same from Systems
  /// Manager, `AWS::SSM::Parameter::Value<List<String>>`.
  public var isListType: Bool { mentions("List<") || mentions("CommaDelimitedList") }
}
