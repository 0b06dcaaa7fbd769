"""The documents in docs/ are the output of the program."""
import json
import sys

import pytest

from judging import PROGRAM, REPOSITORY, run, succeeds

DOCUMENTS = {
    "language.md": ["reference"],
    "rules.md": ["rules", "--format", "markdown"],
    "schema.json": ["schema"],
    "bookstore.svg": ["graph", REPOSITORY / "examples/bookstore.yaml", "--env", "prod"],
}


@pytest.fixture(scope="module")
def areas():
    rules = json.loads(succeeds(run(PROGRAM, "rules", "--format", "json")))
    return {rule["id"][:-3] for rule in rules}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_is_printed_by_the_program(name):
    printed = succeeds(run(PROGRAM, *DOCUMENTS[name]))
    file = REPOSITORY / "docs" / name
    if not file.exists() or file.read_text() != printed:
        pytest.fail(f"docs/{name} is out of date: run `make docs`", pytrace=False)


def test_the_page_about_routing_is_up_to_date():
    printed = succeeds(run(sys.executable, REPOSITORY / "Tests/Routing/page.py"))
    if (REPOSITORY / "docs/routing.md").read_text() != printed:
        pytest.fail("docs/routing.md is out of date: run `make docs`", pytrace=False)


def test_every_area_has_its_page(areas):
    folder = REPOSITORY / "docs/rules"
    assert {file.stem for file in folder.iterdir()} == areas
    for area in areas:
        page = succeeds(run(PROGRAM, "rules", "--format", "markdown", "--area", area))
        if (folder / f"{area}.md").read_text() != page:
            pytest.fail(f"docs/rules/{area}.md is out of date: run `make docs`", pytrace=False)
        assert len(page.encode()) < 100_000


def test_no_other_document_is_generated():
    printed = {f.name for f in (REPOSITORY / "docs").glob("*.*") if "Printed by `apigw-synth" in f.read_text()}
    assert printed <= set(DOCUMENTS)
