"""How search grows with what is searched: real stores, real steps, generated passages.

What is real, at every size: the records of the repository with their questions and names, and
their vectors; the stores; `understand` and `retrieve`, the embedding of the question included;
the questions of `eval/bench/questions.txt`.

What is generated, and drawn from a seed, so that the same passages come back and a size holds all
that a smaller one does:

- texts: words of our own passages, drawn as often as they stand there (Zipf's law, as measured),
  as many as in a real passage drawn at random; titles likewise, from the words of our titles. They
  mean nothing. Few distinct words in many passages make long lists: the word index has it harder
  than with texts of a million subjects;
- kinds: the four, a sheet of eight passages each in turn;
- vectors: not computed by the model, which would take hours. Each is the vector of a real passage
  plus noise that spreads as the real vectors do, as large as puts it where the nearest neighbour
  of a real passage usually stands: the index is clustered like a real one;
- weight in ranking: 0.7, that of the open data in the manifests, which is what a large base is
  made of.

What does not grow: the shelves beside passages (questions, names) hold those of our records only.
"""
