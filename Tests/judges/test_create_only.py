"""The properties whose change replaces a resource are those of CloudFormation's schemas; with RECORD=1 they are written."""
import create_only
from judging import REPOSITORY, assert_recorded

FOLDER = REPOSITORY / "Sources/Gateway/ResourceTypes/CreateOnly"


def test_the_list_is_that_of_the_schemas():
    assert_recorded({FOLDER / name: text for name, text in create_only.sources().items()})


def test_every_service_has_a_file():
    text = "".join(create_only.sources().values())
    assert all(f'case "{service}"' in text for service in create_only.SERVICES)
