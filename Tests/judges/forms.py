"""Forms of CloudFormation's functions and of entries of template sections: right ones, and each of their parts replaced by every
kind of value.

A form is (section, label, entry): a line of a spec, `NAME: ENTRY` in that section. Entries are JSON, which YAML reads as well.
"""


def call(name, arguments):
    """A function in its long form."""
    return {name if name in ("Ref", "Condition") else f"Fn::{name}": arguments}


def is_call(value):
    return isinstance(value, dict) and any(key in ("Ref", "Condition") or key.startswith("Fn::") for key in value)


# The sections of every spec; forms refer to their entries.
COMMON = {
    "parameters": {"Text": {"Type": "String"}, "Texts": {"Type": "CommaDelimitedList"}},
    "mappings": {"Map": {"top": {"text": "a"}}, "Lists": {"top": {"list": ["a", "b"]}}},
    "conditions": {"IsText": call("Equals", [call("Ref", "Text"), "a"]), "IsOther": call("Equals", [call("Ref", "Text"), "b"])},
    "rules": {"Rule": {"Assertions": [{"Assert": call("Equals", [call("Ref", "Text"), "a"])}]}},
    "resources": {
        "Group": {"Type": "AWS::Logs::LogGroup"},
        "Other": {"Type": "AWS::Logs::LogGroup", "Condition": "IsText"},
        "Another": {"Type": "AWS::Logs::LogGroup", "Condition": "IsOther"},
        "Joined": {"Type": "AWS::SSM::Parameter", "Properties": {"Type": "String", "Value": call("Join", [",", call("Ref", "Texts")])}},
    },
    "outputs": {"Found": {"Value": call("FindInMap", ["Map", "top", "text"])}},
}

# A right call of each function.
VALUES = {
    "Ref": "Text",
    "GetAtt": ["Group", "Arn"],
    "Sub": ["${Text}-${v}", {"v": "a"}],
    "Join": [",", ["a", "b"]],
    "Split": [",", "a,b"],
    "Select": [0, ["a", "b"]],
    "If": ["IsText", "a", "b"],
    "FindInMap": ["Map", "top", "text"],
    "Base64": "a",
    "Cidr": ["10.0.0.0/16", 2, 8],
    "GetAZs": "us-east-1",
    "ImportValue": "name",
    "GetStackOutput": {"StackName": "a", "OutputName": "b"},
    "Length": ["a", "b"],
    "ToJsonString": {"a": "b"},
}
LISTS = {"Split", "Cidr", "GetAZs"}
CONDITIONS = {
    "Equals": [call("Ref", "Text"), "a"],
    "And": [call("Condition", "IsText"), call("Condition", "IsOther")],
    "Or": [call("Condition", "IsText"), call("Condition", "IsOther")],
    "Not": [call("Condition", "IsText")],
    "Condition": "IsText",
}
RULES = {
    "Contains": [["a", "b"], call("Ref", "Text")],
    "EachMemberEquals": [call("Ref", "Texts"), "a"],
    "EachMemberIn": [call("Ref", "Texts"), ["a", "b"]],
}
KINDS = {
    "string": "a", "number": 1, "boolean": True, "null": None, "list": ["a", "b"], "mapping": {"a": "b"}, "negative": -1,
    "empty string": "", "empty list": [], "empty mapping": {}, "list of lists": [["a"], ["b"]],
    "list parameter": call("Ref", "Texts"), "account": call("Ref", "AWS::AccountId"),
    "no value": call("Ref", "AWS::NoValue"), "topics": call("Ref", "AWS::NotificationARNs"),
    "list of a mapping": call("FindInMap", ["Lists", "top", "list"]), "resource": call("Ref", "Group"),
    "unknown function": call("Unknown", "a"), "unknown name": call("Ref", "Missing"),
    "If of lists": call("If", ["IsText", ["a"], ["b"]]), "If of no value": call("If", ["IsText", "a", call("Ref", "AWS::NoValue")]),
    "plain Sub": call("Sub", "${Text}"),
    **{name: call(name, arguments) for table in (VALUES, CONDITIONS, RULES) for name, arguments in table.items()},
}


