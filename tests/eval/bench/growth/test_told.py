from eval.bench.growth.told import EVERY_SECONDS, Watch, tell


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


def test_a_line_is_told_beside_what_is_printed(capsys):
    tell("un")

    assert capsys.readouterr() == ("", "un\n")


def test_the_end_of_a_step_is_told_at_once():
    heard = []
    watch = Watch("essai", heard.append, Clock())

    watch.advance("words", 500, 1000)
    watch.advance("words", 1000, 1000)

    assert heard == ["  essai: words, 1,000 of 1,000"]


def test_a_long_step_is_told_every_few_seconds():
    heard, clock = [], Clock()
    watch = Watch("essai", heard.append, clock)

    for done in range(1, 9):
        clock.now += EVERY_SECONDS / 2
        watch.advance("words", done, 10)

    assert [line.split()[2] for line in heard] == ["2", "4", "6", "8"]


def test_the_most_memory_held_is_kept():
    watch = Watch("essai", lambda _: None)

    watch.advance("words", 1, 1)

    assert watch.most_megabytes > 10
