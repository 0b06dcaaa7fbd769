extension SplitTemplate {
  /// The size of the largest template in bytes.
  public var largestSize: Int {
    if !isSplit { return sizeBound }
    let (root, children) = parts
    return children.map(\.template.byteCount).reduce(root.byteCount, max)
  }

  /// The size of the largest template in bytes if it exceeds a limit.
  public func size(above limit: Int) -> Int? {
    // The parts are not made only to see that they are small.
    if sizeBound <= limit { return nil }
    let size = largestSize
    return size > limit ? size : nil
  }

  /// A size that no part exceeds: a nested stack has its resources, parameters for those that they refer to, which the
  /// root passes to it, and outputs for those of its own that others refer to.
  static func sizeBound(of template: Template, _ stacks: [Stack], _ references: ReferenceGraph) -> Int {
    let sizes = template.resources.indices.map { template.resources[$0].byteCount }
    let frame = template.byteCountWithoutResources + bytes(passing: 0)
    var root = frame + sizes.reduce(0, +)
    root += template.resources.reduce(0) { $0 + $1.dependsOn.reduce(0) { $0 + bytes(passing: $1.utf8.count) } }
    let others = stacks.reduce(0) { $0 + $1.resources.reduce(0) { $0 + references.otherBytes[$1] } }
    var largest = 0
    var lastUser = Array(repeating: -1, count: sizes.count)
    for (index, stack) in stacks.enumerated() {
      var (size, passed, outputs) = (0, bytes(passing: stack.id.utf8.count), others)
      for resource in stack.resources {
        size += sizes[resource]
        outputs += bytes(passing: template.resources[resource].id.utf8.count)
        passed += references.otherBytes[resource]
        for target in references.properties[resource] where lastUser[target] != index {
          lastUser[target] = index
          passed += bytes(passing: template.resources[target].id.utf8.count)
        }
      }
      root += passed - size
      largest = max(largest, frame + size + passed + outputs)
    }
    return max(root, largest)
  }

  /// More than a parameter, an argument or an output needs whose name has so many bytes.
  static func bytes(passing name: Int) -> Int { 160 + 3 * name }
}
