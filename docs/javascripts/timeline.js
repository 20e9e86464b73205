/* The timeline by who took part: made here, for without scripts it would do nothing. The list and the picture show the
   same events. */
(() => {
  "use strict";

  const FIRST = 4; // names that are offered at once

  const make = (tag, props, ...children) => {
    const element = Object.assign(document.createElement(tag), props);
    element.append(...children);
    return element;
  };

  /* Who took part: the addresses of their pages, each with a name and the events; those with most events first. */
  const actorsOf = (events) => {
    const found = new Map();
    for (const event of events) {
      for (const link of event.querySelectorAll(".bg-who a")) {
        const actor = found.get(link.href) ?? { name: link.textContent, events: new Set() };
        found.set(link.href, actor);
        actor.events.add(event);
      }
    }
    return [...found.values()].sort((a, b) => b.events.size - a.events.size || a.name.localeCompare(b.name));
  };

  const start = () => {
    const list = document.querySelector(".bg-timeline > .bg-events");
    if (!list || document.querySelector(".bg-filter")) return;
    const events = [...list.children];
    const actors = actorsOf(events);
    const place = document.querySelector(".bg-place-actors");
    if (actors.length < 2) return place?.remove();
    const told = make("p", { className: "bg-count" });
    told.setAttribute("role", "status");

    const show = (chosen) => {
      const shown = new Set();
      for (const event of events) {
        event.hidden = chosen && !chosen.events.has(event);
        if (!event.hidden) shown.add(event.querySelector(".bg-what a").href);
      }
      list.classList.toggle("bg-filtered", Boolean(chosen));
      for (const mark of document.querySelectorAll(".bg-times a[data-event]")) {
        mark.classList.toggle("bg-hidden", !shown.has(new URL(mark.getAttribute("href"), document.baseURI).href));
      }
      told.textContent = chosen
        ? `${chosen.events.size} of ${events.length} events: ${chosen.name}`
        : `All ${events.length} events`;
    };

    const option = (actor, words) => {
      const input = make("input", { type: "radio", name: "bg-actor", checked: !actor });
      input.addEventListener("change", () => show(actor));
      return make("label", {}, input, ` ${words}`);
    };

    const rest = actors.slice(FIRST).map((actor) => option(actor, actor.name));
    const more = make("button", { type: "button", textContent: `${rest.length} more` });
    more.setAttribute("aria-expanded", "false");
    more.addEventListener("click", () => {
      more.replaceWith(...rest);
      rest[0].querySelector("input").focus();
    });
    const first = actors.slice(0, FIRST).map((actor) => option(actor, actor.name));
    const controls = make("fieldset", { className: "bg-filter" }, make("legend", { textContent: "Show" }));
    controls.append(option(null, "all"), ...first, ...(rest.length > 1 ? [more] : rest));
    place.append(controls, told);
    show();
  };

  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
