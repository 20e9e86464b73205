/* Comforts only: without this file every page reads and every link leads where it should. */
(() => {
  "use strict";

  /* What makes the theme's search know names is loaded when somebody begins to search, or comes to a search. */
  const own = document.currentScript?.src;
  let asked = false;

  const loadSearch = () => {
    if (asked || !own) return;
    asked = true;
    document.head.append(Object.assign(document.createElement("script"), { src: new URL("search.js", own).href }));
  };

  const SEARCH = "[data-md-component=search-query]";
  addEventListener("focusin", (event) => event.target.matches?.(SEARCH) && loadSearch());
  addEventListener("input", (event) => event.target.matches?.(SEARCH) && loadSearch());
  if (new URLSearchParams(location.search).has("q")) loadSearch();

  /* The words on the home page become the field that they speak of; without scripts there is no search, nor from disk,
     where a browser does not let the theme read its index. */
  const offerField = (hint) => {
    if (location.protocol === "file:") {
      hint.remove();
      return;
    }
    const words = hint.querySelector("span.bg-search-field");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "bg-search-field" });
    button.append(...(words?.childNodes ?? []));
    button.addEventListener("click", () => document.querySelector(SEARCH)?.focus());
    words?.replaceWith(button);
  };

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

  /* Long lists wait until the page stands, see parts.css; then they are set one after the other, whenever there is time.
     Whoever comes to a place within the page waits for none, so that it does not move. */
  const setLists = () => {
    const lists = [...document.querySelectorAll("ul.bg-rows, ul.bg-mentions, .bg-ties, .bg-after-article > :is(ol, ul, dl)")];
    const later = window.requestIdleCallback ?? ((act) => setTimeout(act, 50));
    const next = () => {
      lists.shift()?.classList.add("bg-set");
      if (lists.length) later(next, { timeout: 200 });
    };
    if (location.hash) lists.splice(0).forEach((list) => list.classList.add("bg-set"));
    else if (document.readyState === "complete") next();
    else addEventListener("load", next, { once: true });
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
    const plain = today.toLocaleDateString("en-GB", { dateStyle: "long" });
    place.textContent = "seen" in place.dataset ? `, seen on ${plain}` : "iso" in place.dataset ? iso : words;
  };

  /* The address at which the page is read, where the site was built without one. A file of the reader's own has none. */
  const fillAddress = (place) => {
    if (location.protocol.startsWith("http")) place.textContent = location.origin + location.pathname;
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

  /* Paper cannot be clicked: passages are printed open. What else is closed stays so, as the reader has it, though the
     theme opens everything for print: so what the reader opens is noted. */
  const noteOpened = (event) => {
    const box = event.target.closest?.("summary")?.parentElement;
    box?.toggleAttribute("data-bg-open", !box.open);
  };

  const openForPrint = () => {
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll("main details.bg-passage:not([open])")];
      closed.forEach((box) => (box.open = true));
    });
    addEventListener("afterprint", () => closed.forEach((box) => (box.open = false)));
  };

  const start = () => {
    document.querySelectorAll("[data-bg-label]").forEach(makeButton);
    document.querySelectorAll(".bg-accessed").forEach(fillDay);
    document.querySelectorAll("[data-bg-here]").forEach(fillAddress);
    document.querySelectorAll(".bg-search-hint").forEach(offerField);
    if (navigator.clipboard) document.querySelectorAll("[data-bg-copy]").forEach(addCopyButton);
    moveFocus("__drawer", ".md-nav--primary .md-nav__link");
    moveFocus("__search", ".md-search__input");
    setLists();
    openTarget();
    markArrival();
  };

  addEventListener("hashchange", openTarget);
  addEventListener("click", keepWords, true);
  addEventListener("auxclick", keepWords, true);
  addEventListener("click", noteOpened, true);
  openForPrint();
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
