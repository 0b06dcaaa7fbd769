extension RoundTripTests {
  /// Rules that are to be found again and are not yet, an area a line.
  static let silent = """
    SPEC030 SPEC031
    API015 API017 API018 API019
    ROU011 ROU012 ROU013 ROU014 ROU015 ROU016 ROU018 ROU020 ROU022
    STG018 STG026 STG027 STG028 STG029 STG032

    SEC001 SEC002 SEC003 SEC004

    INT009 INT014 INT015 INT016 INT023 INT024 INT033 INT034
    MAP008
    LAM005 LAM006 LAM007 LAM008 LAM009 LAM010 LAM011 LAM013 LAM016 LAM017 LAM021 LAM022
    WS003 WS011 WS013 WS016 WS023 WS024 WS026 WS031 WS032 WS035
    VPC005 VPC006 VPC007 VPC013 VPC015 VPC016 VPC017 VPC019 VPC020 VPC021 VPC022 VPC026 VPC030 VPC032
    LB001 LB002 LB003 LB004 LB006 LB007 LB008 LB009 LB011 LB012 LB013 LB015 LB016 LB018 LB019 LB020 LB021 LB022 LB023 LB024
    CM001 CM002
    SVC001 SVC002 SVC003 SVC004 SVC006 SVC007 SVC008
    NET001 NET002 NET004 NET005
    DOM005 DOM018 DOM020 DOM021
    QUO001 QUO003 QUO004 QUO005 QUO007
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
    ("STG006", "nothing is written for a route that does not exist"),
    ("STG030", "an access log's format is one text in the template"),
    ("STG031", "nothing is written for a stage that exists"),
    ("AUT029", "an unused definition, which is not written"),
    ("AUT035", "`iam` and `none` are words of the language"),
    ("AUT036", "the ID becomes a part of the issuer's URL, where AUT006 finds it"),
    ("AUT037", "nothing is written for an authorizer that exists"),
    ("INT004", "nothing is written for `payloadFormatVersion` on a WebSocket API"),
    ("INT017", "a route whose action does not exist is left out"),
    ("INT019", "a parameter that the action does not have is left out"),
    ("INT030", "no templates are written on an HTTP API"),
    ("INT035", "a route whose target's form is not known is left out"),
    ("INT036", "speaks of the role that the language would write"),
    ("INT037", "`arn`, `url` and `name` are the language's words; INT025 finds the queue's URL"),
    ("WS004", "`auth: none` and a missing `auth` make the same template"),
    ("WS009", "no integration responses are written for a proxy"),
    ("WS018", "no models are written on an HTTP API"),
    ("WS020", "nothing is written for `apiKeyRequired` on an HTTP API"),
    ("WS025", "`defaultAuth` is a word of the language; nothing is written for it"),
    ("WS027", "an unused definition, which is not written"),
    ("WS030", "the short form `SERVICE:action/NAME` is the language's; WS014 finds the URI"),
    ("WS033", "`senders` is a word of the language; nothing is written for one that cannot be equipped"),
    ("WS034", "the language names the variable, and writes one of the two"),
    ("VPC011", "the template does not say which VPC an existing subnet is in"),
    ("VPC012", "the template does not say which VPC an existing subnet is in"),
    ("VPC014", "a route whose VPC is not known is left out"),
    ("VPC018", "the keys of targets are the language's; VPC028 finds the VPC link"),
    ("VPC027", "speaks of the security group rule that the language would write"),
    ("VPC029", "a VPC link's version is its type in the template"),
    ("VPC031", "the template does not say which security groups an existing load balancer has"),
    ("LB005", "no port is written for a target group of a function"),
    ("LB014", "the template does not say which load balancer an existing listener belongs to"),
    ("LB017", "the template does not say which load balancer is meant beside an existing listener's ARN"),
    ("SVC005", "no DNS records are written in an HTTP namespace"),
    ("DOM010", "the second mapping is left out"),
    ("DOM025", "`domains` is a section of the language; the template only names the host"),
    ("DOM026", "no mapping is written where the stage is not known"),
  ]
}
