import CloudFormation
import SpecReading
import TextSearch
import YAMLTree

extension Model {
  /// The access logs of all stages.
  var accessLogs: [AccessLog] { apis.stages.flatMap(\.accessLogs) }

  /// The access log of a stage, read once.
  struct AccessLog {
    /// A `$context` variable of a log line: `$context.NAME` or `${context.NAME}`.
    struct Variable {
      let name: String
      let mark: Mark
    }

    let settings: Property
    let destination: Property?
    let format: Property?
    /// The written parts of the line.
    let pieces: [Given<String>]
    /// The variables in them.
    let variables: [Variable]

    static func all(of stage: Stage) -> [AccessLog] {
      let settings = (stage["AccessLogSettings"]?.branches ?? []).filter { $0.form == .mapping && !$0.isFunction }
      return settings.enumerated().map { AccessLog($1, number: $0, of: stage) }
    }

    private init(_ settings: Property, number: Int, of stage: Stage) {
      self.settings = settings
      destination = settings["DestinationArn"]
      format = settings["Format"]
      pieces = AccessLog.pieces(format, number: number, of: stage)
      variables = pieces.flatMap(Variable.all)
    }

    /// The written parts of a format: the values of `fields`, or the whole format.
    private static func pieces(_ format: Property?, number: Int, of stage: Stage) -> [Given<String>] {
      guard let format else { return [] }
      if let element = stage.element, let api = stage.api?.element, !format.isRaw {
        let all = api.value.accessLogs(of: element)?.values.filter(\.isOn) ?? []
        let logs = number < all.count ? all[number].fields : nil
        let own = logs?.format.flatMap { ["json", "clf"].contains($0.literal) ? nil : $0 }
        if own?.literal == nil, own != nil { return texts(of: format) }
        let values = logs?.fields.flatMap(\.value.texts) ?? []
        return [own].compactMap { $0 } + values.flatMap(format.resource.model.choices(of:))
      }
      return texts(of: format)
    }

    /// The known parts of the texts that a format may be.
    private static func texts(of format: Property) -> [Given<String>] {
      if let text = format.text, text.mentions("context.") {
        return [Given(text, at: format.mark, node: format.origin.valueNode)]
      }
      return format.openTexts.flatMap(\.known).map { Given($0, at: format.mark, node: nil) }
    }
  }
}

extension Model.AccessLog.Variable {
  /// The variables of a part of a log line.
  fileprivate static func all(in piece: Given<String>) -> [Self] {
    guard let text = piece.literal else { return [] }
    var found: [Self] = []
    var rest = text[...]
    while let dollar = rest.utf8.firstIndex(of: UInt8(ascii: "$")) {
      rest = text[text.utf8.index(after: dollar)...]
      guard let start = starts.first(where: { rest.hasPrefix($0) }) else { continue }
      let name = rest.dropFirst(start.count).utf8.prefix(while: isPartOfName)
      rest = text[name.endIndex...]
      // A full stop may end a sentence.
      let end = name.last == UInt8(ascii: ".") ? name.dropLast() : name
      found.append(Self(name: String(end) ?? "", mark: piece.mark(of: dollar..<end.endIndex)))
    }
    return found
  }

  /// The text after the `$`; in `Fn::Sub` the brace is escaped.
  private static let starts = ["context.", "{context.", "{!context."]

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}
