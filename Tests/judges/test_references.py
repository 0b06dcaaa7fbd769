"""What the CDK made of an app, and what we make of a spec that says the same, deploy the same APIs."""
from judging import REFERENCES, SHARED, each, needs_shared, succeeds, synthesize, tool


@each(REFERENCES)
def test_synthesizes(spec):
    synthesize(spec)


@needs_shared
@each(REFERENCES)
def test_same_as_the_cdk(spec):
    reference = SHARED / "references/cdk" / spec.stem / "template.json"
    succeeds(tool("api_model.py", "same", synthesize(spec), reference))
