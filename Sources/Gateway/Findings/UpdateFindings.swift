import Diagnostics

/// Effects of an update that `diff` reports.
extension FindingKind {
  /// The deployment fails because something is created before the old one with the same name is deleted.
  public static let updateCollision = FindingKind(
    id: "UPD001", summary: "update that fails because a name is in use",
    why: """
      CloudFormation creates and replaces all resources before it deletes any. A new resource with the name, key or address
      of one that still exists fails with "already exists", and the update is rolled back. Keep the key of the element, or
      change the name together with it. Route 53 may accept a record other than A and AAAA a second time, and the deletion of
      the old resource then removes it.
      """,
    source:
      "CloudFormation user guide, Update behaviors of stack resources; cloudformation-coverage-roadmap issues 330 and 364"
  )

  /// The type of a resource changes under its logical ID.
  public static let updateType = FindingKind(
    id: "UPD002", summary: "update that changes the type of a resource",
    why: """
      CloudFormation rejects another `Type` under the same logical ID: "Update of resource type is not permitted". Use
      another logical ID; then the old resource is deleted and the new one created.
      """,
    source: "CloudFormation user guide, Update behaviors of stack resources")

  /// Data is deleted.
  public static let updateData = FindingKind(
    id: "UPD003", summary: "update that deletes data",
    why: """
      Without a retaining `DeletionPolicy` or `UpdateReplacePolicy`, CloudFormation deletes a resource with everything in it
      as soon as it leaves the template or is replaced. Set the policy in one deployment and remove the resource in the
      next one.
      """,
    source: "CloudFormation user guide, DeletionPolicy attribute; UpdateReplacePolicy attribute")

  /// Data stays outside the stack.
  public static let updateLeavesData = FindingKind(
    id: "UPD004", severity: .warning, summary: "update that leaves a resource behind",
    why: """
      A retained resource is not deleted, but the stack no longer uses it. The resource in its place starts empty: a user pool
      without users, a table without items. Import the old resource into the stack, or refer to it by its ID. AWS does not
      delete a resource with deletion protection, a bucket with objects, and security groups and subnets in use either: they
      stay, and cost money.
      """,
    source:
      "CloudFormation user guide, DeletionPolicy attribute; Elastic Load Balancing user guide, Deletion protection")

  /// A route needs no authorization any longer, or a domain no client certificate.
  public static let updateOpensRoute = FindingKind(
    id: "UPD005", severity: .warning, summary: "route or domain that becomes open",
    why: """
      Callers of the route needed a token, a signature or an API key before the update, and callers of a domain with mutual TLS
      a client certificate. They need none after it. The same applies to function URLs. A load balancer without its web ACL
      gets all requests.
      """,
    source: "API Gateway developer guide, Control access to HTTP APIs")

  /// Clients lose the URL that they use.
  public static let updateAddress = FindingKind(
    id: "UPD006", severity: .warning, summary: "URL that no longer works",
    why: """
      The ID of an API is part of its URL, as are the name of a stage and the base path of a mapping. A client with the old
      URL gets `Not Found`, or no connection at all. A custom domain keeps the URL when the API behind it is replaced.
      """,
    source: "API Gateway developer guide, Invoke HTTP APIs; Custom domain names")

  /// An export is removed or renamed, or gets another value.
  public static let updateExport = FindingKind(
    id: "UPD007", severity: .warning, summary: "export that is removed or gets another value",
    why: """
      CloudFormation rejects the update while another stack imports the export: it can be neither removed nor modified. Remove
      `Fn::ImportValue` there first, or keep the old export for one more deployment.
      """,
    source: "CloudFormation user guide, Outputs; Get exported outputs from a deployed CloudFormation stack")

