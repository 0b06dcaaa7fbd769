"""The documents in docs/ are what the program prints."""
import pytest

from judging import PROGRAM, REPOSITORY, run, succeeds

DOCUMENTS = {
    "language.md": ["reference"],
    "rules.md": ["rules", "--format", "markdown"],
    "schema.json": ["schema"],
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_is_printed_by_the_program(name):
    printed = succeeds(run(PROGRAM, *DOCUMENTS[name]))
    file = REPOSITORY / "docs" / name
    if not file.exists() or file.read_text() != printed:
        pytest.fail(f"docs/{name} is not what the program prints: `make docs` writes it", pytrace=False)


def test_nothing_else_claims_to_be_printed():
    printed = {f.name for f in (REPOSITORY / "docs").glob("*") if "Printed by `apigw-synth" in f.read_text()}
    assert printed <= set(DOCUMENTS)
