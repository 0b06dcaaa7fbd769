"""deploy_check.py in processes that start with the emulator imported, which takes 5 of the 7 s of a deployment."""
import contextlib
import functools
import io
import multiprocessing
import runpy
import subprocess
import sys

from judging import TOOLS

# A deployment imports what other services it needs.
IMPORTED = ("apigatewayv2", "awslambda", "cloudformation", "dynamodb", "elbv2", "events", "iam", "kinesis", "logs", "s3",
            "servicediscovery", "sqs", "stepfunctions")


def deploy(*arguments):
    """The outcome of `deploy_check.py deploy` with these arguments; the timeout is five minutes."""
    command = ["deploy_check.py", "deploy", *map(str, arguments)]
    return subprocess.CompletedProcess(command, *_processes().apply_async(_run, [command]).get(timeout=300))


@functools.cache
def _processes():
    """A new process for each deployment, because the emulator keeps what is deployed in its modules."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([f"moto.{service}.models" for service in IMPORTED])
    return context.Pool(1, maxtasksperchild=1)


def _run(command):
    """The exit status, standard output and standard error of the program, which runs in this process."""
    sys.argv = command
    status = 0
    with contextlib.redirect_stdout(io.StringIO()) as output, contextlib.redirect_stderr(io.StringIO()) as errors:
        try:
            runpy.run_path(str(TOOLS / command[0]), run_name="__main__")
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else int(end.code is not None)
            if isinstance(end.code, str):
                print(end.code, file=sys.stderr)
    return status, output.getvalue(), errors.getvalue()
