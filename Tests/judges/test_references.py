"""A spec and a CDK app with the same content deploy the same APIs."""
from judging import REFERENCES, SHARED, each, needs_shared, succeeds, synthesize, tool


@each(REFERENCES)
def test_synthesizes(spec):
    synthesize(spec)


@needs_shared
@each(REFERENCES)
def test_equals_the_cdk(spec):
    reference = SHARED / "references/cdk" / spec.stem / "template.json"
    succeeds(tool("api_model.py", "same", synthesize(spec), reference))
