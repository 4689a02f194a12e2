"""The model of a repository answers as the real server does: see ``make test-invenio``."""

from __future__ import annotations

from tests.deposit.invenio.exchange import EXCHANGE, Asking, ask_for_too_many_files
from tests.deposit.invenio.fake_rdm import TOKEN, FakeRDM


def test_the_model_answers_as_the_server() -> None:
    with FakeRDM().at_work() as fake:
        asking = Asking(fake.base, TOKEN)
        for request in EXCHANGE:
            asking.ask(request)


def test_the_model_takes_a_hundred_files_and_no_more() -> None:
    with FakeRDM().at_work() as fake:
        ask_for_too_many_files(Asking(fake.base, TOKEN))
