import CloudFormation
import SpecReading
import YAMLTree

/// A function that API Gateway calls.
struct Callee {
  /// The ARN that is called: an alias's where the function has one.
  let arn: Value
  /// Its name in `functions`, or what it was given as.
  let name: String
  /// Whether `name` is one of `functions`.
  let isElement: Bool
  /// The permissions of its element.
  let permissions: LambdaPermissions?
  /// The node of its ARN, where the spec has one.
  var node: Node?
  /// The condition under which it exists.
  var condition: String?

  /// The permissions; none for a function that is only known when it is called.
  fileprivate static func permissions(_ arn: Value, _ said: LambdaPermissions?) -> LambdaPermissions? {
    arn.namesStageVariable ? LambdaPermissions.none : said
  }

  /// The URI by which API Gateway calls a function where its ARN is not enough.
  static func invocation(of arn: Value) -> Value {
    .sub(
      """
      arn:\(Value.partition):apigateway:\(Value.region):lambda:path/2015-03-31/functions/\
      \(arn, as: "Function")/invocations
      """)
  }
}

extension Synthesis {
  /// The function of a name; nil if there is none.
  func callee(_ name: Given<String>) -> Callee? {
    guard case .element(let index) = names.find(.function, name) else {
      return values.reference(.function, name).map { arn in
        Callee(
          arn: arn, name: name.literal ?? arn.fingerprint, isElement: false, permissions: Callee.permissions(arn, nil),
          node: name.node)
      }
    }
    let element = names.spec.functions[index]
    let permissions = element.value.permissions?.literal
    switch element.value.form {
    case .imported(let function):
      let arn = value(function.arn)
      return Callee(
        arn: arn, name: element.name, isElement: true, permissions: Callee.permissions(arn, permissions),
        node: function.arn.node)
    case .created(let function):
      let arn: Value =
        function.alias == nil
        ? .getAtt(names.id(.function(element.name)), "Arn")
        : .ref(names.id(.functionAlias(element.name)))
      return Callee(
        arn: arn, name: element.name, isElement: true, permissions: permissions,
        condition: function.options.condition?.literal)
    case nil: return nil
    }
  }
}
