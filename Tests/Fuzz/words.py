"""The dictionary of libFuzzer: the words of the language, from its JSON Schema, and those of CloudFormation and YAML."""
import json
import sys

FIXED = """Ref Fn::GetAtt Fn::Sub Fn::Join Fn::If Fn::Equals Fn::ImportValue Fn::Transform Fn::ForEach Fn::FindInMap Condition
!Ref !GetAtt !Sub !Join !If !Equals !Select !Split !Not !And !Or !FindInMap !ImportValue !Transform !Cidr !GetAZs !Base64
AWS::NoValue AWS::Region AWS::AccountId Resources Type Properties DependsOn Outputs Parameters Mappings Metadata TemplateBody
AWS::ApiGatewayV2::Api AWS::ApiGatewayV2::Route AWS::ApiGatewayV2::Stage AWS::ApiGatewayV2::Integration AWS::Lambda::Function
AWS::Serverless::Function AWS::IAM::Role AWS::CloudFormation::Stack DeletionPolicy Retain << &a *a --- ... |- >- $( $$( ${ {{resolve:
GET POST ANY $default $connect $disconnect {proxy+} {id} /a $request.body $context.authorizer.claims $stageVariables.a
arn:aws:lambda:eu-central-1:111122223333:function:f https://example.com overwrite:header.a # apigw-synth: ignore[REF004] x
x-amazon-apigateway-integration openapi paths info payloadFormatVersion""".split()


def words(schema):
    """Keys, and values that are words."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        yield from (value for value in schema.get("enum", []) if isinstance(value, str))
        if isinstance(schema.get("const"), str):
            yield schema["const"]
        for part in schema.values():
            yield from words(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from words(part)


for word in sorted(set(words(json.load(sys.stdin))) | set(FIXED)):
    if len(word.encode()) <= 120:
        print('"' + "".join(c if c.isascii() and c.isprintable() and c not in '"\\' else "".join(f"\\x{b:02x}" for b in c.encode())
                            for c in word) + '"')
