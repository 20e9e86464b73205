/* Comforts only: without this file every page reads and every link leads where it should. */
(() => {
  "use strict";

  /* Instant navigation writes each link of the page that it fetched, which a link in a drawing refuses with an error that
     keeps the page away. Such a link leads where it should as it stands, so that nothing is to be written. */
  const inDrawings = Object.getOwnPropertyDescriptor(SVGAElement.prototype, "href");
  if (inDrawings && !inDrawings.set) {
    Object.defineProperty(SVGAElement.prototype, "href", { ...inDrawings, set() {} });
  }

  /* A link may point into a passage that is closed: open it, and all around it, and go there. */
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let opened = false;
    for (let box = target?.closest("details"); box; box = box.parentElement.closest("details")) {
      opened ||= !box.open;
      box.open = true;
    }
    if (opened) target.scrollIntoView();
  };

  /* Whoever goes from a passage into the article finds there the words that were marked in it. What is to be marked is
     kept for this tab alone; where that cannot be, the bar and the number of the paragraph suffice. */
  const QUOTED = "backgrounder-quoted";

  const keepWords = (event) => {
    const link = event.target.closest?.(".bg-excerpt .bg-from a");
    if (!link) return;
    const words = [...link.closest("blockquote").querySelectorAll("mark")].map((mark) => mark.textContent);
    try {
      sessionStorage.setItem(QUOTED, JSON.stringify({ address: link.href, words }));
    } catch {
      /* no storage here */
    }
  };

  const keptWords = () => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(QUOTED));
      return kept?.address === location.href ? kept.words : [];
    } catch {
      return [];
    }
  };

  /* Words may run over links and emphasis: each piece of text that has a part of them gets a mark of its own. */
  const markWords = (paragraph, words) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const pieces = [];
    let whole = "";
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.closest(".bg-pn, mark")) continue;
      pieces.push([walker.currentNode, whole.length]);
      whole += walker.currentNode.data;
    }
    const start = whole.replace(/\s/g, " ").indexOf(words.replace(/\s/g, " "));
    if (start < 0) return;
    for (const [node, at] of pieces) {
      const from = Math.max(start - at, 0);
      const to = Math.min(start + words.length - at, node.length);
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      range.surroundContents(document.createElement("mark"));
    }
  };

  const markArrival = () => {
    const target = document.getElementById(location.hash.slice(1))?.closest(".bg-article p, .bg-article li");
    if (target) keptWords().forEach((words) => markWords(target, words));
  };

  /* The labels of the theme's switches become buttons, for the keyboard and for screen readers. */
  const makeButton = (label) => {
    const button = document.createElement("button");
    const name = label.getAttribute("for");
    button.type = "button";
    button.className = label.className;
    button.dataset.bgButton = name;
    button.setAttribute("aria-label", label.dataset.bgLabel);
    button.append(...label.childNodes);
    button.addEventListener("click", () => document.getElementById(name).click());
    label.replaceWith(button);
  };

  /* What opens takes the focus, and Escape gives it back. */
  const moveFocus = (name, inside) => {
    const toggle = document.getElementById(name);
    const button = document.querySelector(`[data-bg-button=${name}]`);
    button?.setAttribute("aria-expanded", String(toggle.checked));
    toggle?.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(toggle.checked));
      if (toggle.checked) setTimeout(() => document.querySelector(inside)?.focus(), 50);
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !document.activeElement.matches(inside)) return;
      if (toggle.checked) toggle.click();
      button.focus();
    });
  };

  /* The day on which the reader sees the page, which no build can know. */
  const fillDay = (place) => {
    const today = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const words = today.toLocaleDateString("en-US", { dateStyle: "long" });
    const iso = `${today.getFullYear()}-${two(today.getMonth() + 1)}-${two(today.getDate())}`;
    place.textContent = "iso" in place.dataset ? iso : words;
  };

  /* One click copies a reference, and says so; the button is made here, for without scripts it would do nothing. */
  const addCopyButton = (text) => {
    const button = document.createElement("button");
    const told = document.createElement("span");
    const style = text.dataset.bgCopy;
    button.type = "button";
    button.className = "bg-copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy, ${style}`);
    told.className = "bg-visually-hidden";
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      const exact = text.matches("pre") ? text.textContent : text.textContent.trim().replace(/\s+/g, " ");
      await navigator.clipboard.writeText(exact);
      button.textContent = "Copied";
      told.textContent = `${style} reference copied`;
      setTimeout(() => {
        button.textContent = "Copy";
        told.textContent = "";
      }, 4000);
    });
    text.after(button, told);
  };

  /* Who says what, narrowed to one subject: those that most statements name. */
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
    if (!place || place.firstChild || subjects.length < 2) return place?.remove();
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

  /* Paper cannot be clicked: passages and claims are printed open. */
  const openForPrint = () => {
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll("main details:not([open])")];
      closed.forEach((box) => (box.open = true));
    });
    addEventListener("afterprint", () => closed.forEach((box) => (box.open = false)));
  };

  const start = () => {
    document.querySelectorAll("[data-bg-label]").forEach(makeButton);
    document.querySelectorAll(".bg-accessed").forEach(fillDay);
    if (navigator.clipboard) document.querySelectorAll("[data-bg-copy]").forEach(addCopyButton);
    const speakers = [...document.querySelectorAll("section.bg-speaker")];
    if (speakers.length) addSubjects(speakers);
    moveFocus("__drawer", ".md-nav--primary .md-nav__link");
    moveFocus("__search", ".md-search__input");
    openTarget();
    markArrival();
  };

  addEventListener("hashchange", openTarget);
  addEventListener("click", keepWords, true);
  addEventListener("auxclick", keepWords, true);
  openForPrint();
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
