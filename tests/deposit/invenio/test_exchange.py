"""The model of a repository answers as the real server does: see ``make test-invenio``."""

from __future__ import annotations

import json

from tests.deposit.invenio.exchange import EXCHANGE, Asking
from tests.deposit.invenio.fake_rdm import TOKEN, FakeRDM


def test_the_model_answers_as_the_server() -> None:
    with FakeRDM().at_work() as fake:
        asking = Asking(fake.base, TOKEN)
        for request in EXCHANGE:
            asking.ask(request)


def test_the_model_takes_a_hundred_files_and_no_more() -> None:
    with FakeRDM().at_work() as fake:
        asking = Asking(fake.base, TOKEN)
        asking.ask(EXCHANGE[1])
        names = [{"key": f"{number}.xml"} for number in range(101)]
        request = {"method": "POST", "path": "/<draft>/draft/files", "status": 400, "says": "101"}
        asking.ask(request | {"body": json.dumps(names)})
        asking.ask(request | {"body": json.dumps(names[:100]), "status": 201})
