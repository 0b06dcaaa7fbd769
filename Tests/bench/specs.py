"""Specs to measure with: of the shape that teams write, terse ones, and ones that grow in one thing only."""

METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH"]
FUNCTION = "{runtime: nodejs24.x, handler: index.handler, code: src/f"


def realistic(count):
    """`count` routes, 250 an API: functions behind seven of ten, a URL behind one, a load balancer behind two; a JWT
    authorizer, scopes, throttling, CORS."""
    lines = ["vpcs:", "  main: {}", "loadBalancers:", "  web:", "    type: application", "    vpc: main",
             "    listeners:", "      http: {port: 80, forward: {port: 8080}}", "functions:"]
    apis = [range(first, min(first + 250, count)) for first in range(0, count, 250)]
    for api, routes in enumerate(apis):
        for function in range(functions_of(routes)):
            lines += [f"  orders{api}x{function}:", "    runtime: nodejs24.x", f"    handler: src/orders{function}.main",
                      "    memory: 256", "    timeout: 4s", "    environment: {TABLE: orders, STAGE: prod}",
                      f"    code: {{s3: {{bucket: artifacts, key: orders{function}.zip}}}}"]
    lines.append("apis:")
    for api, routes in enumerate(apis):
        lines += [f"  store{api}:", f"    description: Part {api} of the store", "    cors:",
                  "      allowOrigins: [https://app.example.com]", "      allowMethods: [GET, POST, PUT, DELETE, PATCH]",
                  "      allowHeaders: [authorization, content-type]", "      maxAge: 600", "    authorizers:",
                  "      users:", "        jwt: {issuer: https://login.example.com/, audience: [web, mobile]}",
                  "    defaultAuth: users", "    routes:"]
        for route in routes:
            lines += realistic_route(route, api, functions_of(routes))
    return lines


