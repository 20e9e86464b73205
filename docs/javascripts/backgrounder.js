/* Comforts only: without this file every page reads and every link leads where it should. */
(() => {
  "use strict";

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

  /* One click copies a citation with the site's name and the page's address; the button is made here, for without scripts it would do nothing. */
  const addCopyButton = (text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bg-copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      const site = document.querySelector('meta[property="og:site_name"]')?.content;
      const address = document.querySelector("link[rel=canonical]")?.href ?? location.href.replace(/#.*/, "");
      const parts = [text.textContent.trim(), site && `${site}.`, address];
      await navigator.clipboard.writeText(parts.filter(Boolean).join(" "));
      button.textContent = "Copied";
      setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    text.after(button);
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
    if (navigator.clipboard) document.querySelectorAll("[data-bg-copy]").forEach(addCopyButton);
    moveFocus("__drawer", ".md-nav--primary .md-nav__link");
    moveFocus("__search", ".md-search__input");
    openTarget();
  };

  addEventListener("hashchange", openTarget);
  openForPrint();
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
