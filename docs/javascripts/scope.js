/* What the theme writes into each page as an inline script, which the site's policy does not let run: where the site
   begins, and how the theme keeps a reader's choices for it. The names are the theme's own. */
"use strict";

var __md_scope = new URL(document.currentScript.dataset.scope, location);
var __md_hash = (text) => [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  try {
    storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    /* Where nothing can be kept, the choice lasts as long as the page. */
  }
};
