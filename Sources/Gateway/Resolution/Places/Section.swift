import SpecReading
import YAMLTree

/// A section of a spec whose elements are places, such as `vpcs.main`. `SectionList.swift` declares each of them once.
struct Section: Sendable {
  /// An element, whatever its section.
  struct Element {
    let name: String
    /// Where its key is written.
    let mark: Mark
    /// Its resource; nil if it could not be read.
    let resource: ElementResource?
    /// The elements inside it that are written to the template, by their places.
    let inner: [WrittenElement]
  }

  /// The target of a path after the name of an element, and the rest of the path (an attribute); nil if there is none.
  typealias Finder = @Sendable (PlaceFinder, Element, Int, String) -> (target: PlaceTarget, rest: String)?

  /// Its key in a spec.
  let name: String
  /// The elements of a spec, in order.
  let elements: @Sendable (Spec) -> [Element]
  /// The place of an element.
  let place: @Sendable (String) -> Place
  /// Whether fields name its elements, so that a resource of the same name would be a second meaning.
  let isNamed: Bool
  /// Whether an element does nothing unless something names it.
  let isPassive: Bool
  /// The value of a place in the section.
  let find: Finder

  init<T: SectionElement>(
    _ name: String, _ elements: @escaping @Sendable (Spec) -> [Named<T>],
    _ place: @escaping @Sendable (String) -> Place, isNamed: Bool = true, isPassive: Bool = true,
    find: Finder? = nil
  ) {
    (self.name, self.place, self.isNamed, self.isPassive) = (name, place, isNamed, isPassive)
    self.elements = { spec in
      elements(spec).map { element in
        Element(
          name: element.name, mark: element.mark, resource: T.resource(of: element),
          inner: T.inner(of: element, at: "\(name).\(element.name)"))
      }
    }
    self.find = find ?? { finder, element, _, rest in finder.whole(element, at: place(element.name), rest) }
  }
}

extension Section {
  /// The elements of a section, and the index of each name.
  final class Table {
    let section: Section
    let elements: [Element]
    let indices: [String: Int]

    init(_ section: Section, _ spec: Spec) {
      self.section = section
      elements = section.elements(spec)
      indices = Dictionary(elements.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The part of them that is written to the template.
    var written: [WrittenElement] {
      elements.flatMap { element -> [WrittenElement] in
        guard case .created(_, let options) = element.resource else { return element.inner }
        return [("\(section.name).\(element.name)", options)] + element.inner
      }
    }
  }
}

/// An element that is written to the template, by its path.
typealias WrittenElement = (path: String, options: ElementOptions)

/// The resource of an element of a section.
enum ElementResource {
  /// One of this type, which the element writes.
  case created(String, ElementOptions)
  /// One that exists: its ARN or id, its attributes as far as they are known, and the kind whose ARN it is.
  case existing(Given<String>, [String: Given<String>], arnOf: Kind? = nil)
}

/// An element of a section.
protocol SectionElement: Sendable {
  /// The resource of an element; nil if it could not be read.
  static func resource(of element: Named<Self>) -> ElementResource?
  /// The elements inside it that are written to the template.
  static func inner(of element: Named<Self>, at path: String) -> [WrittenElement]
}

extension SectionElement {
  static func inner(of element: Named<Self>, at path: String) -> [WrittenElement] { [] }
}
