import CloudFormation
import SpecReading
import YAMLTree

/// Local paths in CloudFormation's terms: in the spec they are relative to its file, in the template to the template.
extension Synthesis {
  /// Makes the local paths in properties relative to the template.
  mutating func relocate(_ properties: inout Object, of type: String, at mark: Mark) {
    for property in ResourceType.localPaths(of: type) {
      guard let member = properties.member(at: property[...]), let path = member.value.uploadedPath else { continue }
      properties.replace(at: property[...], by: .string(local(path, at: place(of: member, mark))))
    }
  }

  /// Makes the folder relative to the template from which `sam build` makes an image.
  func relocateContext(of resource: inout Resource, at mark: Mark) {
    guard var metadata = resource.metadata?.object, let context = metadata.member("DockerContext"),
      let path = context.value.uploadedPath
    else { return }
    metadata["DockerContext"] = .string(relative(path, prefix: folder(of: place(of: context, mark))))
    resource.metadata = .object(metadata)
  }

  /// Makes the paths in sections relative to the template.
  mutating func relocateSections() {
    if template.sections.isEmpty { return }
    for path in Template.localSections {
      guard var section = template.sections[path[0]]?.object, let member = section.member(at: path[1...]),
        let text = member.value.uploadedPath
      else { continue }
      section.replace(at: path[1...], by: .string(local(text, at: place(of: member, .nowhere))))
      template.sections[path[0]] = .object(section)
    }
  }

  /// Makes the paths of `AWS::Include` relative to the template, wherever they are.
  mutating func relocateIncluded() {
    guard spec.hasMacros else { return }
    var template = template
    template.replaceValues { relocatingIncludes(in: $0) }
    self.template = template
  }

  private mutating func relocatingIncludes(in value: Value) -> Value {
    switch value {
    case .list(let items): return .list(items.map { relocatingIncludes(in: $0) })
    case .object(let object):
      return .object(
        Object(
          object.members.map { member in
            guard let location = member.includedLocation, let path = location.value.uploadedPath,
              var transform = member.value.object
            else {
              return Object.Member(key: member.key, value: relocatingIncludes(in: member.value), origin: member.origin)
            }
            let relative = local(path, at: place(of: location, .nowhere))
            transform.replace(at: ["Parameters", "Location"], by: .string(relative))
            return Object.Member(key: member.key, value: .object(transform), origin: member.origin)
          }))
    case .string, .number, .bool, .null, .ref, .getAtt: return value
    }
  }

  /// Where a member's value is written.
  func place(of member: Object.Member, _ fallback: Mark) -> Mark {
    member.origin.value.map { names.tree.mark(Node(handle: $0)) } ?? fallback
  }
}

extension Template {
  /// The values outside of resources that may be local paths: the code of SAM's functions, and the texts of an
  /// application in the Serverless Application Repository.
  fileprivate static let localSections = [
    ["Globals", "Function", "CodeUri"], ["Metadata", "AWS::ServerlessRepo::Application", "LicenseUrl"],
    ["Metadata", "AWS::ServerlessRepo::Application", "ReadmeUrl"],
  ]

  /// Whether `aws cloudformation package` uploads files that resources in loops name.
  public var hasLocalLoops: Bool { macros.members.contains { $0.value.isLocalLoop } }

  /// Whether `aws cloudformation package` uploads files that sections name.
  public var hasLocalSections: Bool {
    Template.localSections.contains { sections[$0[0]]?.object?.value(at: $0[1...])?.uploadedPath != nil }
  }

  /// Whether it uploads files of `AWS::Include`.
  public var hasLocalIncludes: Bool {
    resources.contains { Value.object($0.properties).hasLocalInclude || Value.object($0.attributes).hasLocalInclude }
      || Value.object(macros).hasLocalInclude || Value.object(outputs).hasLocalInclude
      || sections.values.contains { $0.hasLocalInclude }
  }
}

extension Value {
  /// Whether this is the value of `Fn::ForEach::…` with a resource that names a local file.
  fileprivate var isLocalLoop: Bool {
    guard case .list(let parts) = self, parts.count == 3, let bodies = parts[2].object else { return false }
    return bodies.members.contains { member in
      if member.key.hasPrefix("Fn::ForEach") { return member.value.isLocalLoop }
      guard let type = member.value.object?["Type"]?.text else { return false }
      return ResourceType.localPaths(of: type).contains { property in
        member.value.object?.value(at: ["Properties"] + property)?.uploadedPath != nil
      }
    }
  }

  fileprivate var hasLocalInclude: Bool {
    contains { $0.object?.members.contains { $0.includedLocation?.value.uploadedPath != nil } ?? false }
  }
}

extension Object.Member {
  /// The location of `Fn::Transform: {Name: AWS::Include, Parameters: {Location: …}}`, if this is one.
  fileprivate var includedLocation: Object.Member? {
    guard key == "Fn::Transform", let transform = value.object, transform["Name"]?.text == "AWS::Include" else {
      return nil
    }
    return transform.member(at: ["Parameters", "Location"])
  }
}
