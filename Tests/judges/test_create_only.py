"""The properties whose change replaces a resource are those of CloudFormation's schemas; with RECORD=1 they are written."""
import os

import pytest

import create_only
from judging import REPOSITORY

FOLDER = REPOSITORY / "Sources/Gateway/ResourceTypes"


def test_the_list_is_that_of_the_schemas():
    written = create_only.sources()
    changed = [name for name, text in written.items() if not (FOLDER / name).exists() or (FOLDER / name).read_text() != text]
    if changed and os.environ.get("RECORD") == "1":
        for name in changed:
            (FOLDER / name).write_text(written[name])
        pytest.fail(f"{changed} were rewritten: read the diff, then build and run without RECORD", pytrace=False)
    assert changed == [], "RECORD=1 pytest Tests/judges/test_create_only.py writes them"


def test_every_service_has_a_file():
    text = "".join(create_only.sources().values())
    assert all(f'case "{service}"' in text for service in create_only.SERVICES)
