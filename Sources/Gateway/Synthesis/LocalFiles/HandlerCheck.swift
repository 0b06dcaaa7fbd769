import CloudFormation
import Diagnostics
import SpecReading

extension Synthesis {
  /// Reports functions whose local folder of code has no file for the handler.
  mutating func checkHandlers() {
    guard let content, !localPaths.isEmpty else { return }
    for function in names.spec.functions { checkHandler(of: names.id(.function(function.name)), content) }
    for element in names.spec.resources { checkHandler(of: element.name, content) }
  }

  private mutating func checkHandler(of id: String, _ content: LocalContent) {
    // Else `sam build` makes the file.
    guard let resource = template[id], resource.metadata?.object?["BuildMethod"] == nil else { return }
    switch resource.type {
    case "AWS::Lambda::Function": check(resource.properties, code: "Code", content)
    case "AWS::Serverless::Function":
      var properties = template.section("Globals")["Function"]?.object ?? Object()
      properties.merge(resource.properties)
      check(properties, code: "CodeUri", content)
    default: break
    }
  }

  private mutating func check(_ function: Object, code: String, _ content: LocalContent) {
    guard let member = function.member(code), let folder = member.value.uploadedPath.flatMap({ localPaths[$0] }),
      let handler = function.member("Handler"), let text = handler.value.text,
      let runtime = function["Runtime"]?.text, let file = HandlerFile(text, runtime: runtime),
      // Layers bring files as well, and an empty folder is one that a build fills.
      function["Layers"] == nil, content.boundary?.contains(folder) ?? true,
      let names = content.names(in: folder), !names.isEmpty, !file.exists(in: folder, content)
    else { return }
    let inside = file.folder.isEmpty ? names : content.names(in: FilePath.join(folder + "/", file.folder)) ?? []
    fail(
      .handlerNotFound, at: place(of: handler, .nowhere),
      "\(Reader.quoted(folder.isEmpty ? "." : folder)) has no \(file.expected)",
      related: [Related(message: "the folder of the code", mark: place(of: member, .nowhere))],
      help: file.help(names: inside))
  }
}
