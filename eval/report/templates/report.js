"use strict";
// Filters only: everything can be read, opened and followed without this.
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const [task, people, text] = ["by-task", "by-public", "by-text"].map((id) => document.getElementById(id));
  const said = form.querySelector("output");
  const failures = [...document.querySelectorAll("details.failure")];
  const groups = [...document.querySelectorAll("section.group")];
  const words = new Map();

  const plain = (value) => value.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
  // A failure whose exchange is shown elsewhere is searched with it.
  const wordsOf = (failure) => {
    if (!words.has(failure)) {
      const link = failure.querySelector("a[data-same]");
      const there = link ? document.getElementById(link.hash.slice(1)) : null;
      words.set(failure, plain(failure.textContent + (there ? there.textContent : "")));
    }
    return words.get(failure);
  };
  const keeps = (failure, sought) =>
    (!task.value || failure.dataset.task === task.value) &&
    (!people.value || failure.dataset.public === people.value) &&
    sought.every((word) => wordsOf(failure).includes(word));

  const apply = () => {
    const sought = plain(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const failure of failures) {
      failure.hidden = !keeps(failure, sought);
      shown += failure.hidden ? 0 : 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("details.failure:not([hidden])");
    said.textContent = said.dataset.said.replace("##", failures.length).replace("#", shown);
  };
  // A link may lead to what a filter hides, or to what is closed.
  const reveal = () => {
    const there = location.hash ? document.getElementById(location.hash.slice(1)) : null;
    if (!there) return;
    if (there.closest("[hidden]")) { form.reset(); apply(); }
    for (let up = there.closest("details"); up; up = up.parentElement.closest("details")) up.open = true;
    there.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  window.addEventListener("hashchange", reveal);
  apply();
  reveal();
})();
