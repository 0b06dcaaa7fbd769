"""Fixtures that several files share."""
import pytest

from account import emulated_account


@pytest.fixture(scope="session")
def started_account():
    """One emulated account for all tests of a worker, because it starts slowly."""
    with emulated_account() as account:
        yield account


@pytest.fixture
def account(started_account):
    """The account without what earlier tests created."""
    started_account.reset()
    return started_account
