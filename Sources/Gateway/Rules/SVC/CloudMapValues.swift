import SpecReading
import TextSearch
import YAMLTree

extension Rule {
  /// Names, attributes and health checks that Cloud Map rejects.
  static let cloudMapValues = Rule(
    id: "SVC010",
    severity: .error,
    premise: .element,
    summary: "name, instance or health check that Cloud Map rejects",
    why: """
      A service's name is a DNS name, an instance has the attributes that the service's DNS records need, and names that begin with
      `AWS_` are reserved. A health check by TCP has no path. Cloud Map rejects anything else: "Required attribute(s)
      AWS_INSTANCE_PORT are missing."
      """,
    source: """
      Cloud Map's CreateService and RegisterInstance; found by deployments (cdk-preflight: servicediscovery-instance-…, \
      servicediscovery-service-…)
      """,
    example: """
      vpcs:
        main:
      cloudMapNamespaces:
        shop: {type: private, name: shop.internal, vpc: main}
      cloudMapServices:
        orders:
          namespace: shop
          name: ⟦shop orders → orders⟧
          instances:
            - {id: ⟦first 1 → first-1⟧, ipv4: ⟦10.0.0.300 → 10.0.0.30⟧, port: 80, attributes: {⟦AWS_STAGE → stage⟧: live}}
            - {id: second, ipv4: ⟦10.0.0.31⟧⟪→ , port: 80⟫}
      outputs:
        Orders: {Value: !GetAtt cloudMapServices.orders.Arn}
      """,
    check: { model, report in
      for namespace in model.resources("AWS::ServiceDiscovery::PublicDnsNamespace") {
        guard let name = namespace["Name"], let text = name.text, !text.contains(".") else { continue }
        report.report(
          at: name, "a public namespace is a domain of several labels, found \(Reader.quoted(text))",
          help: "write a domain that you own, such as `\(text).example.com`")
      }
      for service in model.cloudMapServices {
        if let name = service["Name"], let text = name.text, !CloudMapForm.isServiceName(text) {
          report.report(
            at: name, "\(Reader.quoted(text)) is not a name of a service",
            help: "use labels of up to 63 letters, digits, `-` and `_`, with dots between them")
        }
        checkHealthCheck(of: service, &report)
        let records = Set(service.type == .http ? [] : service.records.compactMap(\.text))
        for instance in service.instances { check(instance, of: service, records, &report) }
      }
    })

  private static func checkHealthCheck(of service: Model.CloudMapService, _ report: inout Report) {
    guard let check = service["HealthCheckConfig"], !check.isFunction else { return }
    if check["Type"]?.text == "TCP", let path = check["ResourcePath"] {
      report.report(at: path, "a health check by TCP has no path", help: "remove it, or use HTTP")
    }
    guard let record = service.records.first(where: { $0.text == "CNAME" }) else { return }
    report.report(
      at: record, "a service with CNAME records has no health check", help: "remove the health check, or use A records")
  }

  private static func check(
    _ instance: Model.Resource, of service: Model.CloudMapService, _ records: Set<String>, _ report: inout Report
  ) {
    if let id = instance["InstanceId"], let text = id.text, !text.isMade(ofLettersDigitsAnd: "_/:.@-") {
      report.report(
        at: id, "\(Reader.quoted(text)) is not an ID of an instance",
        help: "use letters, digits and `_`, `/`, `:`, `.`, `@` and `-`")
    }
    guard let attributes = instance["InstanceAttributes"], !attributes.isFunction else { return }
    for attribute in attributes.members {
      if CloudMapForm.isReserved(attribute.name) {
        report.report(
          at: attribute.key,
          "\(Reader.quoted(attribute.name)) is not an attribute of Cloud Map, and `AWS_` is reserved",
          help: Suggestion.help(for: attribute.name, among: CloudMapForm.attributes, or: "choose another name"))
      } else if attribute.name.unicodeScalars.contains(where: { !("!"..."~").contains($0) }) {
        report.report(
          at: attribute.key, "\(Reader.quoted(attribute.name)) is not a name of an attribute", help: "remove the spaces"
        )
      }
    }
    if let address = attributes["AWS_INSTANCE_IPV4"], let text = address.text {
      if let number = CidrBlock.address(of: text.utf8[...]) {
        if service["HealthCheckConfig"] != nil, service.type == .public, PrivateHost.isOfPrivateNetwork(number) {
          report.report(
            at: address, "Route 53 cannot check the private address `\(text)`",
            help: "remove the health check, or use `customHealthCheck`")
        }
      } else {
        report.report(
          at: address, "\(Reader.quoted(text)) is not an IPv4 address", help: "use an address such as `10.0.0.7`")
      }
    }
    // What is missing may be misspelled.
    guard let missing = CloudMapForm.missing(in: attributes, records).first,
      !attributes.members.contains(where: { CloudMapForm.isReserved($0.name) })
    else { return }
    report.report(
      at: attributes.members.first?.mark ?? instance["InstanceId"]?.mark ?? instance.mark,
      "the instance needs `\(missing.attribute)` for the \(missing.record) record of its service",
      help: "add `\(instance.isRaw ? missing.attribute : missing.word)`")
  }
}

/// The forms of Cloud Map's names and attributes.
enum CloudMapForm {
  /// Its own attributes of instances (source: Cloud Map's RegisterInstance).
  static let attributes = [
    "AWS_ALIAS_DNS_NAME", "AWS_EC2_INSTANCE_ID", "AWS_INIT_HEALTH_STATUS", "AWS_INSTANCE_CNAME", "AWS_INSTANCE_IPV4",
    "AWS_INSTANCE_IPV6", "AWS_INSTANCE_PORT",
  ]

  /// Whether an attribute begins like Cloud Map's own ones without being one of them.
  static func isReserved(_ name: String) -> Bool { name.lowercased().hasPrefix("aws_") && !attributes.contains(name) }

  /// Whether a text is a DNS name, of up to 127 characters (source: Cloud Map's CreateService).
  static func isServiceName(_ text: String) -> Bool {
    text == "."
      || text.utf8.count <= 127
        && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
          label.utf8.count <= 63 && label.isMade(ofLettersDigitsAnd: "-_") && label.first != "-" && label.last != "-"
        }
  }

  /// The attributes that an instance lacks for DNS records; none where Cloud Map finds them itself.
  static func missing(
    in attributes: Model.Property, _ records: Set<String>
  ) -> [(record: String, attribute: String, word: String)] {
    if attributes["AWS_ALIAS_DNS_NAME"] != nil || attributes["AWS_EC2_INSTANCE_ID"] != nil { return [] }
    let needed = [
      ("SRV", "AWS_INSTANCE_PORT", "port"), ("A", "AWS_INSTANCE_IPV4", "ipv4"),
      ("AAAA", "AWS_INSTANCE_IPV6", "attributes: {AWS_INSTANCE_IPV6: …}"),
      ("CNAME", "AWS_INSTANCE_CNAME", "attributes: {AWS_INSTANCE_CNAME: …}"),
    ]
    return needed.filter { records.contains($0.0) && attributes[$0.1] == nil }.map { ($0.0, $0.1, $0.2) }
  }
}
