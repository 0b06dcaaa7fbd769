import SpecReading
import TextSearch

/// An ARN, taken apart; what it lacks is empty.
struct Arn {
  let partition: String
  let service: String
  let region: String
  let account: String
  let resource: String
  /// Whether the parts are surely those of AWS: what references give has no colons.
  let isDivided: Bool

  init(_ text: String, isDivided: Bool = true) {
    self.isDivided = isDivided
    var parts = Arn.parts(of: text)
    parts += Array(repeating: "", count: 6 - parts.count)
    (partition, service, region) = (parts[1], parts[2], parts[3])
    (account, resource) = (parts[4], parts[5])
  }

  /// The six parts of an ARN. A colon in a reference, as in `${AWS::Region}`, does not separate any.
  private static func parts(of text: String) -> [String] {
    var (parts, part, isReference) = ([String](), [UInt8](), false)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{"), part.last == UInt8(ascii: "$") { isReference = true }
      if byte == UInt8(ascii: "}") { isReference = false }
      if byte == UInt8(ascii: ":"), !isReference, parts.count < 5 {
        parts.append(String(decoding: part, as: UTF8.self))
        part = []
      } else {
        part.append(byte)
      }
    }
    return parts + [String(decoding: part, as: UTF8.self)]
  }

  /// The message and the help for an account that does not have 12 digits.
  var flawOfAccount: (message: String, help: String)? {
    account.utf8.count == 12 && isAccountNumber
      ? nil : ("\(Reader.quoted(account)) is not an account", "an account has 12 digits")
  }

  /// The message and the help for a region of another form than AWS's.
  var flawOfRegion: (message: String, help: String)? {
    region.isEmpty || ArnForm.isRegion(region)
      ? nil : ("\(Reader.quoted(region)) is not a region", "a region is like `eu-west-1`")
  }

  /// Whether the account is a number, and not a placeholder.
  var isAccountNumber: Bool { !account.isEmpty && account.utf8.allSatisfy { 0x30...0x39 ~= $0 } }

  /// The message and the help for an invalid ARN as the target of a VPC link, and what to write: a listener of this type of load balancer, or
  /// a Cloud Map service.
  func flaw(asTargetOf type: LoadBalancerType?) -> (message: String, help: String)? {
    if let type { flaw(asListenerOf: type) } else { flawAsService }
  }

  private func flaw(asListenerOf type: LoadBalancerType) -> (message: String, help: String)? {
    let path = type == .application ? "app" : "net"
    let help = "a listener's ARN ends in `:listener/\(path)/NAME/ID/ID`; the load balancer's page lists them"
    guard service == "elasticloadbalancing" else { return ("this is not the ARN of a listener", help) }
    switch resource.prefix(while: { $0 != "/" }) {
    case "listener" where resource.hasPrefix("listener/\(path)/"): return nil
    case "listener" where resource.hasPrefix("listener/\(type == .application ? "net" : "app")/"):
      return type == .application
        ? ("this is the ARN of a network load balancer's listener", "name it under `nlb`")
        : ("this is the ARN of an application load balancer's listener", "name it under `alb`")
    case "loadbalancer": return ("this is the ARN of a load balancer, not of one of its listeners", help)
    case "targetgroup": return ("this is the ARN of a target group, not of a listener", help)
    case "listener-rule": return ("this is the ARN of a listener's rule, not of the listener", help)
    default: return ("this is not the ARN of a listener", help)
    }
  }

  private var flawAsService: (message: String, help: String)? {
    if service == "servicediscovery", resource.hasPrefix("service/") { return nil }
    return (
      "this is not the ARN of a Cloud Map service",
      "it begins with `arn:aws:servicediscovery:` and ends in `:service/srv-…`"
    )
  }
}

extension PrivateTarget {
  /// The type of load balancer whose listener it names; none for a Cloud Map service.
  var balancerType: LoadBalancerType? { asListener.map { type(of: $0).type } }
}
