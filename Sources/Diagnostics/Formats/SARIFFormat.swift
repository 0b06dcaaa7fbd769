import JSONWriting
import YAMLTree

/// Findings as SARIF 2.1.0, the format of code scanning services and editors.
public struct SARIFFormat {
  private let sources: [Source]
  private let version: String
  private let kinds: [String: FindingKind]

  /// For findings in these sources, whose paths must be relative to the repository. `version` is the program's.
  public init(sources: [Source], version: String, kinds: [FindingKind]) {
    self.sources = sources
    self.version = version
    self.kinds = Dictionary(kinds.map { ($0.id, $0) }) { first, _ in first }
  }

  /// One log with one run.
  public func render(_ findings: [Diagnostic]) -> [UInt8] {
    let ids = Set(findings.map(\.id)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
    var fingerprints = FindingFingerprints(sources: sources)
    var json = JSONWriter()
    json.object {
      $0.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.member("version", "2.1.0")
      $0.array("runs") {
        $0.object {
          $0.object("tool") { $0.object("driver") { writeDriver(ids, to: &$0) } }
          $0.member("columnKind", "unicodeCodePoints")
          $0.array("results") {
            for finding in findings {
              let fingerprint = fingerprints.next(finding)
              $0.object { write(finding, number: numbers[finding.id] ?? 0, fingerprint, to: &$0) }
            }
          }
        }
      }
    }
    return escapingInvisible(json.finish())
  }

  private func writeDriver(_ ids: [String], to json: inout JSONWriter) {
    json.member("name", "apigw-synth")
    json.member("version", version)
    json.member("semanticVersion", version)
    json.array("rules") {
      for id in ids { $0.object { writeRule(id, to: &$0) } }
    }
  }

  private func writeRule(_ id: String, to json: inout JSONWriter) {
    json.member("id", id)
    guard let kind = kinds[id] else { return }
    json.text("shortDescription", kind.summary)
    json.text("fullDescription", kind.why)
    json.object("help") {
      $0.member("text", RulePage.text(of: kind))
      $0.member("markdown", RulePage.markdown(of: kind))
    }
    json.member("helpUri", kind.page)
    json.object("defaultConfiguration") {
      if kind.isOptional {
        $0.member("enabled", false)
      }
      $0.member("level", kind.severity.rawValue)
    }
  }

  private func write(_ finding: Diagnostic, number: Int, _ fingerprint: String, to json: inout JSONWriter) {
    json.member("ruleId", finding.id)
    json.member("ruleIndex", number)
    json.member("level", finding.severity.rawValue)
    json.text("message", finding.help.map { "\(finding.message)\n\($0)" } ?? finding.message)
    // Code scanning services require a location.
    if let place = Place(finding.mark, in: sources) ?? Place(Mark(source: 0, start: 0, end: 0), in: sources) {
      json.array("locations") { $0.object { writeLocation(place, to: &$0) } }
    }
    json.object("partialFingerprints") {
      // The name that GitHub expects.
      $0.member("primaryLocationLineHash", fingerprint)
    }
    let related = finding.related.compactMap { related in
      Place(related.mark, in: sources).map { (message: related.message, place: $0) }
    }
    if !related.isEmpty {
      json.array("relatedLocations") {
        for (number, location) in related.enumerated() {
          $0.object {
            $0.member("id", number)
            writeLocation(location.place, to: &$0)
            $0.text("message", location.message)
          }
        }
      }
    }
    if let fix = finding.fix { json.array("fixes") { $0.object { write(fix, to: &$0) } } }
  }

  private func write(_ fix: Fix, to json: inout JSONWriter) {
    json.text("description", fix.description)
    json.array("artifactChanges") {
      for file in Set(fix.edits.map(\.mark.source)).sorted() where sources.indices.contains(Int(file)) {
        $0.object {
          writeArtifact(sources[Int(file)], to: &$0)
          $0.array("replacements") {
            for edit in fix.edits where edit.mark.source == file {
              guard let place = Place(edit.mark, in: sources) else { continue }
              $0.object {
                writeRegion("deletedRegion", place, to: &$0)
                $0.text("insertedContent", edit.replacement)
              }
            }
          }
        }
      }
    }
  }

  private func writeLocation(_ place: Place, to json: inout JSONWriter) {
    json.object("physicalLocation") {
      writeArtifact(place.source, to: &$0)
      writeRegion("region", place, to: &$0)
    }
  }

  private func writeArtifact(_ source: Source, to json: inout JSONWriter) {
    json.object("artifactLocation") { $0.member("uri", Self.uri(of: source.path)) }
  }

  private func writeRegion(_ key: String, _ place: Place, to json: inout JSONWriter) {
    json.object(key) {
      for (name, value) in [
        ("startLine", place.start.line), ("startColumn", place.start.column), ("endLine", place.end.line),
        ("endColumn", place.end.column),
      ] {
        $0.member(name, value)
      }
    }
  }

  /// A path as a URI: relative, unless the path is absolute.
  static func uri(of path: String) -> String {
    var uri = path.utf8.first == UInt8(ascii: "/") ? "file://" : ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        uri += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }
}

extension JSONWriter {
  /// Writes a SARIF message object.
  fileprivate mutating func text(_ name: String, _ value: String) {
    object(name) { $0.member("text", value) }
  }
}
