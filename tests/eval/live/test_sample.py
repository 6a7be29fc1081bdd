"""Samples are read strictly, and a line that still holds an identifier never is."""

import json

import pytest
from pydantic import ValidationError

from corpus.model.errors import InputError
from eval.live.sample import Leak, leaking, read_samples

PHONE = "02 31 00 00 01"
EMAIL = "lea@exemple.fr"
NIR = "1 85 12 78 006 084 09"


def test_a_sample_is_read_with_its_reply_as_it_is_scored(read, make_sample):
    (sample,) = read(make_sample(seconds=2)).samples

    assert (sample.site, sample.day.isoformat(), sample.seconds) == ("demo", "2026-11-20", 2.0)
    assert sample.reply.outcome == "answered"
    assert sample.reply.quotes[0].publisher == "Onisep"


def test_a_sample_does_not_change(read, make_sample):
    (sample,) = read(make_sample()).samples

    with pytest.raises(ValidationError):
        sample.message = "autre"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"day": "20/11/2026"}, "day"),
        ({"day": 20261120}, "day"),
        ({"site": ""}, "site"),
        ({"site": "[b]demo"}, "site"),
        ({"reply_id": "42"}, "reply_id"),
        ({"language": "français"}, "language"),
        ({"message": None}, "message"),
        ({"reply": {"outcome": "answered"}}, "reply"),
        ({"reply": "oui"}, "reply"),
        ({"seconds": -0.1}, "seconds"),
        ({"seconds": float("nan")}, "seconds"),
        ({"seconds": "1"}, "seconds"),
        ({"prénom": "Kenzo"}, "champ inconnu"),
    ],
)
def test_a_wrong_field_is_named_with_its_line_and_never_what_it_holds(
    read, make_sample, given, named
):
    with pytest.raises(InputError) as caught:
        read(make_sample(1), make_sample(2) | given)

    assert str(caught.value).endswith(f"demo.jsonl, ligne 2 : champs refusés : {named}")


def test_a_citation_of_a_source_that_is_not_given_is_refused(read, make_sample, make_reply):
    reply = make_reply(sources=[])

    with pytest.raises(InputError, match="champs refusés : reply"):
        read(make_sample(reply=reply))


@pytest.mark.parametrize(
    ("line", "reason"), [("{", "JSON illisible"), ("[1]", "un objet est attendu")]
)
def test_a_line_that_is_no_object_is_named(tmp_path, today, line, reason):
    (tmp_path / "demo.jsonl").write_text(f"\n{line}\n")

    with pytest.raises(InputError, match=f"ligne 2 : {reason}$"):
        read_samples(tmp_path, today)


def test_a_line_that_is_not_text_is_named(tmp_path, today):
    (tmp_path / "demo.jsonl").write_bytes(b'{"day": "\xff"}\n')

    with pytest.raises(InputError, match=r"ligne 1 : JSON illisible$"):
        read_samples(tmp_path, today)


def test_old_lines_are_not_even_read(write, make_sample, today):
    folder = write(make_sample(ago=31) | {"message": EMAIL}, make_sample(2, ago=30))

    reading = read_samples(folder, today)

    assert (len(reading.samples), reading.expired, reading.leaks) == (1, 1, ())


def test_a_line_being_written_is_counted_and_left_for_later(write, make_sample, today):
    folder = write(make_sample(), end='\n{"day": "2026-11-20", "mess')

    reading = read_samples(folder, today)

    assert (len(reading.samples), reading.unfinished) == (1, 1)


def test_a_day_to_come_is_counted_and_left_out(read, make_sample):
    reading = read(make_sample(1, ago=-1), make_sample(2, ago=0))

    assert (len(reading.samples), reading.ahead) == (1, 1)


def test_a_reply_told_twice_counts_once(read, make_sample):
    reading = read(make_sample(1), make_sample(1, ago=1), make_sample(1, site="autre"))

    assert [sample.site for sample in reading.samples] == ["demo", "autre"]
    assert reading.samples[0].day.isoformat() == "2026-11-20"
    assert reading.repeated == 1


