extension RoundTripTests {
  /// Rules that are to be found again and are not yet, an area a line.
  static let silent = """
    SPEC030 SPEC031
    API017 API019
    ROU011 ROU018
    LAM017 LAM021
    CFN014
    """
    .split(whereSeparator: \.isWhitespace).map(String.init)

  /// Rules of whose bad example nothing reaches the template that they could find there.
  static let exceptions: [(id: String, reason: String)] = [
    ("SPEC005", "the writer takes one of the two keys, so one stage is written"),
    ("SPEC011", "logical IDs of routes are chosen by the language"),
    ("SPEC012", "the stack's name is not in its template"),
    ("REF001", "a name of the language; a route without its integration is left out"),
    ("REF002", "`alb` and `nlb` are the language's words for one and the same integration"),
    ("REF007", "an unused definition; resources are there for their own sake"),
    ("REF008", "names of the language; both things are resources of different logical IDs"),
    ("ROU017", "`auth: none` and a missing `auth` make the same template"),
    ("ROU023", "nothing is written for `returnResponse` on an HTTP API"),
    ("STG029", "`stages` lists all stages of an API; one that `stage` names is intended"),
    ("STG030", "an access log's format is one text in the template"),
    ("STG031", "nothing is written for a stage that exists"),
    ("API015", "the routes of an API of `resources` may be in another template"),
    ("AUT029", "an unused definition, which is not written"),
    ("AUT035", "`iam` and `none` are words of the language"),
    ("AUT036", "the ID becomes a part of the issuer's URL, where AUT006 finds it"),
    ("AUT037", "nothing is written for an authorizer that exists"),
    ("INT030", "no templates are written on an HTTP API"),
    ("INT035", "a route whose target's form is not known is left out"),
    ("INT016", "speaks of the permission that the language would write"),
    ("INT039", "a route whose action is not known is left out"),
    ("INT040", "`parameters` next to the key of a service is the language's; one value is written"),
    ("INT036", "speaks of the role that the language would write"),
    ("INT037", "`arn`, `url` and `name` are the language's words; INT025 finds the queue's URL"),
    ("WS004", "`auth: none` and a missing `auth` make the same template"),
    ("WS018", "a model that no route names is not written"),
    ("WS025", "`defaultAuth` is a word of the language; nothing is written for it"),
    ("WS027", "an unused definition, which is not written"),
    ("WS032", "`allow` is a word of the language; the template has a policy of a role"),
    ("WS033", "`senders` is a word of the language; nothing is written for one that cannot be equipped"),
    ("WS034", "the language names the variable, and writes one of the two"),
    ("VPC011", "the template does not say which VPC an existing subnet is in"),
    ("VPC012", "the template does not say which VPC an existing subnet is in"),
    ("VPC014", "a route whose VPC is not known is left out"),
    ("VPC018", "the keys of targets are the language's; VPC028 finds the VPC link"),
    ("VPC027", "speaks of the security group rule that the language would write"),
    ("VPC029", "a VPC link's version is its type in the template"),
    ("VPC031", "the template does not say which security groups an existing load balancer has"),
    ("VPC032", "the template does not say which VPC an existing subnet is in"),
    ("VPC033", "an integration whose port is not known is left out"),
    ("NET004", "the template does not say which subnets are isolated intentionally"),
    ("CM003", "no `Vpc` is written for such a namespace"),
    ("LB014", "the template does not say which load balancer an existing listener belongs to"),
    ("LB017", "the template does not say which load balancer is meant beside an existing listener's ARN"),
    ("DOM010", "the second mapping is left out"),
    ("DOM025", "`domains` is a section of the language; the template only names the host"),
    ("LB027", "each kind of target is a word of the language; one of them is written"),
    ("DOM028", "nothing is written for a domain that exists"),
    ("DOM030", "a mapping has one base path in the template"),
    ("DOM026", "no mapping is written where the stage is not known"),
  ]
}
