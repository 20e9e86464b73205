/* The theme's search, made to know names: marks in the query do not matter, whoever bears exactly that name comes
   first, and every result says what kind of page it is. It is loaded when somebody begins to search. */
(() => {
  "use strict";

  const KINDS = {
    actors: "Person",
    articles: "Article",
    events: "Event",
    glossary: "Term",
    groups: "Group",
    names: "Shared name",
    places: "Place",
  };

  /* As the index spells names too: no diacritics on Latin letters, no apostrophes. */
  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/(?<=\p{Script=Latin}\p{M}*)\p{M}/gu, "")
      .normalize("NFC")
      .replace(/['’‘ʿʾ`´]/g, "");

  /* For comparing whole names: also no case, no difference of hyphen and space. */
  const key = (text) => fold(text).toLowerCase().replace(/[\s\-‐‑–]+/g, " ").trim();

  /* A query that finds nothing is asked once more, each longer word with a letter or two wrong. */
  let lenient;
  const withSlips = (text) => text.replace(/\p{L}{4,}/gu, (word) => `${word}~${word.length > 6 ? 2 : 1}`);

  /* The theme reads the field's value: it gets the folded one, the reader sees what was typed. */
  const foldQuery = (input) => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    Object.defineProperty(input, "value", {
      configurable: true,
      get: () => {
        const text = fold(get.call(input));
        return text === lenient ? withSlips(text) : text;
      },
      set: (value) => set.call(input, value),
    });
  };

  const STATE = "⁝state"; // among the names of a state, whose pages stand in one folder with those of persons
  const MOST = 2; // lines of a list that a result shows

  const known = new WeakMap();
  const names = (item) => known.get(item) ?? [];

  /* Of the other names only these help: one that matched where the title did not, and the name in its own script. */
  const trimNames = (item, title) => {
    const tags = [...item.querySelectorAll(".md-tag")];
    const alias = title.querySelector("mark") ? undefined : tags.find((tag) => tag.querySelector("mark"));
    const native = tags.find((tag) => /[^\p{Script=Latin}\P{L}]/u.test(tag.textContent));
    tags.filter((tag) => tag !== alias && tag !== native).forEach((tag) => tag.remove());
    if (native) native.dir = "auto";
  };

  const SPELLINGS = "⁝"; // after it stand the spellings that a page does not show

  /* What an entry's page says first, its summary, stands under its name instead of among the places on the page. */
  const showSummary = (item, title) => {
    const more = item.querySelector("details");
    const first = more?.querySelector("a[href$='#top']");
    const summary = first?.querySelector("p");
    if (!summary) return;
    const nodes = [...summary.childNodes];
    const cut = nodes.findIndex((node) => node.textContent.includes(SPELLINGS));
    if (cut >= 0) {
      nodes[cut].textContent = nodes[cut].textContent.split(SPELLINGS)[0];
      nodes.slice(cut + 1).forEach((node) => node.remove());
    }
    title.after(summary);
    first.remove();
    const left = more.querySelectorAll("a").length;
    const told = more.querySelector("summary div");
    if (left) told.textContent = told.textContent.replace(/\d+/, left);
    else more.remove();
  };

  /* Of a list only the lines that have what was searched for are shown, or the first ones where none has it. */
  const trimLists = (item) => {
    for (const list of item.querySelectorAll("article > :is(ul, ol)")) {
      const lines = [...list.children];
      const found = lines.filter((line) => line.querySelector("mark"));
      const kept = (found.length ? found : lines).slice(0, MOST);
      lines.filter((line) => !kept.includes(line)).forEach((line) => line.remove());
    }
  };

  /* A passage of an article has its ¶, and leads to its paragraph. */
  const showParagraphs = (item) => {
    for (const link of item.querySelectorAll("a")) {
      const passages = [...link.querySelectorAll("p")].filter((passage) => /^\s*¶\s*\d/.test(passage.textContent));
      for (const passage of passages.reverse()) {
        const words = passage.firstChild;
        const [whole, number] = words.data?.match(/^\s*¶\s*(\d+)\s*/) ?? [];
        if (!number) continue;
        const sign = document.createElement("strong");
        sign.className = "bg-found";
        sign.textContent = `¶\u00a0${number}`;
        words.data = ` ${words.data.slice(whole.length)}`;
        passage.prepend(sign);
        link.hash = `p${number}`;
      }
    }
  };

  const readItem = (item) => {
    const title = item.querySelector("h1");
    const folder = item.querySelector("a[href]")?.pathname.split("/").at(-2);
    if (!title || known.has(item)) return;
    const sign = [...item.querySelectorAll(".md-tag")].find((tag) => tag.textContent.trim() === STATE);
    sign?.remove();
    known.set(item, [...item.querySelectorAll("h1, .md-tag")].map((name) => key(name.textContent)));
    trimNames(item, title);
    showSummary(item, title);
    showParagraphs(item);
    trimLists(item);
    item.querySelectorAll("h2").forEach((head) => key(head.textContent) === key(title.textContent) && head.remove());
    if (!KINDS[folder]) return;
    const kicker = document.createElement("p");
    kicker.className = "bg-kicker";
    kicker.textContent = sign ? "State" : KINDS[folder];
    title.before(kicker);
  };

  /* First whoever bears exactly that name, then whose name has it as a word, or nearly is it, then all others. */
  const rank = (item, query) => {
    const asked = query.replace(/~\d/g, "");
    const isNear = (name) => name.slice(0, 4) === asked.slice(0, 4) && Math.abs(name.length - asked.length) < 3;
    if (names(item).includes(asked)) return 0;
    if (asked !== query && names(item).some(isNear)) return 1;
    return names(item).some((name) => ` ${name} `.includes(` ${asked} `)) ? 1 : 2;
  };

  const arrange = (list, query) => {
    const items = [...list.children];
    items.forEach(readItem);
    const sorted = [...items].sort((one, other) => rank(one, query) - rank(other, query));
    if (sorted.some((item, at) => item !== items[at])) list.prepend(...sorted);
  };

  const askAgain = (input, list) => {
    const text = input.value;
    if (list.children.length || !text.trim() || text.includes("~")) return;
    lenient = text;
    input.dispatchEvent(new Event("keyup"));
  };

  const start = () => {
    const input = document.querySelector("[data-md-component=search-query]");
    const list = document.querySelector(".md-search-result__list");
    if (!input || !list || Object.hasOwn(input, "value")) return;
    foldQuery(input);
    /* The theme waits for a key; what is pasted, dictated or composed is searched for too. */
    input.addEventListener("input", () => input.dispatchEvent(new Event("keyup")));
    new MutationObserver(() => arrange(list, key(input.value))).observe(list, { childList: true });
    const meta = document.querySelector(".md-search-result__meta");
    new MutationObserver(() => askAgain(input, list)).observe(meta, { childList: true, characterData: true, subtree: true });
    /* What was typed, and found, before this came. */
    arrange(list, key(input.value));
    if (input.value) input.dispatchEvent(new Event("keyup"));
  };

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
