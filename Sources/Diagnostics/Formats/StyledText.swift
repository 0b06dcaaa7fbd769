/// Text in pieces with a style each, so that layout is independent of colors.
package struct StyledText {
  /// The role of a piece of text.
  package enum Style {
    case plain, message, error, warning, note, caret

    /// The style of a severity.
    package init(_ severity: Severity) {
      self =
        switch severity {
        case .error: .error
        case .warning: .warning
        case .note: .note
        }
    }

    /// The parameters of the terminal's escape sequence.
    var codes: String? {
      switch self {
      case .plain: nil
      case .message: "1"
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "36"
      case .caret: "32"
      }
    }
  }

  private var pieces: [(text: String, style: Style)] = []

  /// An empty text.
  package init() {}

  /// Adds a piece of a line.
  package mutating func append(_ text: String, _ style: Style = .plain) {
    pieces.append((text, style))
  }

  /// Ends the line.
  package mutating func endLine() {
    // Remove blanks at the end of a line.
    if let last = pieces.last {
      pieces[pieces.count - 1].text = String(last.text.prefix(upTo: last.text.endWithoutSpaces))
    }
    pieces.append(("\n", .plain))
  }

  /// The text as UTF-8, with escape sequences for colors if wanted.
  package func bytes(color: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      if color, let codes = piece.style.codes, !piece.text.isEmpty {
        bytes += Array("\u{1B}[\(codes)m\(piece.text)\u{1B}[0m".utf8)
      } else {
        bytes += Array(piece.text.utf8)
      }
    }
    return bytes
  }
}

extension String {
  fileprivate var endWithoutSpaces: Index {
    unicodeScalars.lastIndex { $0 != " " }.map { unicodeScalars.index(after: $0) } ?? startIndex
  }
}