  /// Removing a property does not remove its effect.
  public static let updateKeeps = FindingKind(
    id: "UPD008", severity: .warning, summary: "setting that stays after it was removed from the template",
    why: """
      API Gateway keeps what is missing in an update: throttling and access logs of a stage, CORS of an API, scopes of a route,
      options of integrations and authorizers that stay. The command in the message deletes the setting. The settings of a
      route stay in a stage when the route is deleted.
      """,
    source:
      "API Gateway V2 API reference, DeleteAccessLogSettings, DeleteRouteSettings, DeleteCorsConfiguration; cdkd issues 1163 "
      + "and 1577 (updates merge, probed on AWS)")

  /// The type of an authorizer changes in place.
  public static let updateAuthorizer = FindingKind(
    id: "UPD009", severity: .warning, summary: "authorizer that changes its type, its issuer or its identity source",
    why: """
      CloudFormation changes the authorizer in place while its routes still have the `AuthorizationType` of the old type, which
      API Gateway may reject. With another key for the authorizer, the routes change to a new one. Tokens of the former issuer, or
      for a former audience, are rejected from the update on, and so are requests without a new identity source.
      """,
    source:
      "API Gateway V2 API reference, UpdateAuthorizer (unverified: no observed response); API Gateway developer guide, Control "
      + "access to HTTP APIs with JWT authorizers")

  /// A resource moves to another stack.
  public static let updateMove = FindingKind(
    id: "UPD010", summary: "resource that moves between stacks",
    why: """
      A move is a creation in one stack and a deletion in another, which happens last. A resource that AWS holds unique, such as a
      route of an API, is created a second time while the first one exists, and the update fails. Move it with
      CloudFormation's stack refactoring, or delete it in one deployment and create it in the next one.
      """,
    source: "CloudFormation user guide, Stack refactoring")

  /// A function no longer gets an environment variable, or needs another one.
  public static let updateVariable = FindingKind(
    id: "UPD011", severity: .warning, summary: "environment variable that is removed, or another one that code needs",
    why: """
      The code of the function may still read the variable, and finds nothing. With the callback URL of one stage of a
      WebSocket API, code does not reach the clients of another stage: `GoneException`.
      """,
    source: "API Gateway developer guide, Use `@connections` commands in your backend service")

  /// A nested template is not available.
  public static let updateUnknownStack = FindingKind(
    id: "UPD012", severity: .note, summary: "nested stack that is not compared",
    why: """
      The template of the nested stack is not in the folder of the main template, so its resources are unknown. They appear
      as created.
      """)

  /// An identity that clients know is deleted.
  public static let updateIdentity = FindingKind(
    id: "UPD013", severity: .warning, summary: "update that deletes an identity which clients use",
    why: """
      Apps sign in with the ID of a user pool client, callers send the value of an API key, and DNS records point to the target
      of a domain. A new resource has another value, so clients with the old one fail until they are changed. So do callers
      whose API key is disabled, or leaves its usage plan, and clients with the former value of a secret that is generated
      again. Targets that another system registers are in the old target group only.
      """,
    source: "CloudFormation user guide, Update behaviors of stack resources")

  /// A load balancer gets subnets that it cannot have.
  public static let updateSubnets = FindingKind(
    id: "UPD014", summary: "update of a load balancer's subnets or security groups that AWS rejects",
    why: """
      A load balancer stays in its VPC. A network load balancer has one subnet in a zone, which has to be removed before
      another one is added, gets no security groups if it was created without any, and keeps one otherwise. CloudFormation
      changes all of this in place, and Elastic Load Balancing rejects it.
      """,
    source: "Elastic Load Balancing user guide, Update the Availability Zones for your Network Load Balancer")

  /// A function or an API changes, and its version or deployment does not.
  public static let updateVersion = FindingKind(
    id: "UPD015", severity: .warning, summary: "version or deployment that does not get a change",
    why: """
      A version is an unchangeable copy of a function, made when CloudFormation creates the resource. Under the same logical
      ID there is no new copy, and an alias leads to the old code and settings. An `alias` in `functions` has a version whose
      logical ID changes with the function. SAM's `AutoPublishAlias` publishes one if the code, the environment, the memory
      or SnapStart change. In the same way, a deployment of an API is a copy of its routes, integrations, authorizers and
      models.
      """,
    source:
      "Lambda Developer Guide, Manage Lambda function versions; API Gateway developer guide, Stages for HTTP APIs; SAM "
      + "Developer Guide, AWS::Serverless::Function"
  )

