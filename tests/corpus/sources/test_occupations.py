"""The sheets of occupations answer what people ask first."""

NEEDED = {"summary", "tasks", "conditions", "access", "pay", "outlets"}


def test_an_occupation_is_named_in_both_genders(occupations):
    for name, sheet in occupations.items():
        occupation = sheet["occupation"]
        words = {occupation[gender].split()[0] for gender in ("feminine", "masculine")}

        assert all(word in occupation["label"] for word in words), name
        assert occupation["rome"], name
        assert occupation["synonyms"], name


def test_an_occupation_says_what_one_does_how_to_enter_and_where_it_leads(occupations):
    assert len(occupations) == 12
    for name, sheet in occupations.items():
        present = {one["aspect"] for one in sheet["statement"]}

        assert present >= NEEDED, name
        assert 12 <= len(sheet["statement"]) <= 24, name


def test_an_entry_salary_is_monthly_gross_and_says_when_it_was_published(facts):
    salaries = [(one["text"], fact) for _, one, fact in facts if fact["property"] == "salary_entry"]

    assert salaries
    for text, fact in salaries:
        assert fact["unit"] == "EUR/month gross"
        assert "brut par mois" in text
        assert "publiée en juin 2024" in text


def test_a_salary_below_the_minimum_wage_stands_beside_it(occupations):
    for name, sheet in occupations.items():
        pay = [fact for one in sheet["statement"] for fact in one.get("fact", ())]
        shown = [
            float(fact["value"])
            for fact in pay
            if fact["property"] in {"salary_entry", "ceiling"} and fact["unit"] == "EUR/month gross"
        ]
        minimum = [float(fact["value"]) for fact in pay if fact["scope"] == "Smic, France"]

        assert minimum or all(value > 1867.02 for value in shown), name


def test_the_nurse_sheet_answers_how_to_enter_and_what_one_earns_first(occupations):
    sheet = occupations["spro_occupations/infirmier"]
    typed = {
        (fact["property"], fact["value"], fact["unit"])
        for one in sheet["statement"]
        for fact in one.get("fact", ())
    }
    access = " ".join(one["text"] for one in sheet["statement"] if one["aspect"] == "access")

    assert typed >= {
        ("diploma", "diplôme d'État d'infirmier", "name"),
        ("study_duration", "3", "years"),
        ("diploma_level", "6", "level"),
        ("salary_entry", "1890", "EUR/month gross"),
    }
    assert "Parcoursup" in access
    assert "formation professionnelle continue" in access
