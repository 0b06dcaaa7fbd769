import CloudFormation
import Diagnostics
import Gateway
import SpecReading
import YAMLTree

/// A spec of several files that stand in memory, compiled.
struct Assembled {
  let template: Template
  let offered: ChoicesOffered?
  /// Each as `FILE:LINE:COLUMN: SEVERITY: MESSAGE [ID] (HELP)`, other places as `… <- FILE:LINE:COLUMN`.
  let findings: [String]

  /// Compiles `first`, which is one of the files.
  init(_ files: [String: String], first: String = "spec.yaml", env: String? = nil, set: [String: String] = [:]) {
    let tree = Tree()
    let reader = Reader(tree: tree)
    let source = Source(path: first, bytes: Array((files[first] ?? "").utf8))
    var assembly = Assembly(
      reader: reader, choices: Choices(environment: env, settings: set), files: .inMemory(files))
    var findings = Findings()
    if let root = assembly.root(of: source), let spec = reader.read(Spec.self, from: root) {
      let resolved = ResolvedSpec(spec, reader: reader)
      let result = resolved.synthesize(pathPrefix: "../specs")
      findings.report(resolved.findings.sorted)
      findings.report(Rules.check(resolved).sorted)
      findings.report(result.findings.sorted)
      template = result.template.root
    } else {
      template = Template()
    }
    findings.report(reader.findings.sorted)
    offered = assembly.offered
    self.findings = findings.sorted.map { finding in
      let related = finding.related.map { " <- " + Assembled.place($0.mark, tree) }.joined()
      let help = finding.help.map { " (\($0))" } ?? ""
      return
        "\(Assembled.place(finding.mark, tree)): \(finding.severity.rawValue): \(finding.message) [\(finding.id)]\(related)\(help)"
    }
  }

  /// A single file.
  init(_ text: String, env: String? = nil, set: [String: String] = [:]) {
    self.init(["spec.yaml": text], env: env, set: set)
  }

  /// What is wrong, without what to do about it.
  var messages: [String] { findings.map { String($0.prefix { $0 != "(" }.dropLast($0.contains(" (") ? 1 : 0)) } }

  /// A property of a resource, as JSON without spaces.
  func property(_ id: String, _ name: String) -> String? { template[id]?.properties[name].map(json) }

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

  private static func place(_ mark: Mark, _ tree: Tree) -> String {
    if mark.isNowhere { return "nowhere" }
    let source = tree.sources[Int(mark.source)]
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
