"""Each part of a package, as a validator reads it that others wrote."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from edition.deposit.file_names import is_safe
from edition.header.identifiers import is_sound
from edition.rights.licences import known_licences
from tests.deposit.judges import program, python, said, tool
from tests.deposit.whole_edition import run
from tests.schema.jing import TEI_ALL, needs_jing, needs_tei_all, refused

pytestmark = pytest.mark.slow
JUDGES = "DEPOSIT_JUDGES"
FIRST = Path("output/deposit/first")
ZIP = FIRST / "upload" / "first-v1.2.0.zip"
DOI = '<idno type="DOI">10.5072/zenodo.1234</idno>\n        <idno type="Handle">21.11115/7</idno>'
# By whether there is a DOI: the header before it is built.
HEADERS = {"without DOI": "", "with DOI": DOI}


@pytest.fixture(params=HEADERS)
def packed(built: Path, request: pytest.FixtureRequest) -> Path:
    """The whole edition, with a package of its first document."""
    if added := HEADERS[request.param]:
        tei = Path("source/first.xml")
        slug = '<idno type="slug">'
        tei.write_text(tei.read_text(encoding="utf-8").replace(slug, added + slug, 1), "utf-8")
        assert run("build").exit_code == 0
    result = run("package", "first")
    assert result.exit_code == 0, result.stderr
    return built


@pytest.fixture
def bag(packed: Path, tmp_path: Path) -> Path:
    """The bag, unpacked."""
    with zipfile.ZipFile(ZIP) as archive:
        archive.extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked" / "first-v1.2.0"


def test_bagit_accepts_the_bag_and_finds_what_is_changed_in_it(bag: Path) -> None:
    judge = program(JUDGES, "bagit.py")
    status, text = said(program(JUDGES, "python"), judge, "--validate", bag)
    assert status == 0, text
    page = bag / "data" / "text" / "first.txt"
    page.write_bytes(page.read_bytes().replace(b"Good", b"Bad!"))
    assert said(program(JUDGES, "python"), judge, "--validate", bag)[0] != 0


def test_bagit_utils_accepts_the_bag_without_a_warning(bag: Path) -> None:
    code = """
import sys
from pathlib import Path
from bagit_utils import Bag
report = Bag(Path(sys.argv[1])).validate()
print(report.valid, len(report.issues))
"""
    assert python(JUDGES, code, bag) == "True 0\n"
    (bag / "data" / "README.md").write_text("Another.\n", encoding="utf-8")
    assert python(JUDGES, code, bag).startswith("False")


def test_datacite_xml_is_valid_by_the_official_schema(packed: Path) -> None:
    code = """
import sys
from pathlib import Path
import validator
from lxml import etree
folder = Path(validator.__file__).parent / "schema"
schema = etree.XMLSchema(etree.parse(folder / "metadata.xsd"))
schema.assertValid(etree.parse(sys.argv[1]))
print("valid")
"""
    assert python(JUDGES, code, FIRST / "upload" / "datacite.xml") == "valid\n"


def test_datacite_json_is_valid_by_its_schema(packed: Path) -> None:
    code = """
import json, sys
from pathlib import Path
from datacite import schema45
schema45.validator.validate(json.loads(Path(sys.argv[1]).read_text("utf-8")))
print("valid")
"""
    assert python(JUDGES, code, FIRST / "metadata" / "datacite.json") == "valid\n"


@pytest.mark.parametrize("profile", ["ro-crate-1.1", "process-run-crate-0.5"])
def test_the_crate_is_valid(bag: Path, tmp_path: Path, profile: str) -> None:
    judge, cache = program(JUDGES, "rocrate-validator"), tmp_path / "cache"
    warm = Path(__file__).with_name("warm_cache.py")
    status, text = said(program(JUDGES, "python"), "-W", "ignore", warm, cache)
    assert status == 0, text
    options = ("--offline", "--cache-path", cache, "--profile-identifier", profile, "--no-paging")
    status, text = said(
        judge, "-y", "validate", *options, "--requirement-severity", "required", bag / "data"
    )
    assert status == 0, text


def test_cffconvert_accepts_the_citation(packed: Path) -> None:
    status, text = said(
        program("CFF_JUDGE", "cffconvert"), "--validate", "-i", FIRST / "upload" / "CITATION.cff"
    )
    assert status == 0, text


def test_the_sums_hold_and_the_zip_file_is_whole(packed: Path) -> None:
    status, text = said(tool("sha256sum"), "--check", "--strict", "SHA256SUMS", where=ZIP.parent)
    assert status == 0, text
    status, text = said(tool("unzip"), "-tq", ZIP)
    assert status == 0, text


def test_licences_are_those_of_spdx(packed: Path) -> None:
    code = """
