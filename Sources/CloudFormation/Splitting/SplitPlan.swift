/// The stack of each resource of a template that exceeds CloudFormation's limits.
///
/// Two kinds of nested stacks exist, each in a fixed number, so that no resource moves because others are added:
///
/// - `Parts1` to `Parts8` hold what has no name, such as permissions and integrations. They depend on the main stack.
/// - `StoreApiRoutes1` to `StoreApiRoutes8` hold the routes of one API, if the main stack has no room for them or the
///   author asks for it. They depend on the main stack and on the parts.
///
/// A hash of its logical ID selects the stack of a route or of a unit of parts.
public struct SplitPlan: Sendable {
  /// The number of nested stacks of each kind. The 2,500 resources of an operation, spread evenly, fit into so many.
  public static let stacks = 8

  /// The logical ID of the nested stack of each resource, by index; nil in the main stack.
  public private(set) var homes: [String?]
  /// The groups that move although nothing asks for it, in the order of the template.
  public let crowdedOut: [String]
  /// The use of limits by each stack, the main stack first; of those for parameters, outputs and bytes at most.
  public private(set) var uses: [StackUse] = []

  /// Decides what moves: as little as possible.
  ///
  /// - Parameters:
  ///   - moving: How each resource may move, by index.
  ///   - nested: Whether groups are in nested stacks, as far as the author decides it.
  ///   - sizes: The length of each resource in bytes.
  public init(
    _ template: Template, _ references: ReferenceGraph, _ moving: [Moving], nested: [String: Bool], sizes: [Int]
  ) {
    var choice = SplitChoice(template, references, moving, nested: nested, sizes: sizes)
    choice.choose()
    homes = Array(repeating: nil, count: moving.count)
    crowdedOut = choice.crowdedOut
    var known = (group: "", stacks: [String]())
    for (index, isGrouped) in choice.layers.grouped.enumerated() where isGrouped {
      let head = choice.graph.owners[index] ?? index
      guard case .group(let group) = moving[head] else { continue }
      if known.group != group { known = (group, SplitPlan.ids("\(group)Routes", in: template)) }
      homes[index] = known.stacks[SplitPlan.number(of: template.resources[head].id)]
    }
    place(choice.units, template, references, sizes)
  }

  /// The nested stacks of moved resources, by logical ID.
  public func homes(in template: Template) -> [String: String] {
    var found: [String: String] = [:]
    for (resource, home) in zip(template.resources, homes) { found[resource.id] = home }
    return found
  }

  /// Each unit goes to its own stack, or to the next one with room; without any room, it stays.
  private mutating func place(
    _ units: [[Int]], _ template: Template, _ references: ReferenceGraph, _ sizes: [Int]
  ) {
    let groups = Dictionary(grouping: homes.indices.filter { homes[$0] != nil }) { homes[$0] ?? "" }
      .sorted { $0.key < $1.key }
    let (loads, fromOutside) = SplitLoad.all(of: units + groups.map(\.value), in: template, references, sizes: sizes)
    var rooms = Array(repeating: SplitLoad(), count: SplitPlan.stacks)
    let parts = SplitPlan.ids("Parts", in: template)
    for (unit, load) in zip(units, loads) {
      let first = SplitPlan.number(of: template.resources[unit[0]].id)
      let choices = (0..<SplitPlan.stacks).map { (first + $0) % SplitPlan.stacks }
      guard let stack = choices.first(where: { rooms[$0].hasRoom(for: load) }) else { continue }
      rooms[stack].add(load)
      for index in unit { homes[index] = parts[stack] }
    }
    var nested = zip(groups, loads.dropFirst(units.count)).map { ($0.key, $1) }
    for (number, room) in rooms.enumerated() where room.resources > 0 {
      nested.append((parts[number], room))
    }
    nested.sort { $0.0 < $1.0 }
    uses = [mainUse(nested.map(\.1), fromOutside, template, sizes)] + nested.map { $1.use(of: $0) }
  }

  private func mainUse(
    _ nested: [SplitLoad], _ references: Int, _ template: Template, _ sizes: [Int]
  ) -> StackUse {
    let passed = nested.map { $0.use(of: "").parameters }.reduce(0, +)
    return StackUse(
      nil, resources: homes.count { $0 == nil } + nested.count, parameters: template.parameterCount,
      outputs: template.outputs.members.count,
      bytes: template.byteCount(resources: sizes) - nested.map(\.bytes).reduce(0, +)
        + (nested.count + passed + references) * SplitPlan.bytesOfValue(in: template))
  }

  /// More than the main stack needs for a value that it passes: a `Fn::GetAtt` of the stack that has it.
  private static func bytesOfValue(in template: Template) -> Int {
    let longestID = template.resources.indices.reduce(0) { max($0, template.resources[$1].id.utf8.count) }
    // The name of the value occurs twice, and is an ID with an attribute; 180 is the rest, with the indentation.
    return 180 + 3 * longestID
  }

  private static func number(of id: String) -> Int { Int(Fingerprint(of: id).value & 0xFFFF) % stacks }

  /// The IDs of all stacks of a kind.
  private static func ids(_ kind: String, in template: Template) -> [String] {
    (1...stacks).map { free("\(kind)\($0)", in: template) }
  }

  /// The ID, or a longer one if the author has one like it.
  private static func free(_ id: String, in template: Template) -> String {
    template.defines(id) ? free(id + "Stack", in: template) : id
  }
}
