import Support
import Testing

/// A wrong indentation gives one finding, which names the key and its place.
@Suite struct IndentationTests {
  private static let right = """
    parameters:
      Key:
        Type: String
        NoEcho: true
    environments:
      prod:
        host: store
    variables:
      host: dev
    functions:
      books:
        runtime: nodejs24.x
        handler: index.handler
        code:
          inline: "exports.handler = async () => ({statusCode: 200})"
      orders:
        runtime: nodejs24.x
        handler: index.handler
        memory: 256
        code:
          inline: "exports.handler = async () => ({statusCode: 200})"
        environment:
          KEY: !Ref Key
    apis:
      store:
        cors:
          allowOrigins: https://$(host).example.com
          maxAge: 1h
        authorizers:
          users:
            jwt:
              issuer: https://login.example.com
              audience: store
        stages:
          $default:
            throttle:
              rate: 10
              burst: 20
        routes:
          GET /books:
            lambda: books
            auth: none
          GET /orders:
            lambda: orders
            auth: users
    resources:
      Jobs:
        Type: AWS::SQS::Queue
        Properties:
          RedrivePolicy:
            deadLetterTargetArn: !GetAtt Failures.Arn
            maxReceiveCount: 5
      Failures:
        Type: AWS::SQS::Queue
    outputs:
      Jobs:
        Value: !Ref Jobs
        Description: the queue

    """

  @Test func theSpecIsRight() { #expect(Compiled(Self.right).shown.isEmpty) }

  /// Moves the lines of a block; the first is line 1 of what begins with a text.
  private static func moved(_ first: String, _ lines: ClosedRange<Int>, by spaces: Int) -> String {
    var all = right.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = all.firstIndex(where: { $0 == first }) else { return "" }
    for line in lines {
      let index = start + line - 1
      all[index] =
        spaces > 0 ? String(repeating: " ", count: spaces) + all[index] : String(all[index].dropFirst(-spaces))
    }
    return all.joined(separator: "\n")
  }

  @Test(arguments: [
    // Keys that are not indented below theirs.
    ("  books:", 2...5, -2, "`runtime` is not indented below `books`"),
    ("    environment:", 1...2, -2, "`environment` is not indented below `orders`"),
    ("    cors:", 2...3, -2, "`allowOrigins` is not indented below `cors`"),
    ("    authorizers:", 2...5, -2, "`users` is not indented below `authorizers`"),
    ("        throttle:", 2...3, -2, "`rate` is not indented below `throttle`"),
    ("      GET /books:", 2...3, -2, "`lambda` is not indented below `GET /books`"),
    ("    routes:", 2...7, -2, "`GET /books` is not indented below `routes`"),
    ("    routes:", 1...7, -2, "`routes` is not indented below `store`"),
    ("  orders:", 5...6, -2, "`code` is not indented below `orders`"),
    ("parameters:", 2...4, -2, "`Key` is not indented below `parameters`"),
    ("  Key:", 2...3, -2, "`Type` is not indented below `Key`"),
    ("  prod:", 2...2, -2, "`host` is not indented below `prod`"),
    ("  Failures:", 2...2, -2, "`Type` is not indented below `Failures`"),
    ("    Properties:", 1...4, -2, "`Properties` is not indented below `Jobs`"),
    ("      RedrivePolicy:", 2...3, -2, "`deadLetterTargetArn` is not indented below `RedrivePolicy`"),
    ("outputs:", 3...4, -2, "`Value` is not indented below `Jobs`"),
    // Keys that are indented too far.
    ("apis:", 1...1, 2, "`apis` is indented too far"),
    ("apis:", 1...22, 2, "`apis` is indented too far"),
    ("resources:", 1...1, 2, "`resources` is indented too far"),
    ("outputs:", 1...4, 2, "`outputs` is indented too far"),
    ("    authorizers:", 1...1, 2, "`authorizers` is indented too far"),
    ("    stages:", 1...5, 2, "`stages` is indented too far"),
    ("  orders:", 1...1, 2, "`orders` is indented too far"),
    ("  Failures:", 1...2, 2, "`Failures` is indented too far"),
    ("      GET /orders:", 1...1, 2, "`GET /orders` is indented too far"),
  ])
  func oneWrongIndentationGivesOneFinding(
    _ first: String, _ lines: ClosedRange<Int>, _ spaces: Int, _ message: String
  ) {
    let shown = Compiled(Self.moved(first, lines, by: spaces)).shown
    #expect(shown.map(\.message) == [message], "\(shown.map { "\($0.id) \($0.message)" })")
  }

  @Test(arguments: [
    (
      "apis: {a: {routes: {GET /: https://example.com, defaultAuth: iam}}}", "`defaultAuth` does not belong here",
      "write it beside `routes`: it is a key of `a`"
    ),
    (
      "apis: {a: {routes: {GET /: https://example.com, auth: none}}}", "`auth` does not belong here",
      "write it in the value of `GET /`, as a mapping"
    ),
    (
      "apis: {a: {cors: {allowOrigins: '*', stage: live}, routes: {GET /: https://example.com}}}",
      "`stage` does not belong here", "write it beside `cors`: it is a key of `a`"
    ),
    (
      "apis:\n  a:\n    routes:\n      GET /: {http: https://example.com}\n      throttle: {rate: 1, burst: 1}\n",
      "`throttle` is not indented below `GET /`",
      "indent it by two spaces more than `GET /`, or like `routes`: it is a key of `a`"
    ),
    (
      "functions:\n  runtime: nodejs24.x\n  code: src\napis: {a: {routes: {GET /: f}}}\n",
      "`runtime` is a key of an element, but the element has no name",
      "write a name above `runtime`, and indent the keys below it"
    ),
    (
      "apis:\n  a:\n    routes:\n      GET /: https://example.com\n  resources:\n    Topic: {Type: AWS::SNS::Topic}\n",
      "`resources` is indented too far", "write it without indentation: it is a section"
    ),
  ])
  func theHelpNamesThePlace(_ text: String, _ message: String, _ help: String) {
    let shown = Compiled(text).shown
    #expect(shown.map(\.message) == [message] && shown.first?.help == help, "\(shown)")
  }

  /// Help of its own is better than the place.
  @Test func knownWordsHaveTheirOwnHelp() {
    let shown = Compiled(
      "apis:\n  a:\n    routes:\n      GET /:\n        http: https://example.com\n        cors: true\n"
    ).shown
    #expect(shown.map(\.message) == ["unknown key `cors`"])
    #expect(shown.first?.help?.hasPrefix("set `cors` on the API") ?? false)
  }

  /// Elements with the names of keys or sections are elements if their own keys are those of elements.
  @Test(arguments: [
    "functions: {code: {runtime: nodejs24.x, handler: a.b, code: src, memry: 256}}\napis: {a: {routes: {GET /: code}}}",
    "apis: {outputs: {name: a, domian: x, routes: {GET /: https://example.com}}}",
  ])
  func namesMayBeThoseOfKeys(_ text: String) {
    #expect(Compiled(text).shown.map(\.message).contains { $0.hasPrefix("unknown key") })
  }
}