def test_a_line_separator_inside_a_message_does_not_end_the_line(read, make_sample):
    assert len(read(make_sample(message="un\u2028deux")).samples) == 1


def test_a_leak_is_told_by_file_line_and_kind(write, make_sample, today):
    write(make_sample(1), name="a/1.jsonl")
    leaky = make_sample(3, message=f"{EMAIL} {PHONE} {NIR}")
    folder = write(make_sample(2), leaky, name="a/2.jsonl")

    reading = read_samples(folder, today)

    kinds = ["email", "nir", "phone"]
    assert list(reading.leaks) == [Leak(file="a/2.jsonl", line=2, kind=kind) for kind in kinds]
    assert len(reading.samples) == 2


def test_a_leak_is_told_even_where_the_line_is_wrong(read, make_sample):
    reading = read(make_sample() | {EMAIL: 1})

    assert [leak.kind for leak in reading.leaks] == ["email"]


@pytest.mark.parametrize(
    "reply",
    [
        {"sentences": [{"text": f"Appeler le {PHONE}", "citations": []}]},
        {"suggestions": [f"Appeler le {PHONE}"]},
        {"missing": [{"aspect": "other", "label": PHONE}]},
        {"clarification": {"question": PHONE, "options": []}},
        {"understood": {"commune": 231000001, "age": PHONE}},
        {PHONE: "clé"},
    ],
)
def test_a_reply_leaks_wherever_it_speaks(make_sample, make_reply, reply):
    assert leaking(make_sample(reply=make_reply(**reply))) == {"phone"}


@pytest.mark.parametrize("field", ["message", "site", "language", "day"])
def test_every_field_of_a_line_is_searched(make_sample, field):
    assert leaking(make_sample() | {field: EMAIL}) == {"email"}


@pytest.mark.parametrize(
    "given",
    [
        {"referrals": [{"phone": "0231000001"}]},
        {"referrals": [{"hours": "9 h-12 h, 02.31.00.00.01"}]},
        {"referrals": [{"offices": [{"address": PHONE}]}]},
        {"sources": [{"quote": f"Tél. {PHONE}"}]},
        {"facts": [{"value": PHONE}]},
    ],
)
def test_a_number_the_directory_or_a_source_gives_is_no_leak(make_sample, make_reply, given):
    said = [{"text": f"Appeler le {PHONE}", "citations": []}]

    assert leaking(make_sample(reply=make_reply(sentences=said, **given))) == set()


def test_a_number_given_by_a_reply_is_still_a_leak_in_the_message(
    make_sample, make_reply, make_body
):
    reply = make_reply(referrals=[make_body(phone=PHONE)])

    assert leaking(make_sample(reply=reply, message=PHONE)) == {"phone"}


@pytest.mark.parametrize("given", [{"sources": [{"title": PHONE}]}, {"phone": PHONE}])
def test_a_number_elsewhere_in_a_reply_is_excused_by_nothing(make_sample, make_reply, given):
    assert leaking(make_sample(reply=make_reply(**given))) == {"phone"}


def test_a_social_security_number_in_a_quote_is_a_leak(make_sample, make_reply):
    assert leaking(make_sample(reply=make_reply(sources=[{"quote": NIR}]))) == {"nir"}


def test_codes_of_machines_are_no_numbers_but_may_hold_an_email(make_sample, make_reply):
    codes = {"id": "0231000001", "versions": {"corpus": "0231000001"}}

    assert leaking(make_sample(reply=make_reply(**codes))) == set()
    assert leaking(make_sample(reply=make_reply(sources=[{"url": EMAIL}]))) == {"email"}


def test_an_identifier_written_with_escapes_is_found(tmp_path, make_sample, today):
    line = json.dumps(make_sample(message=EMAIL)).replace("@", "\\u0040")
    (tmp_path / "demo.jsonl").write_text(f"{line}\n")

    assert len(read_samples(tmp_path, today).leaks) == 1
