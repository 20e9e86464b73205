/* Who says what, narrowed to one subject: those that most statements name. Made here, for without scripts it would do
   nothing. */
(() => {
  "use strict";

  const SUBJECTS = 6;

  const subjectsOf = (rows) => {
    const found = new Map();
    for (const row of rows) {
      for (const page of new Set([...row.querySelectorAll(".bg-claim a")].map((link) => link.pathname))) {
        found.set(page, [...(found.get(page) ?? []), row]);
      }
    }
    return [...found].filter(([, own]) => own.length > 1).sort((a, b) => b[1].length - a[1].length).slice(0, SUBJECTS);
  };

  const nameOf = (page) => {
    const links = [...document.querySelectorAll(".bg-claim a")].filter((link) => link.pathname === page);
    return links.map((link) => link.textContent).sort((a, b) => a.length - b.length)[0];
  };

  const choice = (name, own, show) => {
    const label = document.createElement("label");
    const radio = document.createElement("input");
    radio.type = "radio";
    radio.name = "bg-about";
    radio.checked = !own;
    radio.addEventListener("change", () => show(own));
    label.append(radio, ` ${name}`);
    return label;
  };

  const addSubjects = (speakers) => {
    const rows = speakers.flatMap((speaker) => [...speaker.querySelectorAll(".bg-row")]);
    const subjects = subjectsOf(rows);
    const place = document.querySelector(".bg-place-subjects");
    if (!place || place.firstChild) return;
    if (subjects.length < 2) {
      place.remove();
      return;
    }
    const box = document.createElement("fieldset");
    const head = document.createElement("legend");
    const told = document.createElement("span");
    const show = (own) => {
      rows.forEach((row) => (row.hidden = Boolean(own) && !own.includes(row)));
      const left = speakers.filter((speaker) => !own || own.some((row) => speaker.contains(row)));
      speakers.forEach((speaker) => (speaker.hidden = !left.includes(speaker)));
      place.parentElement.classList.toggle("bg-narrowed", Boolean(own));
      const count = (own ?? rows).length;
      told.textContent = `${count} statement${count === 1 ? "" : "s"} by ${left.length} speaker${left.length === 1 ? "" : "s"}`;
    };
    box.className = "bg-about";
    head.textContent = "About";
    told.setAttribute("role", "status");
    box.append(head, choice("anything", undefined, show), ...subjects.map(([page, own]) => choice(nameOf(page), own, show)), told);
    place.append(box);
  };

  const start = () => {
    const speakers = [...document.querySelectorAll("section.bg-speaker")];
    if (speakers.length) addSubjects(speakers);
  };

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
