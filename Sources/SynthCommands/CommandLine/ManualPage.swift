/// The manual page of the program, in roff with the macros of man(7).
struct ManualPage {
  private(set) var text = ""

  init(_ program: HelpDescription) {
    text += ".\\\" Printed by `\(program.name) manual`.\n"
    text += ".TH \(program.name.uppercased()) 1 \(Apigw.date) \"\(program.name) \(Apigw.version)\" \"User Commands\"\n"
    section("NAME")
    line("\(program.name) \\- \(lowercased(program.abstract))")
    section("SYNOPSIS")
    for (index, usage) in Self.usages.enumerated() {
      if index > 0 { text += ".br\n" }
      let words = usage.split(separator: " ", maxSplits: 1)
      text += ".B \(Self.escaped(String(words[0])))\n"
      if words.count == 2 { line(Self.escaped(String(words[1]))) }
    }
    section("DESCRIPTION")
    paragraphs(
      program.discussion.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !$0.hasPrefix("Exit status:")
      }.joined(separator: "\n"), examples: false)
    section("COMMANDS")
    for command in program.subcommands where command.name != "help" { add(command) }
    section("EXIT STATUS")
    for (status, meaning) in [
      ("0", "Success."), ("1", "A spec has errors."), ("2", "Wrong usage, or a file cannot be read or written."),
    ] {
      text += ".TP\n.B \(status)\n"
      line(meaning)
    }
    section("ENVIRONMENT")
    text += ".TP\n.B NO_COLOR\n"
    line("If it is set, output has no colors.")
    text += ".TP\n.BR FORCE_COLOR \", \" CLICOLOR_FORCE\n"
    line("If one is set, output has colors, also if it is not a terminal.")
    section("EXAMPLES")
    paragraphs(program.discussion, examples: true)
  }

  private static let usages = [
    "apigw-synth SPEC ... -o DIR", "apigw-synth COMMAND [OPTIONS]", "apigw-synth COMMAND --help",
  ]

  private mutating func add(_ command: HelpDescription) {
    let places = command.arguments.filter { $0.names.isEmpty }.map { argument in
      let name = argument.isRepeating ? "\(argument.valueName) ..." : argument.valueName
      return argument.isOptional ? "[\(name)]" : name
    }
    text += ".SS \"\(Self.escaped(([command.name] + places).joined(separator: " ")))\"\n"
    line(Self.escaped(command.abstract))
    if !command.discussion.isEmpty {
      text += ".PP\n"
      paragraphs(command.discussion, examples: false)
    }
    for argument in command.arguments where !argument.isForHelp {
      let value = argument.isFlag ? "" : " \(argument.valueName)"
      let names = argument.names.isEmpty ? argument.valueName : argument.names.joined(separator: ", ") + value
      text += ".TP\n.B \(Self.escaped(names))\n"
      let standard = argument.defaultValue.map { " Default: \($0)." } ?? ""
      line(Self.escaped(argument.abstract + standard))
    }
    if command.discussion.contains(Self.examples) {
      text += ".PP\nExamples:\n.br\n"
      paragraphs(command.discussion, examples: true)
    }
  }

  private static let examples = "EXAMPLES:"

  /// The paragraphs of a discussion, before its examples or only these.
  private mutating func paragraphs(_ discussion: String, examples: Bool) {
    var isExample = false
    var isOpen = false
    for part in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      if part == Self.examples {
        isExample = true
      } else if isExample == examples {
        if examples {
          if part.isEmpty { continue }
          if isOpen { text += ".br\n" }
          line("\\&" + Self.escaped(part.drop { $0 == " " }))
        } else if part.isEmpty {
          if isOpen, !text.hasSuffix(".PP\n") { text += ".PP\n" }
          continue
        } else {
          line(Self.escaped(part))
        }
        isOpen = true
      }
    }
    // A discussion ends with an empty line before its examples.
    if text.hasSuffix(".PP\n") { text.removeLast(4) }
  }

  private mutating func section(_ name: String) { text += ".SH \"\(name)\"\n" }

  private mutating func line(_ words: String) { text += words + "\n" }

  private func lowercased(_ sentence: String) -> String {
    Self.escaped(sentence.prefix(1).lowercased() + sentence.dropFirst().prefix { $0 != "." })
  }

  /// A text without meaning for roff; `-` is the character of the keyboard.
  private static func escaped(_ text: some StringProtocol) -> String {
    var plain = ""
    for character in text {
      switch character {
      case "\\": plain += "\\e"
      case "-": plain += "\\-"
      case "…": plain += "..."
      default: plain.append(character)
      }
    }
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}

extension HelpDescription.Argument {
  /// Whether every command has it.
  fileprivate var isForHelp: Bool { isNamed("--help") || isNamed("--version") }
}
