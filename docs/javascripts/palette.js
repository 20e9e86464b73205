/* Light or dark as the reader chose, before anything is drawn. The theme has this as an inline script. Nothing else is
   waited for: what this needs of scope.js it does itself. */
(() => {
  "use strict";

  const scope = new URL(document.currentScript.dataset.scope, location).pathname;
  const chosen = JSON.parse(localStorage.getItem(`${scope}.__palette`))?.color;
  if (!chosen) return;
  if (chosen.media === "(prefers-color-scheme)") {
    const light = matchMedia("(prefers-color-scheme: light)").matches;
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${light ? "light" : "dark"})']`);
    for (const key of ["media", "scheme", "primary", "accent"]) chosen[key] = input.getAttribute(`data-md-color-${key}`);
  }
  for (const [key, value] of Object.entries(chosen)) document.body.setAttribute(`data-md-color-${key}`, value);
})();
