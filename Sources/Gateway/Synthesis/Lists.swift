import CloudFormation
import Diagnostics
import SpecReading

extension Synthesis {
  /// A list of texts, or the function that gives the list.
  func list(_ many: Names) -> Value { wholeList(many) ?? values.joined(many.items.map(values.value)) }

  /// A list, each item of it converted, or the function that gives the list.
  func list<Item>(_ many: Many<Item>, _ convert: (Item) -> Value?) -> Value {
    wholeList(many) ?? values.joined(many.items.compactMap(convert))
  }

  /// The value instead of a list, if it is a whole list and not an item.
  func wholeList<Item>(_ many: Many<Item>) -> Value? {
    guard let node = many.intrinsic else { return nil }
    let value = values.value(node)
    return values.givesList(value) ? value : nil
  }

  /// The items of a list each of which becomes something of its own, so that a function cannot give all of them.
  mutating func each(_ many: Many<Given<String>>?) -> [Given<String>] {
    guard let many else { return [] }
    return many.items.filter { item in
      guard case .intrinsic(let node) = item.content, values.givesList(values.value(node)) else { return true }
      fail(
        .wrongKind, at: item.mark, "this is a list; only single items are supported here",
        help: "select the items of the list: `!Select [0, …]`")
      return false
    }
  }
}
