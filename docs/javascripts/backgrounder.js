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

  /* The labels of the theme's switches become buttons for the keyboard and for screen readers. */
  const makeButton = (label) => {
    label.setAttribute("role", "button");
    label.setAttribute("tabindex", "0");
    label.setAttribute("aria-label", label.dataset.bgButton);
    label.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      label.click();
    });
  };

  /* The drawer takes the focus when it opens and gives it back on Escape. */
  const followDrawer = () => {
    const drawer = document.getElementById("__drawer");
    const button = document.querySelector("[data-bg-button][for=__drawer]");
    drawer?.addEventListener("change", () => {
      button.setAttribute("aria-expanded", String(drawer.checked));
      if (drawer.checked) setTimeout(() => document.querySelector(".md-nav--primary .md-nav__link")?.focus(), 50);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !drawer?.checked) return;
      drawer.click();
      button.focus();
    });
  };

  /* One click copies a citation; the button is made here, for without scripts it would do nothing. */
  const addCopyButton = (text) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "bg-copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent.trim());
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
    document.querySelectorAll("[data-bg-button]:not([role])").forEach(makeButton);
    if (navigator.clipboard) document.querySelectorAll("[data-bg-copy]").forEach(addCopyButton);
    followDrawer();
    openTarget();
  };

  addEventListener("hashchange", openTarget);
  openForPrint();
  if (window.document$) window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