def replaced(value, part="it", depth=3):
    """A value, and all forms of it with one part replaced, removed or added."""
    yield "", value
    for kind, other in KINDS.items():
        yield f"{part} is {kind}", other
    if not depth:
        return
    if isinstance(value, list):
        for index, item in enumerate(value):
            for label, form in replaced(item, f"{part}.{index}", 0 if is_call(item) else depth - 1):
                if label:
                    yield label, value[:index] + [form] + value[index + 1:]
        for count in range(len(value)):
            yield f"{part} with {count} items", value[:count]
        for extra in (["a"], ["a", "b"], [{"DefaultValue": "a"}]):
            yield f"{part} and {extra}", value + extra
    elif isinstance(value, dict):
        for key, item in value.items():
            for label, form in replaced(item, f"{part}.{key}", 0 if is_call(item) else depth - 1):
                if label:
                    yield label, {**value, key: form}
            yield f"{part} without {key}", {name: item for name, item in value.items() if name != key}
        for key in ("Other", "type", "Value", "Ref"):
            if key not in value:
                yield f"{part} with {key}", {**value, key: "a"}


# Where a function is, and the entry around it.
PLACES = {
    "text": ("resources", lambda form: {
        "Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "a", "ProtocolType": "HTTP", "Description": form}}),
    "list": ("resources", lambda form: {
        "Type": "AWS::ApiGatewayV2::Api",
        "Properties": {"Name": "a", "ProtocolType": "HTTP", "CorsConfiguration": {"AllowOrigins": ["*"], "ExposeHeaders": form}}}),
    "number": ("resources", lambda form: {
        "Type": "AWS::Logs::LogGroup", "Properties": {"RetentionInDays": form}}),
    "output": ("outputs", lambda form: {"Value": form}),
    "export": ("outputs", lambda form: {"Value": "a", "Export": {"Name": form}}),
    "condition": ("conditions", lambda form: form),
    "rule": ("rules", lambda form: {"Assertions": [{"Assert": form}]}),
}


def at(place, label, form):
    section, entry = PLACES[place]
    return section, f"{place}: {label}", entry(form)


def functions():
    """All functions with each argument replaced, and all values at each place."""
    for places, table in ((["text"], VALUES), (["condition", "rule"], CONDITIONS), (["rule"], RULES)):
        for name, arguments in table.items():
            for place in ["list"] if name in LISTS else places:
                for label, form in replaced(arguments, name):
                    yield at(place, label or name, call(name, form))
    for place in PLACES:
        for kind, value in KINDS.items():
            yield at(place, kind, value)


def entries():
    """All entries of sections with each part replaced."""
    for section, label, entry in ENTRIES:
        for part, form in replaced(entry, label):
            fixed = FIXED.get(str(form.get("Type"))) if isinstance(form, dict) else None
            yield section, part or label, {**form, "Properties": fixed} if fixed else form


ENTRIES = [
    ("parameters", "parameter", {
        "Type": "String", "Default": "a", "AllowedValues": ["a", "b"], "AllowedPattern": "[a-z]", "ConstraintDescription": "a",
        "Description": "a", "MinLength": 1, "MaxLength": 2, "NoEcho": True}),
    ("parameters", "number", {"Type": "Number", "Default": 1, "MinValue": 1, "MaxValue": 2, "AllowedValues": [1, 2]}),
    ("parameters", "list", {"Type": "CommaDelimitedList", "Default": "a,b", "AllowedValues": ["a", "b"]}),
    ("mappings", "mapping", {"top": {"text": "a", "list": ["a", "b"]}, "other": {"text": "b", "list": ["c"]}}),
    ("outputs", "output", {"Value": "a", "Description": "a", "Export": {"Name": "NAME"}, "Condition": "IsText"}),
    ("rules", "rule", {
        "RuleCondition": call("Equals", [call("Ref", "Text"), "a"]),
        "Assertions": [{"Assert": call("Contains", [["a"], call("Ref", "Text")]), "AssertDescription": "a"}]}),
    ("resources", "resource", {
        "Type": "AWS::Logs::LogGroup", "Properties": {"RetentionInDays": 5}, "Condition": "IsText", "DependsOn": ["Group"],
        "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Delete", "Metadata": {"a": "b"}}),
    ("resources", "group", {
        "Type": "AWS::AutoScaling::AutoScalingGroup",
        "CreationPolicy": {"ResourceSignal": {"Count": 1, "Timeout": "PT15M"}},
        "UpdatePolicy": {"AutoScalingRollingUpdate": {"MinInstancesInService": 1}}}),
]
# Properties that the program does not describe, so that they are not replaced.
FIXED = {
    "AWS::AutoScaling::AutoScalingGroup": {
        "MinSize": "1", "MaxSize": "1", "AvailabilityZones": call("GetAZs", ""),
        "LaunchTemplate": {"LaunchTemplateName": "abc", "Version": "1"}},
}
