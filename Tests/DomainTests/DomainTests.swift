import CloudFormation
import Support
import Testing

@testable import Gateway

@Suite("Domains")
struct DomainTests {
  @Test("All options of a domain")
  func all() throws {
    let spec = Compiled(
      """
      tags: {project: bookstore}
      domains:
        api.example.com:
          certificate: \(Snippet.certificate)
          certificateName: books
          ipAddressType: dualstack
          mutualTls: {truststore: s3://trust/clients.pem, version: abc}
          ownershipCertificate: arn:aws:acm:eu-west-1:111122223333:certificate/99998888-7777-6666-5555-444433332222
          hostedZone: Z0123456789EXAMPLE
          securityPolicy: TLS_1_2
          tags: {team: web}
      """ + "\n" + Snippet.api + "    domain: api.example.com\n")
    #expect(spec.lines == [])
    let domain = try #require(spec.resources("AWS::ApiGatewayV2::DomainName").first)
    #expect(domain.id == "ApiExampleComDomain")
    #expect(
      Value.object(domain.properties) == [
        "DomainName": "api.example.com",
        "DomainNameConfigurations": [
          [
            "CertificateArn": .string(Snippet.certificate), "CertificateName": "books", "EndpointType": "REGIONAL",
            "IpAddressType": "dualstack",
            "OwnershipVerificationCertificateArn":
              "arn:aws:acm:eu-west-1:111122223333:certificate/99998888-7777-6666-5555-444433332222",
            "SecurityPolicy": "TLS_1_2",
          ]
        ],
        "MutualTlsAuthentication": ["TruststoreUri": "s3://trust/clients.pem", "TruststoreVersion": "abc"],
        "Tags": ["project": "bookstore", "team": "web"],
      ])
  }

  @Test("A hosted zone gets alias records and the validation record of a created certificate")
  func zone() {
    let spec = Compiled(
      """
      tags: {project: bookstore}
      domains:
        api.example.com: {certificate: true, hostedZone: Zone}
      """ + "\n" + Snippet.api + """
            domain: api.example.com
        resources:
          Zone: {Type: AWS::Route53::HostedZone, Properties: {Name: example.com}}
        """)
    #expect(spec.lines == [])
    let certificates = spec.resources("AWS::CertificateManager::Certificate")
    #expect(certificates.map(\.id) == ["ApiExampleComDomainCertificate"])
    #expect(
      certificates.map { Value.object($0.properties) } == [
        [
          "DomainName": "api.example.com",
          "DomainValidationOptions": [["DomainName": "api.example.com", "HostedZoneId": .ref("Zone")]],
          "ValidationMethod": "DNS", "Tags": [["Key": "project", "Value": "bookstore"]],
        ]
      ])
    let records = spec.resources("AWS::Route53::RecordSet")
    #expect(records.map(\.id) == ["ApiExampleComDomainIpv4Record", "ApiExampleComDomainIpv6Record"])
    for (record, type) in zip(records, ["A", "AAAA"]) {
      #expect(
        Value.object(record.properties) == [
          "Name": "api.example.com", "Type": .string(type), "HostedZoneId": .ref("Zone"),
          "AliasTarget": [
            "DNSName": .getAtt("ApiExampleComDomain", "RegionalDomainName"),
            "HostedZoneId": .getAtt("ApiExampleComDomain", "RegionalHostedZoneId"),
          ],
        ])
    }
  }

  @Test("An existing domain is not created; DNS records are, if their target is known")
  func existing() {
    let spec = Compiled(
      """
      domains:
        main:
          exists: true
          name: api.example.com
          hostedZone: Z0123456789EXAMPLE
          regionalDomainName: d-abc.execute-api.eu-west-1.amazonaws.com
          regionalHostedZoneId: ZLY8HYME6SFDD
      """ + "\n" + Snippet.api + """
            domain: main
        outputs:
          Target: {Value: !GetAtt domains.main.RegionalDomainName}
          Host: {Value: !Ref domains.main}
        """)
    #expect(spec.lines == [])
    #expect(spec.resources("AWS::ApiGatewayV2::DomainName").isEmpty)
    #expect(
      spec.resources("AWS::Route53::RecordSet").map { $0.properties["AliasTarget"] }
        == Array(
          repeating: ["DNSName": "d-abc.execute-api.eu-west-1.amazonaws.com", "HostedZoneId": "ZLY8HYME6SFDD"], count: 2
        ))
    #expect(spec.mappings.map { $0.properties["DomainName"] } == ["api.example.com"])
    #expect(spec.output("Target") == "d-abc.execute-api.eu-west-1.amazonaws.com")
    #expect(spec.output("Host") == "api.example.com")
  }

  @Test(
    "An existing domain cannot have creation options, and needs `exists: true`",
    arguments: [
      ("{exists: true, certificate: true}", "SPEC005"), ("{exists: false}", "SPEC004"),
    ])
  func existence(domain: String, id: String) {
    let spec = Compiled("domains:\n  api.example.com: \(domain)\n" + Snippet.api + "    domain: api.example.com\n")
    #expect(spec.mistakes.map(\.id) == [id])
  }

  @Test("Places of a domain, of its parts and of mappings")
  func places() {
    let spec = Compiled(
      """
      domains:
        api.example.com: {certificate: true, hostedZone: Z0123456789EXAMPLE, logicalIds: {certificate: Proof}}
      """ + "\n" + Snippet.api + """
            logicalIds: {domain: Front}
            domain: api.example.com
          authors:
            routes: {$default: "https://authors.example.com"}
            disableExecuteApiEndpoint: true
            domain: [{name: api.example.com/a, logicalId: Authors}, api.example.com/b]
        outputs:
          Host: {Value: !Ref domains.api.example.com}
          Target: {Value: !GetAtt domains.api.example.com.RegionalDomainName}
          Sentence: {Value: !Sub "${domains.api.example.com} is ${domains.api.example.com.RegionalDomainName}"}
          Certificate: {Value: !Ref domains.api.example.com.certificate}
          Record: {Value: !Ref domains.api.example.com.records.AAAA}
          Mapping: {Value: !GetAtt apis.store.domain.ApiMappingId}
          First: {Value: !Ref apis.authors.domain.api.example.com/a}
          Second: {Value: !GetAtt apis.authors.domain.api.example.com/b.ApiMappingId}
        overrides:
          domains.api.example.com.records.A: {Properties: {AliasTarget: {EvaluateTargetHealth: false}}}
        """)
    #expect(spec.lines == [])
    #expect(spec.output("Host") == .ref("ApiExampleComDomain"))
    #expect(spec.output("Target") == .getAtt("ApiExampleComDomain", "RegionalDomainName"))
    #expect(
      spec.output("Sentence") == ["Fn::Sub": "${ApiExampleComDomain} is ${ApiExampleComDomain.RegionalDomainName}"])
    #expect(spec.output("Certificate") == .ref("Proof"))
    #expect(spec.output("Record") == .ref("ApiExampleComDomainIpv6Record"))
    #expect(spec.output("Mapping") == .getAtt("Front", "ApiMappingId"))
    #expect(spec.output("First") == .ref("Authors"))
    #expect(spec.output("Second") == .getAtt("ApiExampleComAtBMapping", "ApiMappingId"))
  }

  @Test("A misspelled domain or attribute gets a suggestion")
  func misspelt() {
    let spec = Compiled(
      Snippet.domain + Snippet.api + """
            domain: api.example.com
        outputs:
          A: {Value: !Ref domains.api.exmaple.com}
          B: {Value: !GetAtt domains.api.example.com.RegionalDomain}
        """)
    #expect(
      spec.findings.map(\.help) == ["did you mean `domains.api.example.com`?", "did you mean `RegionalDomainName`?"])
  }

  @Test("An unused domain")
  func unused() {
    let spec = Compiled(Snippet.domain + Snippet.api.replacing("    disableExecuteApiEndpoint: true\n", with: ""))
    #expect(spec.mistakes.map(\.id) == ["REF007"])
  }

  @Test("Similar hosts have different IDs")
  func ids() {
    let names = [
      "api.example.com", "api.examplecom", "apiexample.com", "api-example.com", "apiExampleCom", "a.pi.example.com",
      "api.example-com", "*.api.example.com", "1api.example.com",
    ]
    #expect(Set(names.map { Place.domain($0).id }).count == names.count)
    #expect(Place.domain("api.example.com").id == "ApiExampleComDomain")
  }

  @Test("Similar mappings have different IDs")
  func mappingIds() {
    let texts = [
      "api.example.com/v1", "api.example.com.v1", "api.example.com/V1", "api.example.com/v-1", "api.example.com.at.v1",
      "api.example.com/at/v1", "api.example.com/v1/at", "api.example.com", "api.example.com/a/b", "api.example.com/ab",
    ]
    let ids = texts.map { text in
      Compiled(Snippet.api + "    domain: \(text)\n").mappings.first?.id ?? ""
    }
    #expect(Set(ids).count == texts.count)
    #expect(ids.first == "ApiExampleComAtV1Mapping")
  }

  @Test("The ID of a mapping does not depend on its API, stage or the name of its domain")
  func stableId() {
    let texts = [
      Snippet.domain + Snippet.api + "    domain: api.example.com/v1\n",
      Snippet.domain + Snippet.api.replacing("store", with: "shop")
        + "    domain: [api.example.com, api.example.com/v1]\n",
      Snippet.domain.replacing("api.example.com: {", with: "main: {name: api.example.com, ") + Snippet.api
        + "    stages: {dev: {domain: main/v1}}\n",
      Snippet.api + "    domain: api.example.com/v1\n",
    ]
    for text in texts { #expect(Compiled(text).mappings.contains { $0.id == "ApiExampleComAtV1Mapping" }) }
  }

  @Test("A stage with the name of a domain keeps its output")
  func outputNames() {
    let spec = Compiled(
      """
      parameters: {Host: {Type: String}}
      domains:
        dev: {name: !Ref Host, certificate: true, hostedZone: Z0123456789EXAMPLE}
      """ + "\n" + Snippet.api.replacing("true", with: "false") + "    stages: {dev: {domain: dev}}\n")
    #expect(spec.mistakes.map(\.id) == [])
    #expect(spec.template.outputs.members.filter { $0.key.hasPrefix("StoreDevUrl") }.count == 2)
  }
}