import sys
from license_expression import get_spdx_licensing
for it in sys.argv[1:]:
    assert not get_spdx_licensing().validate(it).errors, it
assert get_spdx_licensing().validate("CC-BY-99").errors
"""
    python(JUDGES, code, *known_licences())


def test_cffconvert_takes_each_licence_of_which_we_say_so() -> None:
    code = """
import json, sys
from pathlib import Path
import cffconvert
schema = Path(cffconvert.__file__).parent / "schemas" / "1.2.0" / "schema.json"
known = json.loads(schema.read_text("utf-8"))["definitions"]["license-enum"]["enum"]
print(sorted(set(sys.argv[1:]) - set(known)))
"""
    ours = [it.spdx for it in known_licences().values() if it.in_citations]
    assert len(ours) > 400
    assert python("CFF_JUDGE", code, *ours) == "[]\n"


def test_each_licence_of_spdx_is_known() -> None:
    """Those that license-expression has, but for exceptions and what SPDX has given up."""
    code = """
from license_expression import get_license_index
for it in get_license_index():
    key = it.get("spdx_license_key") or "LicenseRef-"
    if not (key.startswith("LicenseRef-") or it["is_exception"] or it["is_deprecated"]):
        print(key)
"""
    assert set(python(JUDGES, code).split()) <= set(known_licences())


def test_idutils_judges_identifiers_alike() -> None:
    cases = {
        "10.5281/zenodo.1234": "doi",
        "21.11115/0000-000C-42AB-7": "handle",
        "ark:/12345/x7": "ark",
        "0000-0002-1825-0097": "orcid",
        "0000-0001-5109-3700": "orcid",
        "0000-0002-1825-0098": "orcid",
        "0000-0021-0345-6780": "orcid",
        "0000-0000-2169-4233": "orcid",
        "0009-0000-0000-000X": "orcid",
        "0009-0001-2345-6789": "orcid",
        "nothing": "doi",
    }
    code = """
import sys, idutils
for it in sys.argv[1:]:
    scheme, _, value = it.partition("=")
    print(bool(getattr(idutils, f"is_{scheme}")(value)))
"""
    told = python(JUDGES, code, *(f"{scheme}={it}" for it, scheme in cases.items())).split()
    names = {"doi": "DOI", "handle": "Handle", "ark": "ARK", "orcid": "ORCID"}
    ours = [str(is_sound(names[scheme], it)) for it, scheme in cases.items()]
    assert told == ours


def test_every_name_is_one_that_all_repositories_take(bag: Path) -> None:
    files = [path.relative_to(bag).as_posix() for path in bag.rglob("*") if path.is_file()]
    payload = [it.removeprefix("data/") for it in files if it.startswith("data/")]
    assert len(payload) > 10
    assert all(is_safe(it) for it in payload if it != "ro-crate-metadata.json")


@pytest.mark.java
@needs_jing
def test_the_schemas_of_the_package_judge_its_tei(bag: Path) -> None:
    tei, schema = bag / "data" / "tei" / "first.xml", bag / "data" / "schemas" / "edition.rng"
    assert refused(schema, [tei]) == {}


@pytest.mark.java
@needs_jing
@needs_tei_all
def test_its_tei_is_tei_by_the_schema_of_the_consortium(packed: Path) -> None:
    assert refused(TEI_ALL, [FIRST / "upload" / "first.xml"]) == {}
