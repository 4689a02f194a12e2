"""The server code of InvenioRDM on this machine, with an empty database: for a contract test.

Run by its own Python, as ``run`` beside this file does:
``server.py DATABASE REDIS FOLDER``. When it is ready it writes ``FOLDER/ready`` with its address
and a token. It searches nothing, and registers no DOI anywhere.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import yaml
from invenio_access.permissions import system_identity
from invenio_accounts.models import User
from invenio_app.factory import create_api
from invenio_db import db
from invenio_files_rest.models import Location
from invenio_oauth2server.models import Token
from invenio_rdm_records.config import (
    RDM_PARENT_PERSISTENT_IDENTIFIER_PROVIDERS,
    RDM_PERSISTENT_IDENTIFIER_PROVIDERS,
)
from invenio_vocabularies.proxies import current_service as vocabularies
from invenio_vocabularies.records.api import Vocabulary
from search_stub import serve
from werkzeug.exceptions import NotFound
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.routing import BuildError
from werkzeug.serving import make_server

_DATA = files("invenio_rdm_records") / "fixtures" / "data" / "vocabularies"
_LANGUAGES = {"eng", "rus", "deu", "fra"}
_LICENCES = {"cc-by-4.0", "cc0-1.0"}


def _config(database: str, redis: str, folder: Path, port: int) -> dict[str, Any]:
    base = f"http://127.0.0.1:{port}"
    return {
        "SQLALCHEMY_DATABASE_URI": database,
        "CACHE_REDIS_URL": f"{redis}/0",
        "ACCOUNTS_SESSION_REDIS_URL": f"{redis}/1",
        "IIIF_CACHE_REDIS_URL": f"{redis}/0",
        "COMMUNITIES_IDENTITIES_CACHE_REDIS_URL": f"{redis}/4",
        "RATELIMIT_ENABLED": False,
        "SEARCH_HOSTS": [serve().removeprefix("http://")],
        "BROKER_URL": "memory://",
        "CELERY_BROKER_URL": "memory://",
        "CELERY_RESULT_BACKEND": "cache",
        "CELERY_CACHE_BACKEND": "memory",
        "CELERY_TASK_ALWAYS_EAGER": True,
        "CELERY_TASK_EAGER_PROPAGATES": True,
        "SECRET_KEY": "for-tests-only",
        "SITE_UI_URL": base,
        "SITE_API_URL": f"{base}/api",
        "TRUSTED_HOSTS": None,
        "APP_ENABLE_SECURE_HEADERS": False,
        "APP_ALLOWED_HOSTS": None,
        "JSONSCHEMAS_HOST": "localhost",
        "FILES_REST_STORAGE_CLASS_LIST": {"L": "Local"},
        "FILES_REST_DEFAULT_STORAGE_CLASS": "L",
        "RDM_USER_MODERATION_ENABLED": False,
        "DATACITE_ENABLED": True,
        "DATACITE_USERNAME": "nobody",
        "DATACITE_PASSWORD": "nothing",
        "DATACITE_PREFIX": "10.5072",
        "DATACITE_TEST_MODE": True,
        "RDM_ALLOW_METADATA_ONLY_RECORDS": True,
        "RECORDS_REFRESOLVER_CLS": "invenio_records.resolver.InvenioRefResolver",
        "RECORDS_REFRESOLVER_STORE": "invenio_jsonschemas.proxies.current_refresolver_store",
        "I18N_LANGUAGES": [],
        "INSTANCE_PATH": str(folder),
    }


def _register_nothing() -> None:
    """No DOI leaves this machine."""
    for provider in (
        *RDM_PERSISTENT_IDENTIFIER_PROVIDERS,
        *RDM_PARENT_PERSISTENT_IDENTIFIER_PROVIDERS,
    ):
        client = getattr(provider, "client", None)
        if client is not None and hasattr(client, "_api"):
            client._api = MagicMock()


def _read_vocabularies_from_database() -> None:
    """Exports ask the search for words; here there is none."""

    def props(vocabulary: str, _fields: object, id_: str) -> dict[str, Any]:
        found: dict[str, Any] = Vocabulary.pid.resolve((vocabulary, id_)).get("props", {})
        return found

    for name, module in list(sys.modules.items()):
        if name.startswith("invenio_rdm_records.resources") and hasattr(
            module, "get_vocabulary_props"
        ):
            module.get_vocabulary_props = props  # type: ignore[attr-defined]


def _words() -> Iterator[tuple[str, str, list[dict[str, Any]]]]:
    """Each vocabulary with the short name of its identifiers, and its words."""
    for name, kind, file in (
        ("languages", "lng", "languages.yaml"),
        ("resourcetypes", "rsrct", "resource_types.yaml"),
        ("creatorsroles", "crr", "roles.yaml"),
        ("contributorsroles", "cor", "roles.yaml"),
        ("descriptiontypes", "dty", "description_types.yaml"),
        ("datetypes", "dat", "date_types.yaml"),
        ("relationtypes", "rlt", "relation_types.yaml"),
        ("titletypes", "ttyp", "title_types.yaml"),
        ("removalreasons", "rem", "removal_reasons.yaml"),
    ):
        words = yaml.load((_DATA / file).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        yield name, kind, [it for it in words if name != "languages" or it["id"] in _LANGUAGES]
    with (_DATA / "licenses.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["id"] in _LICENCES]
    yield (
        "licenses",
        "lic",
        [
            {
                "id": row["id"],
                "title": {"en": row["title__en"]},
                "props": {"url": row["props__url"], "scheme": row["props__scheme"]},
            }
            for row in rows
        ],
    )


def _fill(folder: Path) -> str:
    """Make the tables, the words, a place for files and a user; returns the user's token."""
    db.create_all()
    (folder / "files").mkdir(exist_ok=True)
    db.session.add(Location(name="default", uri=str(folder / "files"), default=True))
    user = User(email="jane@example.org", password="x", active=True)
    db.session.add(user)
    db.session.commit()
    for name, kind, words in _words():
        vocabularies.create_type(system_identity, name, kind)
        for word in words:
            vocabularies.create(system_identity, {**word, "type": name})
    token = Token.create_personal(
        "test", user.id, scopes=["deposit:write", "deposit:actions", "user:email"]
    )
    db.session.commit()
    return str(token.access_token)


def main(database: str, redis: str, folder: Path) -> None:
    """Serve until the process is ended."""
    outer = DispatcherMiddleware(NotFound())
    server = make_server("127.0.0.1", 0, outer, threaded=True)
    _register_nothing()
    api = create_api(**_config(database, redis, folder, server.server_port))
    _read_vocabularies_from_database()
    _build_any_address(api)
    with api.app_context():
        token = _fill(folder)
    outer.mounts["/api"] = api
    ready = folder / "ready.part"
    ready.write_text(f"http://127.0.0.1:{server.server_port}\n{token}\n", encoding="utf-8")
    ready.rename(folder / "ready")
    server.serve_forever()


def _build_any_address(api: Any) -> None:
    """Answers hold addresses of pages, which nothing here serves."""
    build = api._urls_builder.build

    def built(endpoint: str, values: object, method: str | None, anchor: str | None) -> str:
        try:
            return str(build(endpoint, values, method=method, anchor=anchor))
        except BuildError:
            return f"{api.config['SITE_UI_URL']}/{endpoint}"

    api._urls_builder.build = built


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
