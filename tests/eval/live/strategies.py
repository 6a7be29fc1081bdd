"""Identifiers of fixed form, all made up, in the ways people set them apart."""

from hypothesis import strategies as st

DIGITS = "0123456789"
SEPARATORS = ("", " ", "\u00a0", "\u202f", ".", "-")


def apart(number, sizes, separator):
    """Return a number cut in groups."""
    groups = []
    for size in sizes:
        groups.append(number[:size])
        number = number[size:]
    return separator.join(groups)


def digits(size):
    return st.text(DIGITS, min_size=size, max_size=size)


def emails():
    letters = "abcdefghijklmnopqrstuvwxyz"
    name = st.text(f"{letters}{DIGITS}_-", min_size=1, max_size=12)
    domain = st.text(letters, min_size=2, max_size=12)
    return st.builds("{}@{}.{}".format, name, domain, st.sampled_from(["fr", "com", "asso.fr"]))


def phones():
    def build(start, first, rest, separator):
        return start.format(separator) + apart(f"{first}{rest}", (1, 2, 2, 2, 2), separator)

    starts = st.sampled_from(["0", "+33{}", "0033{}", "+33{}(0)"])
    return st.builds(build, starts, st.sampled_from("123456789"), digits(8), separators())


def nirs():
    def build(sex, date, place, rest, separator):
        department = {"2A": "19", "2B": "18"}.get(place, place)
        key = 97 - int(f"{sex}{date}{department}{rest}") % 97
        return apart(f"{sex}{date}{place}{rest}{key:02}", (1, 2, 2, 2, 3, 3, 2), separator)

    places = st.one_of(digits(2), st.sampled_from(["2A", "2B"]))
    return st.builds(build, st.sampled_from("12"), digits(4), places, digits(6), separators())


def ibans():
    def build(country, account, separator):
        number = "".join(str(int(c, 36)) for c in f"{account}{country}00")
        whole = f"{country}{98 - int(number) % 97:02}{account}"
        return apart(whole, [4] * (len(whole) // 4 + 1), separator).rstrip(separator or " ")

    french = st.tuples(st.just("FR"), digits(23), separators())
    german = st.tuples(st.just("DE"), digits(18), st.sampled_from(["", " ", "-"]))
    return st.one_of(french, german).map(lambda made: build(*made))


def cards():
    def build(first, rest, separator):
        number = next(n for n in (f"{first}{rest}{d}" for d in DIGITS) if luhn(n))
        return apart(number, (4, 4, 4, 4), separator)

    return st.builds(build, st.sampled_from("2345"), digits(14), separators())


def luhn(number):
    """Return whether Luhn's check holds, the way the standard tells it."""
    total = 0
    for place, digit in enumerate(reversed(number)):
        doubled = int(digit) * 2 if place % 2 else int(digit)
        total += doubled - 9 if doubled > 9 else doubled
    return total % 10 == 0


def separators():
    return st.sampled_from(SEPARATORS)


PLANTED = {"email": emails(), "phone": phones(), "nir": nirs(), "iban": ibans(), "card": cards()}
