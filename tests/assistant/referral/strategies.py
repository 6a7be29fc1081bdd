"""Random people, known in part."""

from hypothesis import strategies as st

from assistant.profile import Need, Profile

SITUATIONS = [
    *("collegien", "lyceen", "etudiant", "decrocheur", "demandeur_emploi", "salarie_prive"),
    *("agent_public", "independant", "parent_eleve", "parent_foyer", "apprenti", "retraite"),
    *("jeune_diplome", "esat", "detenu", "demandeur_asile", "militaire", "brsa"),
    "prefere_ne_pas_dire",
]
yes_no = st.none() | st.booleans()
profiles = st.builds(
    Profile,
    situation=st.none() | st.sampled_from(SITUATIONS),
    age=st.none() | st.integers(min_value=11, max_value=80),
    executive=st.none() | st.sampled_from(["oui", "non", "sans_objet"]),
    disability=st.none() | st.sampled_from(["oui", "non", "demande"]),
    employed=yes_no,
    job_seeking=yes_no,
    sector=st.none() | st.sampled_from(["prive", "independant", "public", "aucun"]),
)
needs = st.lists(st.sampled_from(list(Need)), max_size=3)
