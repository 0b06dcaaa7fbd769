"""Translates a template of AWS SAM, as CloudFormation does when it deploys it: sam.py TEMPLATE"""
import json
import sys
from pathlib import Path

from samtranslator.translator.transform import transform


class NoPolicies:
    """The managed policies of an account: the template names none."""
    def load(self):
        return {}


print(len(transform(json.loads(Path(sys.argv[1]).read_text()), {}, NoPolicies())["Resources"]))
