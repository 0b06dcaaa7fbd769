"""Every example and reference with `nested: true` on its APIs deploys the same APIs as without it."""
import re

from judging import EXAMPLES, PROGRAM, REFERENCES, each, needs_shared, run, succeeds, synthesize, tool


def nested(text):
    """A spec with `nested: true` in each API that has routes of its own."""
    head, apis, rest = re.fullmatch(r"((?s:.*?)^apis:\n)((?:[ #].*\n|\n)*)((?s:.*))", text, re.MULTILINE).groups()
    return head + re.sub(r"^(  [\w-]+:)([ ]*#.*)?\n", r"\1\n    nested: true\n", apis, flags=re.MULTILINE) + rest


@needs_shared
@each([spec for spec in EXAMPLES + REFERENCES if re.search(r"^apis:\n", spec.read_text(), re.MULTILINE)])
def test_nested_apis_are_the_same(spec, tmp_path):
    # Beside the spec, whose local paths are relative to its folder.
    file = spec.with_name(f".nested-{spec.name}")
    file.write_text(nested(spec.read_text()))
    try:
        succeeds(run(PROGRAM, file, "-o", tmp_path))
        stacks = len(list(tmp_path.glob("*.template.json")))
        counted = f" in {stacks} stacks" if stacks > 1 else ""
        assert re.search(rf": valid \(\d+ resources?{counted}\)\n", succeeds(run(PROGRAM, "validate", file)))
        assert ": no changes" in succeeds(run(PROGRAM, "diff", file, "-o", tmp_path))
    finally:
        file.unlink()
    root = min(tmp_path.iterdir(), key=lambda path: len(path.name))
    succeeds(tool("api_model.py", "check", root))
    succeeds(tool("api_model.py", "same", root, synthesize(spec)))
