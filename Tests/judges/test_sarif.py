"""SARIF logs are valid according to the schema of the standard."""
import json

import pytest

from judging import PROGRAM, REPOSITORY, EXAMPLES, run

SPECS = sorted((REPOSITORY / "Tests/Corpus/err").glob("*.yaml"))


def logs(tmp_path, *specs):
    out = tmp_path / "out.sarif"
    run(PROGRAM, "validate", *specs, "-f", f"sarif={out}", cwd=REPOSITORY)
    return json.loads(out.read_text())


@pytest.mark.parametrize("specs", [SPECS, EXAMPLES], ids=["mistakes", "examples"])
def test_follows_the_schema(specs, tmp_path):
    model = pytest.importorskip("pydantic_sarif.model")
    log = logs(tmp_path, *specs)
    model.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate(log)


def test_what_code_scanning_needs(tmp_path):
    run_ = logs(tmp_path, *SPECS)["runs"][0]
    driver, results = run_["tool"]["driver"], run_["results"]
    assert run_["columnKind"] == "unicodeCodePoints"
    assert len(results) > 100
    assert len({r["partialFingerprints"]["primaryLocationLineHash"] for r in results}) == len(results)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"], rule["id"]
        assert rule["help"]["text"] and rule["help"]["markdown"], rule["id"]
        assert rule.get("helpUri", "https://").startswith("https://"), rule["id"]
    for result in results:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for location in result["locations"]:
            uri = location["physicalLocation"]["artifactLocation"]["uri"]
            assert (REPOSITORY / uri).exists() and not uri.startswith("/")
            region = location["physicalLocation"]["region"]
            assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
