/* Hover cards: who or what a link leads to, by mouse, keyboard and touch. The page itself holds the data, see
   generator/site/cards.py; without scripts every link is what it was. */
(() => {
  "use strict";

  const OPEN_AFTER = 250; // ms
  const CLOSE_AFTER = 300; // ms, in which the pointer may cross from the link to the card
  const GAP = 6; // px between link and card, and a little more to the edge of the window
  const LINKS = "main a.entity, main a.term, main svg a";
  const PAGE = /^(.*\/)((?:actors|groups|events|places|glossary)\/[a-z0-9-]+)(\.html|\/)?$/;
  const OUTLINE = 'fill="none" stroke="currentColor" stroke-width="1.6"';
  const SHAPES = {
    person: '<circle cx="6" cy="6" r="5"/>',
    group: '<path d="M1.5 1.5h9v9h-9z"/>',
    state: `<path ${OUTLINE} d="M1.6 1.4h8.8v4.2c0 2.4-1.8 4.2-4.4 5.2-2.6-1-4.4-2.8-4.4-5.2z"/>`,
    event: '<path d="M6 .4 11.6 6 6 11.6 .4 6z"/>',
    place: `<path ${OUTLINE} d="M1.4 2h9.2L6 10.6z"/>`,
    term: '<path d="M1 2.8h10v2H1zM1 7.2h10v2H1z"/>',
  };

  let card; // the element, once one was shown
  let shownFor; // the link that it belongs to, while it is shown
  let timer;
  let pointer = "mouse"; // what the reader last pointed with

  /* ---------------------------------------------------------------- what a link leads to */

  let source, data;

  /* The page may be replaced without being loaded anew: the data is read where it stands now. */
  const read = () => {
    const found = document.querySelector("template.bg-cards");
    if (found !== source) {
      source = found;
      data = found ? JSON.parse(found.content.textContent) : undefined;
    }
    return data;
  };

  const addressOf = (link) =>
    new URL(link.getAttribute("href") ?? link.getAttribute("xlink:href") ?? "", document.baseURI);

  const cardOf = (link) => {
    const [, root, page, ending = ""] = link && read() ? (addressOf(link).pathname.match(PAGE) ?? []) : [];
    if (!page || !Object.hasOwn(data.cards, page)) return undefined;
    const [shape, subtype, name, summary, fact, article, paragraph] = data.cards[page];
    const [slug, label] = data.articles[article] ?? [];
    const place = fact && { href: `${root}articles/${slug}${ending}#p${paragraph}`, paragraph, label };
    return { shape, subtype, name, summary, fact, place, href: addressOf(link).href };
  };

  const linkOf = (target) => target.closest?.(LINKS);

  /* ---------------------------------------------------------------- the card */

  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  };

  const linkTo = (href, className, words) => {
    const link = make("a", className, words);
    link.href = href;
    return link;
  };

  const kicker = (told) => {
    const shape = document.createElement("template");
    shape.innerHTML = `<svg class="bg-shape" viewBox="0 0 12 12" aria-hidden="true">${SHAPES[told.shape]}</svg>`;
    const kind = make("strong", "", told.shape[0].toUpperCase() + told.shape.slice(1));
    return make("p", "bg-kicker", shape.content, " ", kind, " ", told.subtype);
  };

  const factLine = (told) => {
    const words = `¶\u00a0${told.place.paragraph}${told.place.label ? `, ${told.place.label}` : ""}`;
    return make("p", "bg-card__fact", told.fact, " ", linkTo(told.place.href, "bg-para", words));
  };

  const closeButton = () => {
    const button = make("button", "bg-card__close");
    button.type = "button";
    button.setAttribute("aria-label", "Close");
    button.addEventListener("click", () => close(true));
    return button;
  };

  const fill = (told, asSheet) => {
    const name = make("p", "bg-card__name", linkTo(told.href, "", told.name));
    const summary = make("p", "bg-card__summary", told.summary);
    summary.id = "bg-card-summary";
    const rest = [told.fact && factLine(told), asSheet && linkTo(told.href, "bg-card__on", "Open the page")];
    card.replaceChildren(kicker(told), name, summary, ...rest.filter(Boolean), ...(asSheet ? [closeButton()] : []));
    card.setAttribute("aria-label", `${told.name}, in brief`);
    card.classList.toggle("bg-card--sheet", asSheet);
  };

  /* Below the line of the link that is pointed at, above it near the foot of the window. */
  const place = (link, at) => {
    const boxes = [...link.getClientRects()];
    const box = boxes.find((one) => at && at.y >= one.top - 2 && at.y <= one.bottom + 2) ?? boxes[0];
    const { width, height } = card.getBoundingClientRect();
    const edge = document.documentElement.clientWidth - width - 2 * GAP;
    const fitsBelow = box.bottom + GAP + height < innerHeight || box.top < height + GAP;
    const top = fitsBelow ? box.bottom + GAP : box.top - GAP - height;
    card.style.left = `${scrollX + Math.max(2 * GAP, Math.min(box.left, edge))}px`;
    card.style.top = `${scrollY + top}px`;
  };

  const build = () => {
    card = make("div", "bg-card md-typeset");
    card.setAttribute("role", "dialog");
    card.addEventListener("pointerenter", () => clearTimeout(timer));
    card.addEventListener("pointerleave", () => card.contains(document.activeElement) || closeSoon());
    card.addEventListener("keydown", leaveByTab);
  };

  const open = (link, at, asSheet = false) => {
    const told = link.isConnected && cardOf(link);
    if (!told) return;
    close();
    if (!card) build();
    fill(told, asSheet);
    card.removeAttribute("style");
    document.body.append(card);
    if (!asSheet) place(link, at);
    link.setAttribute("aria-describedby", "bg-card-summary");
    shownFor = link;
    if (asSheet) card.querySelector("a").focus({ preventScroll: true });
  };

  const close = (giveBack = false) => {
    clearTimeout(timer);
    if (!shownFor) return;
    const link = shownFor;
    shownFor = undefined;
    const back = giveBack && card.contains(document.activeElement);
    card.remove();
    link.removeAttribute("aria-describedby");
    if (back) link.focus({ preventScroll: true });
    clearTimeout(timer); // the focus has come back, which opens nothing
  };

  const openSoon = (link, at) => {
    clearTimeout(timer);
    if (link !== shownFor && cardOf(link)) timer = setTimeout(open, OPEN_AFTER, link, at);
  };

  const closeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(close, CLOSE_AFTER);
  };

  /* ---------------------------------------------------------------- keyboard: Tab goes into the card and on from it */

  const isTab = (event, back) => event.key === "Tab" && event.shiftKey === back && !event.altKey && !event.ctrlKey;

  const enterByTab = (event) => {
    if (!shownFor || document.activeElement !== shownFor || !isTab(event, false)) return;
    event.preventDefault();
    card.querySelector("a").focus();
  };

  const leaveByTab = (event) => {
    const stops = [...card.querySelectorAll("a, button")];
    const here = document.activeElement;
    if (isTab(event, true) && here === stops[0]) {
      event.preventDefault();
      shownFor.focus();
    } else if (isTab(event, false) && here === stops.at(-1)) {
      const link = shownFor;
      close();
      link.focus(); // from which Tab itself goes on
      clearTimeout(timer);
    }
  };

  /* ---------------------------------------------------------------- what the reader does */

  addEventListener("pointerdown", (event) => {
    pointer = event.pointerType;
    if (shownFor && !card.contains(event.target) && linkOf(event.target) !== shownFor) close();
  }, true);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkOf(event.target);
    if (link) openSoon(link, { y: event.clientY });
  });

  document.addEventListener("pointerout", (event) => {
    const link = linkOf(event.target);
    if (!link || event.pointerType === "touch" || link.contains(event.relatedTarget)) return;
    clearTimeout(timer);
    if (shownFor && document.activeElement !== shownFor) closeSoon();
  });

  document.addEventListener("focusin", (event) => {
    const link = linkOf(event.target);
    if (link?.matches(":focus-visible")) return openSoon(link);
    if (shownFor && !card.contains(event.target)) closeSoon();
  });

  /* By touch a link is asked first what it is; where the line says so already, it leads there at once. */
  addEventListener("click", (event) => {
    const link = linkOf(event.target);
    if (shownFor && !link && card.contains(event.target.closest("a"))) return close();
    if (pointer !== "touch" || !link || event.detail === 0 || link.closest(".bg-list") || !cardOf(link)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    open(link, undefined, true);
  }, true);

  addEventListener("keydown", (event) => {
    pointer = "keyboard";
    if (event.key === "Escape" && shownFor) close(true);
    else enterByTab(event);
  });

  addEventListener("pagehide", () => close());
  window.document$?.subscribe(() => close());
})();
