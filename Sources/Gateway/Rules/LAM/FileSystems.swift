import SpecReading

extension Rule {
  /// File systems of functions.
  static let fileSystem = Rule(
    id: "LAM044",
    severity: .error,
    summary: "function with a file system and without a VPC, or with an invalid mount path",
    why: """
      A function reaches its file systems through its VPC. Without `VpcConfig` the deployment fails: "Function must be configured to
      execute in a VPC to reference access point". They are mounted in folders below `/mnt`.
      """,
    source:
      "Lambda's API reference of FileSystemConfig (LocalMountPath); public reports of the message (cfn-lint#4369)",
    example: """
      vpcs:
        main: {id: vpc-0123456789abcdef0, privateSubnets: subnet-0123456789abcdef0}
      functions:
        books:
          runtime: nodejs24.x
          handler: index.handler
          code: src/books
          ⟪→
          vpc: main
          ⟫
          properties:
            ⟦FileSystemConfigs⟧:
              - Arn: arn:aws:elasticfilesystem:eu-west-1:111122223333:access-point/fsap-0123456789abcdef0
                LocalMountPath: ⟦⟪→/mnt⟫/books⟧
      outputs:
        Books: {Value: !GetAtt functions.books.Arn}
        Vpc: {Value: !Ref vpcs.main}
      """,
    check: { model, report in
      for function in model.functions {
        guard let systems = function["FileSystemConfigs"] else { continue }
        if function.lacks("VpcConfig"), systems.items?.isEmpty == false {
          report.report(
            at: systems, "a function with a file system must be in a VPC",
            help: function.isRaw ? "add `VpcConfig` with subnets of the file system" : "set `vpc` or `subnets`")
        }
        for system in systems.items ?? [] {
          for (path, text) in system["LocalMountPath"]?.choices ?? [] where !isMountPath(text) {
            let name = text.split(separator: "/").joined(separator: "-").filter { $0.isASCII && !$0.isWhitespace }
            report.report(
              at: path, "\(Reader.quoted(text)) is not a folder in `/mnt`",
              help: "write `/mnt/\(name.isEmpty ? "files" : name)`")
          }
        }
      }
    })

  private static func isMountPath(_ text: String) -> Bool {
    guard text.hasPrefix("/mnt/"), text.utf8.count > 5 else { return false }
    return String(text.dropFirst(5)).isMade(ofLettersDigitsAnd: "-_.")
  }
}
