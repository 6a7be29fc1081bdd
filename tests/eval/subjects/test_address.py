from concurrent.futures import ThreadPoolExecutor

import pytest

from assistant.profile import Profile
from assistant.question import Turn
from eval.subjects.address import Address
from eval.subjects.base import SubjectError

TURN = Turn(text="Le BTS dure combien ?", profile=Profile(age=34, employed=False))


def reply(**changes):
    return {
        "outcome": "declined",
        "completeness": "none",
        "sentences": [{"text": "Non.", "citations": []}],
        "sources": [],
        "facts": [],
        "referrals": [],
        "clarification": None,
        "notices": [],
        "versions": {"corpus": "c1"},
        **changes,
    }


@pytest.fixture
def address(fake):
    made = Address(f"{fake.url}/", timeout=5)
    yield made
    made.close()


def test_a_turn_is_posted_and_its_reply_is_all_that_is_seen(fake, address):
    fake.gives(reply())

    seen = address.ask(TURN)

    assert fake.paths == ["/v1/chat"]
    assert fake.asked[0]["profile"] == {"age": 34, "employed": False}
    assert seen.observed.text == "Non."
    assert (seen.found, seen.read, seen.dropped, seen.logged) == (None, None, None, None)


def test_the_versions_are_those_of_the_first_reply(fake, address):
    fake.gives(reply(), reply(versions={"corpus": "c2"}))

    address.ask(TURN)
    address.ask(TURN)

    assert address.versions == {"corpus": "c1"}
    assert len(fake.asked) == 2


def test_versions_wanted_before_anything_was_asked_are_asked_for(fake, address):
    fake.gives(reply())

    assert address.versions == address.versions == {"corpus": "c1"}
    assert len(fake.asked) == 1


def test_an_address_bears_a_name_fit_for_a_file():
    first, second = Address("http://127.0.0.1:8000/"), Address("https://moi:secret@exemple.test")

    assert (first.name, second.name) == ("127.0.0.1-8000", "exemple.test")
    first.close()
    second.close()


def test_a_refusal_is_told_in_the_words_of_the_service(fake, address):
    fake.gives({"detail": "Le message est trop long."}, status=413)

    with pytest.raises(SubjectError, match="HTTP 413: Le message est trop long"):
        address.ask(TURN)


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}"])
def test_a_refusal_without_a_reason_is_told_by_its_status(fake, address, body):
    fake.gives(body, status=500)

    with pytest.raises(SubjectError, match="HTTP 500: Internal Server Error"):
        address.ask(TURN)


def test_a_connection_that_breaks_is_tried_once_more(fake, address):
    fake.gives(drops=True)
    fake.gives(reply())

    assert address.ask(TURN).observed.outcome == "declined"


def test_a_connection_that_keeps_breaking_is_an_error(fake, address):
    fake.gives(drops=True)

    with pytest.raises(SubjectError, match="RemoteProtocolError"):
        address.ask(TURN)

    assert len(fake.asked) == 2


def test_nobody_at_the_address_is_an_error():
    absent = Address("http://127.0.0.1:9")

    with pytest.raises(SubjectError, match="ConnectError"):
        absent.ask(TURN)
    absent.close()


def test_a_service_too_slow_is_asked_once(fake):
    fake.gives(hangs=True)
    hurried = Address(fake.url, timeout=0.1)

    with pytest.raises(SubjectError, match="ReadTimeout"):
        hurried.ask(TURN)
    assert len(fake.asked) == 1
    hurried.close()


def test_several_threads_may_ask_at_once(fake, address):
    fake.gives(reply())

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(address.ask, [TURN] * 24))

    assert {one.observed.outcome for one in seen} == {"declined"}