def functions_of(routes):
    """How many functions are behind an API: one for every ten routes, ten at most."""
    return max(1, min(10, len(routes) // 10))


def realistic_route(route, api, functions):
    lines = [f"      {METHODS[route % 5]} /v1/items{route}/{{id}}:"]
    match route % 10:
        case 7:
            lines += [f"        http: https://backend{route // 10 % 2}.example.com/items/{{id}}", "        timeout: 3s"]
        case 8 | 9:
            lines += ["        alb: web.http", "        requestParameters: {overwrite:path: $request.path}"]
        case _:
            lines += [f"        lambda: orders{api}x{(route - route // 10 * 3) % functions}", "        timeout: 5s"]
    if route % 3:
        lines.append(f"        auth: {{authorizer: users, scopes: [items.read, items.write{route % 3}]}}")
    else:
        lines.append("        auth: none")
    return lines + [f"        throttle: {{rate: {100 + route % 50}, burst: {50 + route % 20}}}"]


def terse(count):
    """Routes in a line each."""
    return ["functions:", f"  fn: {FUNCTION}}}", "apis:", "  store:", "    routes:",
            *(f"      GET /items{route}: fn" for route in range(count))]


def store(*lines, routes=("GET /items: https://store.example.com/items",)):
    """An API of a few routes, and what stands beside them."""
    return ["apis:", "  store:", *(f"    {line}" for line in lines), "    routes:",
            *(f"      {route}" for route in routes)]


def routes_with_settings(count):
    settings = [f"      GET /items{route}: {{throttle: {{rate: 10, burst: 5}}}}" for route in range(count)]
    stages = [line for stage in range(9) for line in (f"  stage{stage}:", "    routes:", *settings)]
    return store("stages:", *stages, "  $default: {}",
                 routes=[f"GET /items{route}: https://store.example.com" for route in range(count)])


def stages_with_settings(count):
    settings = [f"      GET /items{route}: {{throttle: {{rate: 10, burst: 5}}}}" for route in range(50)]
    stages = [line for stage in range(count) for line in (f"  stage{stage}:", "    routes:", *settings)]
    return store("stages:", *stages, "  $default: {}",
                 routes=[f"GET /items{route}: https://store.example.com" for route in range(50)])


def tags(count):
    functions = [f"  fn{function}: {FUNCTION}}}" for function in range(60)]
    return ["tags:", *(f"  tag{tag}: value{tag}" for tag in range(count)), "functions:", *functions,
            *store(routes=[f"GET /items{function}: fn{function}" for function in range(60)])]


def outputs(count):
    return [*store(), "outputs:", *(f"  Output{output}: {{Value: !Ref apis.store}}" for output in range(count))]


def environments(count):
    variables = ["    host: {0}.example.com", "    size: {0}", "    name: store{0}"]
    return ["variables: {host: example.com, size: small, name: store}", "environments:",
            *(line.format(f"e{environment}") for environment in range(count)
              for line in ("  {0}:", *variables)),
            *store("name: $(name)", "description: $(size)", routes=["GET /items: https://$(host)/items"])]


def function_variables(count):
    variables = [f"      V{variable}: x" for variable in range(count)]
    return ["functions:", "  fn:", "    runtime: nodejs24.x", "    handler: index.handler", "    code: src/f",
            "    environment:", *variables, *store(routes=["GET /items: fn"])]


def listeners(count):
    return ["vpcs:", "  main: {}", "loadBalancers:", "  web:", "    type: application", "    vpc: main",
            "    listeners:", *(f"      port{port}: {{port: {8000 + port}, forward: {{type: ip, port: 8080}}}}" for port in range(count)),
            *store(routes=[f"GET /items{port}: {{alb: web.port{port}}}" for port in range(count)])]


def listener_rules(count):
    return ["vpcs:", "  main: {}", "loadBalancers:", "  web:", "    type: application", "    vpc: main", "    listeners:",
            "      http:", "        port: 80", "        fixedResponse: {statusCode: 404}", "        rules:",
            *(f"          {rule + 1}: {{pathPattern: /items{rule}, forward: {{type: ip, port: 8080}}}}" for rule in range(count)),
            *store(routes=["GET /{item}: {alb: web.http}"])]


def authorizers(count):
    return store(
        "authorizers:",
        *(f"  users{one}: {{jwt: {{issuer: \"https://login{one}.example.com\", audience: web}}}}" for one in range(count)),
        routes=[f"GET /items{one}: {{http: \"https://store.example.com\", auth: users{one}}}" for one in range(count)])


def domains(count):
    certificate = "arn:aws:acm:eu-west-1:111122223333:certificate/11112222-3333-4444-5555-666677778888"
    return ["domains:",
            *(f"  api{one}.example.com: {{certificate: \"{certificate}\", hostedZone: Z0123456789EXAMPLE}}" for one in range(count)),
            *store("disableExecuteApiEndpoint: true", "domain:", *(f"  - api{one}.example.com" for one in range(count)))]


def apis(count):
    return ["apis:", *(line for one in range(count) for line in (
        f"  store{one}:", "    outputs: false", "    routes:", f"      GET /items: https://store{one}.example.com/items",
        f"      GET /orders: https://store{one}.example.com/orders"))]


def ignore_comments(count):
    """A line for each comment, of which each ignores a warning."""
    route = "GET /items{0}: {{http: \"http://store.example.com/items\"}}  # apigw-synth: ignore[INT011] moves next year"
    return store(routes=[route.format(one) for one in range(count)])


def unknown_keys(count):
    """Routes with a key that the language does not have."""
    return store(routes=[f"GET /items{one}: {{http: \"https://store.example.com\", zzzz{one}: 1}}" for one in range(count)])


def candidates(count):
    """Routes to functions whose names are misspelled, and the functions that may be meant."""
    functions = [f"  fn{one}: {FUNCTION}}}" for one in range(count)]
    return ["functions:", *functions, *store(routes=[f"GET /items{one}: fnn{one}" for one in range(20)])]


def unknown_keys_in_a_line(count):
    """One flow mapping with keys that the language does not have."""
    keys = ", ".join(f"zzzz{one}: 1" for one in range(count))
    return store(f"cors: {{allowOrigins: https://app.example.com, {keys}}}")


def misspelled_names(count):
    """As many routes to functions whose names are misspelled as there are functions."""
    functions = [f"  orders{one}: {FUNCTION}}}" for one in range(count)]
    return ["functions:", *functions, *store(routes=[f"GET /items{one}: ordres{one}" for one in range(count)])]


def named_functions(count):
    """Functions with names of their own, any of which a permission may name."""
    return ["functions:", *(f"  fn{one}: {FUNCTION}, name: orders-{one}}}" for one in range(count)),
            *store(routes=[f"GET /items{one}: fn{one}" for one in range(count)])]


def security_groups(count):
    return ["vpcs:", "  main: {}", "securityGroups:",
            *(f"  group{one}: {{vpc: main, ingress: {{port: 443, from: group{(one + 1) % count}}}}}" for one in range(count)),
            *store()]


def load_balancers(count):
    """Load balancers in a VPC each, with a rule for a path that an API sends."""
    vpc = "{{id: vpc-{0:08x}, privateSubnets: [subnet-{0:07x}a, subnet-{0:07x}b]}}"
    return ["vpcs:", *(f"  main{one}: " + vpc.format(one + 1) for one in range(count)), "loadBalancers:",
            *(line for one in range(count) for line in (
                f"  web{one}:", "    type: application", f"    vpc: main{one}", "    listeners:", "      http:",
                "        port: 80", "        fixedResponse: {statusCode: 404}", "        rules:",
                "          1: {pathPattern: /items, forward: {type: ip, port: 8080}}")),
            "apis:", *(line for one in range(count) for line in (
                f"  store{one}:", "    outputs: false", "    routes:", f"      GET /items: {{alb: web{one}.http}}"))]


def states_in_a_line(count):
    """A state machine in a line of JSON, with a warning, of which the report shows the part around it."""
    states = ", ".join(f'"S{one}": {{"Type": "Pass", "Next": "S{one + 1}"}}' for one in range(count))
    return ["resources:", "  Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {Version: \"2012-10-17\","
            " Statement: {Effect: Allow, Principal: {Service: states.amazonaws.com}, Action: \"sts:AssumeRole\"}}}}",
            "  Machine:", "    Type: AWS::StepFunctions::StateMachine", "    Properties:",
            "      RoleArn: !GetAtt Role.Arn",
            f'      Definition: {{"StartAt": "S0", "States": {{{states}, "S{count}": {{"Type": "Succeed", "Comment": "ü"}}}}}}',
            *store(routes=["GET /items: http://store.example.com/items"])]


# What grows, and how many there are of it, which is then doubled; twice as many still fit into one template, and use less
# of each quota than the note of QUO009 is written for.
GROWTH = {
    "routes with settings in 10 stages": (routes_with_settings, 120),
    "stages with settings of 50 routes": (stages_with_settings, 25),
    "tags of 60 functions": (tags, 24),
    "outputs": (outputs, 75),
    "environments of 3 variables": (environments, 400),
    "variables of a function": (function_variables, 350),
    "listeners": (listeners, 44),
    "listener rules": (listener_rules, 50),
    "authorizers": (authorizers, 100),
    "domains": (domains, 60),
    "APIs": (apis, 40),
    "ignore comments": (ignore_comments, 80),
    "unknown keys": (unknown_keys, 120),
    "unknown keys in a line": (unknown_keys_in_a_line, 120),
    "candidates for 20 misspelled names": (candidates, 80),
    "misspelled names and candidates": (misspelled_names, 120),
    "functions with names": (named_functions, 60),
    "security groups": (security_groups, 50),
    "load balancers with VPCs": (load_balancers, 20),
    "states in a line": (states_in_a_line, 200),
}

# 100,000 findings of a kind.
FINDINGS = {
    "unknown keys": store(*(f"unknown{one}: 1" for one in range(100_000))),
    "unknown methods": store(routes=[f"FETCH /items{one}: https://store.example.com" for one in range(100_000)]),
    "misspelled names": store(routes=[f"GET /items{one}: functoin" for one in range(100_000)]) +
    [f"functions: {{function: {FUNCTION}}}}}"],
}
