from answertree.knowledge.problems import ContentError, Place, Problem, did_you_mean, near

LATE = Problem(Place("b.yml", 10), "yaml", "late")
EARLY = Problem(Place("b.yml", 9, 4), "yaml", "early")
FIRST = Problem(Place("a.yml", 30), "yaml", "first")


def test_an_error_carries_every_problem_once_in_order_of_file_line_and_column() -> None:
    assert ContentError([LATE, EARLY, FIRST, LATE]).problems == (FIRST, EARLY, LATE)


def test_lines_are_in_order_as_numbers() -> None:
    assert sorted([LATE, EARLY]) == [EARLY, LATE]


def test_the_nearest_name_is_the_same_name_when_it_is_there() -> None:
    assert near("k-1", ["k-11", "k-1", "k-2"]) == "k-1"


def test_the_nearest_name_of_a_mistyped_one() -> None:
    assert near("desacle", ["light-on", "descale"]) == "descale"


def test_neither_case_nor_the_sign_between_words_counts() -> None:
    assert near("Light_On", ["light-on", "lid-on"]) == "light-on"
    assert near("kettle/descale", ["kettle", "kettle.descale"]) == "kettle.descale"
    assert near("Ask", ["task", "ask"]) == "ask"


def test_no_name_is_near_when_all_are_far() -> None:
    assert near("zzz", ["descale"]) is None
    assert near("zzz", []) is None


def test_a_hint_names_the_nearest_or_else_the_few_that_there_are() -> None:
    assert did_you_mean("desacle", ["descale", "write"]) == "did you mean `descale`?"
    assert did_you_mean("zzz", ["b", "a"]) == "known: `a`, `b`"
    assert did_you_mean("zzz", [f"name-{number}" for number in range(40)]) == ""
    assert did_you_mean("zzz", []) == ""


def test_a_name_is_never_taken_for_its_opposite() -> None:
    assert near("leave-message", ["leave-no-message"]) is None
    assert near("do-not-wait", ["do-wait", "do-not-await"]) == "do-not-await"
    assert near("light-no", ["light-on"]) == "light-on"
