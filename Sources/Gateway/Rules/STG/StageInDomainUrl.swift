import CloudFormation
import Diagnostics
import SpecReading
import YAMLTree

extension Rule {
  /// Reports URLs of custom domains with the name of a stage, which only the default endpoint has, or without a base path.
  static func checkUrlsOfDomains(_ model: Model, _ report: inout Report) {
    // By host, or by the ID of a domain whose host `Ref` gives.
    var groups: [String: [Model.ApiMapping]] = [:]
    for group in model.domains.mappingsByHost where group.allSatisfy({ $0.pathText != nil }) {
      for host in [group[0].hostText, group[0].domain?.resource.id] { if let host { groups[host] = group } }
    }
    if groups.isEmpty { return }
    model.forEachUrl { text, mark in
      guard let scheme = ["https://", "wss://"].first(where: text.hasPrefix) else { return }
      let url = text.dropFirst(scheme.count)
      let host = url.prefix { $0 != "/" }
      let reference = SpelledReference.first(of: host).flatMap { $0.attribute.isEmpty && $0.rest.isEmpty ? $0.id : nil }
      guard let group = groups[reference ?? String(host)] else { return }
      check(path: url[host.endIndex...], at: mark, group, model, &report)
    }
  }

  private static func check(
    path: Substring, at mark: Mark, _ mappings: [Model.ApiMapping], _ model: Model, _ report: inout Report
  ) {
    let parts = path.prefix { !"?#".contains($0) }.split(separator: "/").map(String.init)
    let levels = mappings.map { ($0, ($0.pathText ?? "").split(separator: "/").map(String.init)) }
    let fitting = levels.filter { parts.starts(with: $0.1) }.max { $0.1.count < $1.1.count }
    guard let (mapping, base) = fitting ?? levels.first, let api = mapping.api else { return }
    let rest = parts.dropFirst(fitting == nil ? 0 : base.count)
    if fitting == nil, mapping.domain != nil, model.hasRoute(beginningWith: parts, api) {
      return report.report(
        at: mark, "`/\(parts.joined(separator: "/"))` does not begin with the base path of \(mapping.hostWords)",
        related: [Related(message: "the base path", mark: mapping.mark)],
        help: "begin the path with `/\(base.joined(separator: "/"))`")
    }
    guard let segment = rest.first, api.stageNames?.contains(segment) ?? false, !model.mayHaveRoute(rest, api) else {
      return
    }
    report.report(
      at: mark, "URLs of \(mapping.hostWords) have no stage in their path, found `/\(segment)`",
      related: [Related(message: "the host leads to the stage", mark: mapping.mark)],
      help: "remove `/\(segment)`"
        + (fitting == nil ? ", and begin the path with `/\(base.joined(separator: "/"))`" : ""))
  }
}

extension Model {
  /// Visits texts that may be URLs: those that functions compose, variables of functions, and outputs.
  fileprivate func forEachUrl(_ visit: (String, Mark) -> Void) {
    for url in composedUrls { visit(url.text, url.mark) }
    for function in functions {
      for variable in function["Environment"]?["Variables"]?.members ?? [] {
        if let text = variable.text { visit(text, variable.mark) }
      }
    }
    for output in names.spec.outputs {
      guard let node = names.tree.value(ofOutput: output.value.node), let text = spec.values.value(node).text else {
        continue
      }
      visit(text, names.tree.mark(node))
    }
  }

  /// Whether a route of an HTTP API begins with the literal first segment of a path, and fits the rest.
  fileprivate func hasRoute(beginningWith path: [String], _ api: Api) -> Bool {
    paths(of: api)?.contains { $0.first == path.first && !path.isEmpty && Rule.mayBegin($0, with: path[...]) } ?? false
  }

  /// Whether a route of an HTTP API may begin like a path.
  fileprivate func mayHaveRoute(_ path: ArraySlice<String>, _ api: Api) -> Bool {
    if api.isWebSocket == true { return false }
    return paths(of: api)?.contains { Rule.mayBegin($0, with: path) } ?? true
  }
}
