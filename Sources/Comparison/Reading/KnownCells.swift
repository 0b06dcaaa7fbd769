import CloudFormation

extension WholeStack {
  /// The same with the resources of each `Fn::ForEach` over known values.
  var withLoopsWrittenOut: WholeStack {
    template.macros.isEmpty ? self : replacing(template.withLoopsWrittenOut)
  }

  /// The same with the cells of its mappings in place of each `Fn::FindInMap` whose keys are texts.
  var withKnownCells: WholeStack {
    guard let mappings = template.sections["Mappings"] else { return self }
    var known = template
    known.changeResources { $0.properties = $0.properties.withCells(of: mappings) }
    known.outputs = template.outputs.withCells(of: mappings)
    return replacing(known)
  }
}

extension Object {
  fileprivate func withCells(of mappings: Value) -> Object {
    Object(members.map { .init(key: $0.key, value: $0.value.withCells(of: mappings), origin: $0.origin) })
  }
}

extension Value {
  fileprivate func withCells(of mappings: Value) -> Value {
    switch self {
    case .list(let items): return .list(items.map { $0.withCells(of: mappings) })
    case .object(let object):
      return cell(in: mappings) ?? .object(object.withCells(of: mappings))
    case .string, .number, .bool, .null, .ref, .getAtt: return self
    }
  }
}
