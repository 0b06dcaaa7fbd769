/// The first specs that `init` writes.
enum StarterSpec: String, CaseIterable {
  case http, websocket, `private`, events

  /// The file name of the schema.
  static let schemaName = "apigw-synth.schema.json"

  /// The spec of a stack.
  func spec(of stack: String) -> String {
    "# yaml-language-server: $schema=\(StarterSpec.schemaName)\n" + text(stack)
  }

  private func text(_ stack: String) -> String {
    switch self {
    case .http:
      """
      # An HTTP API with one function.
      stack: \(stack)

      functions:
        hello:
          runtime: nodejs24.x
          handler: index.handler
          # This folder; deploy.sh uploads it.
          code: src

      apis:
        store:
          routes:
            # `GET /hello/{name}` passes the path variable to the function. Without `auth`, everyone can call it.
            GET /hello: hello

      """
    case .websocket:
      """
      # A WebSocket API with one function. It sends each message back to its sender.
      stack: \(stack)

      functions:
        echo:
          runtime: nodejs24.x
          handler: index.handler
          # This folder; deploy.sh uploads it.
          code: src

      apis:
        echo:
          type: websocket
          stage: live
          routes:
            $connect: {lambda: echo, auth: none}
            $disconnect: echo
            # `returnResponse` sends the function's result to the client.
            $default: {lambda: echo, returnResponse: true}

      """
    case .private:
      """
      # An HTTP API in front of an internal load balancer, which costs money per hour. The VPC link between the two and its
      # security groups are created automatically.
      stack: \(stack)

      vpcs:
        main: {cidr: 10.20.0.0/16}

      loadBalancers:
        web:
          type: application
          vpc: main
          scheme: internal
          listeners:
            http:
              port: 80
              forward: containers

      targetGroups:
        # An ECS service registers its tasks here; until then the load balancer answers with 503.
        containers: {type: ip, port: 8080}

      apis:
        store:
          routes:
            $default: {alb: web}

      """
    case .events:
      """
      # An HTTP API that puts requests into a queue, without a function.
      stack: \(stack)

      apis:
        orders:
          routes:
            POST /orders:
              sqs: Orders
              parameters: {MessageBody: $request.body}
              # SQS answers with 200; the client gets 202: the order is accepted, but not processed yet.
              responseParameters: {200: {statusCode: 202}}

      # Resources in CloudFormation's words.
      resources:
        Orders:
          Type: AWS::SQS::Queue
          DeletionPolicy: Retain
          UpdateReplacePolicy: Retain

      """
    }
  }

  /// The code of the function; nil without one.
  var code: String? {
    switch self {
    case .http:
      """
      export const handler = async () => ({
        statusCode: 200,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ message: "Hello" }),
      });

      """
    case .websocket:
      """
      export const handler = async (event) => ({ statusCode: 200, body: event.body });

      """
    case .private, .events: nil
    }
  }

  /// The way from the spec to AWS, also for a pipeline.
  static func deployScript(of stack: String) -> String {
    """
    #!/bin/sh
    # Deploys spec.yaml: sh deploy.sh BUCKET [STACK]. The bucket holds code and large templates.
    set -eu
    bucket=$1
    stack=${2:-\(stack)}

    apigw-synth validate spec.yaml
    # What the update changes; one that would fail stops here.
    if aws cloudformation get-template --template-stage Original --stack-name "$stack" --output json > deployed.json 2> /dev/null; then
      apigw-synth diff spec.yaml --against deployed.json --fail-on collision
    fi
    apigw-synth spec.yaml -o out --quiet
    aws cloudformation package --template-file out/\(stack).template.json --s3-bucket "$bucket" \\
      --output-template-file out/\(stack).packaged.yaml
    aws cloudformation deploy --template-file out/\(stack).packaged.yaml --stack-name "$stack" --capabilities CAPABILITY_IAM \\
      --no-fail-on-empty-changeset
    aws cloudformation describe-stacks --stack-name "$stack" --query "Stacks[0].Outputs" --output table

    """
  }

  /// The settings of Visual Studio Code's YAML extension.
  static let editorSettings = """
    {
      "yaml.schemas": {"./\(schemaName)": "spec.yaml"},
      "yaml.customTags": [
        "!And sequence", "!Base64", "!Base64 mapping", "!Cidr sequence", "!Condition", "!Equals sequence",
        "!FindInMap sequence", "!GetAtt", "!GetAtt sequence", "!GetAZs", "!If sequence", "!ImportValue",
        "!ImportValue mapping", "!Join sequence", "!Not sequence", "!Or sequence", "!Ref", "!Select sequence",
        "!Split sequence", "!Sub", "!Sub sequence", "!Transform mapping"
      ]
    }

    """
}
