import CloudFormation
import Diagnostics
import SpecReading

extension Synthesis {
  /// Reports functions whose local folder of code has no file for the handler.
  mutating func checkHandlers() {
    guard let content, !localPaths.isEmpty else { return }
    let globals = template.sections["Globals"]?.object?["Function"]?.object ?? Object()
    for index in template.resources.indices {
      let isServerless = template.resources[index].type == "AWS::Serverless::Function"
      guard isServerless || template.resources[index].type == "AWS::Lambda::Function",
        // Else `sam build` makes the file.
        template.resources[index].metadata?.object?["BuildMethod"] == nil
      else { continue }
      if isServerless {
        var properties = globals
        properties.merge(template.resources[index].properties)
        checkHandler(of: properties, code: "CodeUri", content)
      } else {
        checkHandler(of: template.resources[index].properties, code: "Code", content)
      }
    }
  }

  private mutating func checkHandler(of function: Object, code: String, _ content: LocalContent) {
    guard let member = function.member(code), let folder = member.value.uploadedPath.flatMap({ localPaths[$0] }),
      let handler = function.member("Handler"), let text = handler.value.text,
      let runtime = function["Runtime"]?.text, let file = HandlerFile(text, runtime: runtime),
      // Layers bring files as well, and an empty folder is one that a build fills.
      function["Layers"] == nil, content.boundary?.contains(folder) ?? true,
      let names = content.names(in: folder), !names.isEmpty, !file.exists(in: folder, content)
    else { return }
    let inside = file.folder.isEmpty ? names : content.names(in: FilePath.join(folder + "/", file.folder)) ?? []
    fail(
      .handlerNotFound, at: place(of: handler, .nowhere), "\(Reader.quoted(folder)) has no \(file.expected)",
      related: [Related(message: "the folder of the code", mark: place(of: member, .nowhere))],
      help: file.help(names: inside))
  }
}
