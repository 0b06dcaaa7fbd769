import ArgumentParser
import CloudFormation

/// The options that change what is written.
struct StyleOptions: ParsableArguments {
  @Flag(help: "Write the place, file and line of each resource in the spec into its `Metadata`.")
  var sourceMap = false

  @Flag(
    help: """
      Write a cloud assembly for the AWS CDK (`cdk deploy --app DIR`): manifest.json and the list of the assets of each \
      stack, beside the templates.
      """)
  var assembly = false

  /// The chosen values.
  var style: OutputStyle { OutputStyle(hasSourceMap: sourceMap, isAssembly: assembly) }
}

/// Additions to the templates that are written.
struct OutputStyle {
  /// Whether resources have their places in the spec as `Metadata`.
  var hasSourceMap = false
  /// Whether the output is a cloud assembly.
  var isAssembly = false

  /// Checks combinations of options that the parser does not check.
  func checkUsage(output: String) throws {
    if isAssembly, output == Generation.standardOutput || OutputFolder.isFile(output) {
      throw ValidationError("--assembly writes several files; set a folder with -o DIR")
    }
  }

  /// The template to write.
  func template(of compilation: Compilation) -> SplitTemplate {
    hasSourceMap ? compilation.templateWithSourceMap : compilation.template
  }

  /// Checks that a template is not too large because of what is added to it.
  func checkSize(of bytes: [UInt8], path: String) throws(FileProblem) {
    if hasSourceMap, bytes.count > SplitTemplate.Limit.bytes {
      throw FileProblem(
        .unwritableFile, path: path,
        reason: "with --source-map it has \(bytes.count) bytes; CloudFormation allows \(SplitTemplate.Limit.bytes)")
    }
  }
}
