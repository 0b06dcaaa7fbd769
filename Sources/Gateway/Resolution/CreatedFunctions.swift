import SpecReading

extension ResolvedSpec {
  /// A function of the spec's own.
  struct OwnFunction {
    let element: Named<FunctionElement>
    let function: CreatedFunction
  }

  /// The functions that the stack creates.
  var createdFunctions: [OwnFunction] {
    names.spec.functions.compactMap { element in
      guard case .created(let function) = element.value.form else { return nil }
      return OwnFunction(element: element, function: function)
    }
  }
}
