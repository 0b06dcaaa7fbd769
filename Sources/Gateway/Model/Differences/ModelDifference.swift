extension Model {
  /// A difference between a property and CloudFormation's description of its type.
  enum Difference {
    /// The type does not have it, but these.
    case unknown(Property, known: [String])
    /// SAM ignores it: it only knows these.
    case ignored(Property, known: [String])
    /// It expects another kind of value.
    case form(Property, wanted: PropertyForm)
    /// It is required and missing.
    case missing(String)
    /// AWS sets it.
    case readOnly(Property)
    /// It is of the right kind, but not one of the words, or outside of the range: the message and the help.
    case limit(Property, Flaw)
    /// It is not described, and its value without quotes is a boolean or a number in YAML 1.1.
    case yaml11(Property, meaning: String)
  }
}