  /// A parameter keeps its value, or needs one.
  public static let updateDefault = FindingKind(
    id: "UPD016", severity: .note, summary: "parameter that keeps its value, or needs one",
    why: """
      `aws cloudformation deploy` keeps the value that a parameter of the stack has, whatever its default is. The default is
      only used where the parameter is new; without one the command fails: "Parameters: [NAME] must have values". A value
      that `AllowedValues` no longer contains is rejected.
      """,
    source: "AWS CLI Command Reference, cloudformation deploy (--parameter-overrides)")

  /// A user pool, a table or a service gets settings that it cannot have any longer.
  public static let updateRejected = FindingKind(
    id: "UPD017", summary: "update in place that AWS rejects",
    why: """
      The attributes of a user pool and the ways to sign in are set when it is created; later, attributes can only be added.
      DynamoDB creates or deletes one global secondary index in an update, and changes none. CloudFormation changes both
      resources in place: "Updates are not allowed for property - UsernameConfiguration", "Existing schema attributes cannot
      be modified or deleted", "Cannot perform more than one GSI creation or deletion in a single update", "Cannot update
      GSI's properties other than Provisioned Throughput and Contributor Insights Specification". The function behind a custom
      resource cannot be changed either: "Modifying service token is not allowed". Cloud Map changes the TTL of DNS records, not
      their types, and nothing of a service in an HTTP namespace. The class of a log group stays. A target group without a
      health check that gets another function fails as well: "TargetGroup did not stabilize". So does a stage that keeps the
      settings of a route without the route: "Unable to find Route by key … within the provided RouteSettings".
      """,
    source:
      "API references: UpdateUserPool, UpdateTable, Cloud Map UpdateService; amplify-cli#4227, amplify-js#6459, aws-cdk#8253 and "
      + "12246, amplify-category-api#988, serverless#9240, serverless-application-model#1939")

  /// A resource that the new version uses is deleted.
  public static let updateDeletesUsed = FindingKind(
    id: "UPD018", summary: "update that deletes what the new version uses",
    why: """
      CloudFormation deletes what left the template at the end of an update. A function that the new version only knows by its
      ARN no longer exists then. A queue policy, a topic policy or a subscription under another logical ID is the same thing in
      AWS: the new resource sets it, and the deletion of the old one removes it. The same applies to policies and rotations of
      secrets, further certificates of listeners, scaling policies, and web ACLs. Without a permission, API Gateway cannot call
      a function, and clients get the status 500; without a security group rule, its VPC link cannot reach the load balancer,
      and they get the status 503.
      """,
    source:
      "CloudFormation user guide, Update behaviors of stack resources; pulumi-aws issues 1923 (queue policies) and 4782 (web "
      + "ACLs); cdkd issue 1967 (`Subscribe` returns the existing subscription)")

  /// The earlier template is that of another stack.
  public static let updateStackName = FindingKind(
    id: "UPD019", severity: .note, summary: "stack with another name",
    why: """
      CloudFormation identifies a stack by its name. A deployment under another name creates a second stack: its APIs have
      other IDs and URLs, names that are in use are rejected, and the first stack stays until it is deleted.
      """,
    source: "AWS CLI Command Reference, cloudformation deploy (--stack-name)")

  /// All of them.
  static let update = [
    updateCollision, updateType, updateData, updateLeavesData, updateOpensRoute, updateAddress, updateExport,
    updateKeeps, updateAuthorizer, updateMove, updateVariable, updateUnknownStack,
    updateIdentity, updateSubnets, updateVersion, updateDefault, updateRejected, updateDeletesUsed, updateStackName,
  ]
}
