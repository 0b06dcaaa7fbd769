// The spec `realistic` of specs.py with 300 routes, as an app of the AWS CDK.
const { App, Duration, Stack, aws_ec2: ec2, aws_elasticloadbalancingv2: elb, aws_lambda: lambda, aws_s3: s3 } = require("aws-cdk-lib");
const gateway = require("aws-cdk-lib/aws-apigatewayv2");
const { HttpJwtAuthorizer } = require("aws-cdk-lib/aws-apigatewayv2-authorizers");
const { HttpAlbIntegration, HttpLambdaIntegration, HttpUrlIntegration } = require("aws-cdk-lib/aws-apigatewayv2-integrations");

const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH"];
// Its constructs need more than the 500 resources of a stack: it writes them, and says so.
const app = new App({ context: { "@aws-cdk/core:stackResourceLimit": 0 } });
const stack = new Stack(app, "store", { env: { account: "123456789012", region: "eu-west-1" } });
const vpc = new ec2.Vpc(stack, "main", { availabilityZones: ["eu-west-1a", "eu-west-1b"] });
const listener = new elb.ApplicationLoadBalancer(stack, "web", { vpc })
  .addListener("http", { port: 80, open: false, defaultAction: elb.ListenerAction.fixedResponse(404) });
const bucket = s3.Bucket.fromBucketName(stack, "artifacts", "artifacts");

for (let first = 0; first < 300; first += 250) {
  const api = first / 250;
  const count = Math.min(250, 300 - first);
  const functions = Array.from({ length: Math.min(10, Math.floor(count / 10)) }, (_, number) =>
    new lambda.Function(stack, `orders${api}x${number}`, {
      runtime: lambda.Runtime.NODEJS_24_X, handler: `src/orders${number}.main`, memorySize: 256, timeout: Duration.seconds(4),
      environment: { TABLE: "orders", STAGE: "prod" }, code: lambda.Code.fromBucket(bucket, `orders${number}.zip`),
    }));
  const store = new gateway.HttpApi(stack, `store${api}`, {
    description: `Part ${api} of the store`,
    corsPreflight: {
      allowOrigins: ["https://app.example.com"], allowMethods: METHODS.map((method) => gateway.CorsHttpMethod[method]),
      allowHeaders: ["authorization", "content-type"], maxAge: Duration.seconds(600),
    },
  });
  const users = new HttpJwtAuthorizer("users", "https://login.example.com/", { jwtAudience: ["web", "mobile"] });
  const backends = functions.map((each, number) =>
    new HttpLambdaIntegration(`function${number}`, each, { timeout: Duration.seconds(5) }));
  const urls = [0, 1].map((number) => new HttpUrlIntegration(`url${number}`, `https://backend${number}.example.com/items/{id}`,
    { timeout: Duration.seconds(3) }));
  const balancer = new HttpAlbIntegration("web", listener,
    { parameterMapping: new gateway.ParameterMapping().overwritePath(gateway.MappingValue.requestPath()) });

  for (let route = first; route < first + count; route++) {
    const kind = route % 10;
    new gateway.HttpRoute(stack, `route${route}`, {
      httpApi: store,
      routeKey: gateway.HttpRouteKey.with(`/v1/items${route}/{id}`, gateway.HttpMethod[METHODS[route % 5]]),
      integration: kind < 7 ? backends[(route - Math.floor(route / 10) * 3) % functions.length]
        : kind === 7 ? urls[Math.floor(route / 10) % 2] : balancer,
      ...(route % 3 ? { authorizer: users, authorizationScopes: ["items.read", `items.write${route % 3}`] } : {}),
    });
  }
}
app.synth();
