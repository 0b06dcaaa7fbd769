import CloudFormation
import Gateway
import Support
import YAMLTree

extension Compiled {
  /// Compiles `first`, one of several files in memory; the template is in another folder.
  init(_ files: [String: String], first: String = "spec.yaml", env: String? = nil, set: [String: String] = [:]) {
    self.init(
      Source(path: first, bytes: Array((files[first] ?? "").utf8)), pathPrefix: "../specs",
      choices: Choices(environment: env, settings: set), files: .inMemory(files))
  }

  /// Compiles a single file.
  init(_ text: String, env: String? = nil, set: [String: String] = [:]) {
    self.init(["spec.yaml": text], env: env, set: set)
  }

  /// The findings, as `PLACE: SEVERITY: MESSAGE [ID] <- OTHER PLACE (HELP)` with places as
  /// `FILE:LINE:COLUMN+LENGTH`.
  var reports: [String] {
    findings.map { finding in
      let related = finding.related.map { " <- " + place($0.mark) }.joined()
      let help = finding.help.map { " (\($0))" } ?? ""
      return "\(place(finding.mark)): \(finding.severity.rawValue): \(finding.message) [\(finding.id)]\(related)\(help)"
    }
  }

  /// The findings without help.
  var messages: [String] { reports.map { String($0.prefix { $0 != "(" }.dropLast($0.contains(" (") ? 1 : 0)) } }

  /// A property of a resource, as JSON without spaces.
  func json(_ id: String, _ name: String) -> String? { template[id]?.properties[name].map(json) }

  private func json(_ value: Value) -> String {
    switch value {
    case .string(let text): "\"\(text)\""
    case .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .null: "null"
    case .list(let items): "[" + items.map(json).joined(separator: ",") + "]"
    case .object(let object):
      "{" + object.members.map { "\"\($0.key)\":\(json($0.value))" }.joined(separator: ",") + "}"
    case .ref(let id): "{\"Ref\":\"\(id)\"}"
    case .getAtt(let id, let attribute): "{\"Fn::GetAtt\":[\"\(id)\",\"\(attribute)\"]}"
    }
  }

  private func place(_ mark: Mark) -> String {
    if mark.isNowhere { return "nowhere" }
    let source = sources[Int(mark.source)]
    let start = source.position(at: Int(mark.start))
    return "\(source.path):\(start.line):\(start.column)+\(mark.end - mark.start)"
  }
}

extension SpecFiles {
  /// Files by their paths; the folder `link` is a link to `shared`.
  static func inMemory(_ files: [String: String]) -> SpecFiles {
    SpecFiles(
      read: { path throws(Failure) in
        let name = normal(path)
        guard let text = files[name] else { throw Failure("No such file or directory") }
        let folder = name.split(separator: "/").dropLast().joined(separator: "/")
        return Source(path: path, bytes: Array(text.utf8), folder: "../specs" + (folder.isEmpty ? "" : "/" + folder))
      },
      list: { folder throws(Failure) in
        let start = normal(folder).isEmpty ? "" : normal(folder) + "/"
        let inside = files.keys.map(normal).filter { $0.hasPrefix(start) }.map { $0.dropFirst(start.count) }
        if inside.isEmpty { throw Failure("No such file or directory") }
        return Set(inside.map { $0.split(separator: "/") }.map { [String($0[0]), $0.count > 1 ? "folder" : "file"] })
          .map {
            Entry(name: $0[0], kind: $0[1] == "file" ? .file : .folder)
          }
      },
      identity: { files[normal($0)] == nil ? nil : normal($0) })
  }

  private static func normal(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
