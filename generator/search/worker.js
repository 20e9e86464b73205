/* The theme's search worker, with Pagefind in the place of Lunr: it is spoken to in the same messages, and what it
   answers looks the same, so that the field, the list of results and what the site's search.js makes of them stay. */
"use strict";

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const BUNDLE = new URL("../pagefind/", self.location);

const MOST_PAGES = 30; // each is a file to be asked for; whoever is not among them is found by a further word
const ENOUGH = 10; // where fewer pages have all words, those follow that have some
const MOST_MEANT = 4; // how many words a misspelt one may have meant
/* As in the theme: names before titles before text, and a page counts for no less because it is long. */
const RANKING = { metaWeights: { title: 5, names: 20 }, pageLength: 0, termSaturation: 2, termSimilarity: 1.5 };

/* As generator/search/records.py writes them: tags and cuts as characters for private use. */
const TAGS = ["p", "code", "pre", "li", "ol", "ul", "sub", "sup"];
const JOINT = / ?\ue020 ?/g;
const [END_OF_TITLE, BETWEEN_NAMES] = ["\ue021", "\ue022"];

/* ------------------------------------------------------------------------------------------------------- words */

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/* As Pagefind keeps its words: small letters without marks, and nothing but letters and digits. */
const folded = (text) => text.toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");

/* For comparing whole names, as the site's search.js does. */
const key = (name) => name.split(/[\s\-‐‑–]+/).map(folded).filter(Boolean).join(" ");

/* Where the site cuts words: the setting `separator` of the search plugin. */
let separator = /[\s\-]+/g;
const wordsOf = (text) => text.split(separator).filter(Boolean);

/* Wrap in marks each word that begins with one of the terms. */
const marked = (text, terms) => {
  const isHit = (word) => terms.some((term) => folded(word).startsWith(term));
  const written = (word) => (isHit(word) ? `<mark>${escaped(word)}</mark>` : escaped(word));
  let [html, at] = ["", 0];
  for (const { 0: cut, index } of text.matchAll(separator)) {
    html += written(text.slice(at, index)) + escaped(cut);
    at = index + cut.length;
  }
  return html + written(text.slice(at));
};

/* ------------------------------------------------------------------------------------------------------- pages */

/* A text as the search plugin gathered it, with its tags, in pieces: [tag or nothing, words]. */
const pieces = (text) => {
  const found = text.replace(JOINT, "").split(/([\ue000-\ue01f])/);
  return found.map((piece, at) => (at % 2 ? { tag: tagOf(piece) } : { words: piece })).filter(({ words }) => words !== "");
};

const tagOf = (character) => {
  const code = character.charCodeAt(0) - 0xe000;
  return { name: TAGS[code % 16], closes: code >= 16, html: `<${code >= 16 ? "/" : ""}${TAGS[code % 16]}>` };
};

/* The blocks of a text: what stands in an outermost tag, or beside all tags. */
const blocks = (text) => {
  const found = [];
  let depth = 0;
  for (const piece of pieces(text)) {
    if (piece.tag?.closes) depth = Math.max(0, depth - 1);
    const goesOn = depth > 0 || piece.tag?.closes;
    if (goesOn && found.length) found.at(-1).push(piece);
    else found.push([piece]);
    if (piece.tag && !piece.tag.closes) depth++;
  }
  return found;
};

/* Of a text that has what was asked for the theme shows the first two blocks that have it, and of any other all. */
const teaser = (text, terms) => {
  const shown = blocks(text).map((block) => block.map(({ tag, words }) => tag?.html ?? marked(words, terms)).join(""));
  const hits = shown.filter((block) => block.includes("<mark>"));
  return (hits.length ? hits.slice(0, 2) : shown).join("");
};

/* Read what Pagefind keeps of a page: its names, and its sections with address, title and text. */
const read = (fragment) => {
  const words = fragment.content.split(/\s+/);
  const sections = fragment.anchors.map(({ id, location }, at, all) => {
    const own = words.slice(location, all[at + 1]?.location).join(" ");
    const [title, text] = own.split(END_OF_TITLE);
    return { location: id, title: title.replace(JOINT, "").trim(), text: (text ?? "").trim() };
  });
  const names = (fragment.meta.names ?? "").split(BETWEEN_NAMES).map((name) => name.replace(JOINT, "").trim());
  return { sections, names: names.filter(Boolean) };
};

/* A text whose tags and joints are still in it has a word on each side of them, as Pagefind has. */
const hasTerm = (text, term) => wordsOf(text.replace(/[\ue000-\ue022]/g, " ")).some((word) => folded(word).startsWith(term));

/* ------------------------------------------------------------------------------------------------------ results */

/* First whoever bears exactly that name, then whose name has it as a word, then all others: as search.js sorts them. */
const rank = ({ sections, names }, asked) => {
  const known = [sections[0].title, ...names].map(key);
  if (known.includes(asked)) return 2;
  return known.some((name) => ` ${name} `.includes(` ${asked} `)) ? 1 : 0;
};

/* One page as the theme lists it: where the page itself has what was asked for, it and then its sections with it; else
   first those sections, of which the theme shows the best one under the page's title. */
const item = ({ page, score, terms, missing }) => {
  const found = Object.fromEntries([...terms.map((term) => [term, true]), ...missing.map((term) => [term, false])]);
  const written = page.sections.map(({ location, title, text }, at) => {
    const names = at ? [] : page.names;
    const hits = terms.filter((term) => hasTerm([title, text, ...names].join(" "), term)).length;
    const tags = names.length && { tags: names.map((name) => marked(name, terms)) };
    return { hits, document: { location, title: marked(title, terms), text: teaser(text, terms), terms: found, ...tags } };
  });
  const [first, ...others] = written;
  const sections = others.filter(({ hits }) => hits).sort((one, other) => other.hits - one.hits);
  const scored = sections.map(({ document }, at) => ({ ...document, score: score * (1 - (at + Boolean(first.hits)) / 1000) }));
  const whole = { ...first.document, score: first.hits ? score : 0, terms: first.hits ? found : {} };
  return first.hits ? [whole, ...scored] : [...scored, whole];
};

/* ------------------------------------------------------------------------------------------------------- search */

let loading;
const pagefind = () =>
  (loading ??= (async () => {
    const library = await import(new URL("pagefind.js", BUNDLE));
    await library.options({ basePath: BUNDLE.href, ranking: RANKING });
    await library.init();
    return library;
  })());

const pagesOf = async (results) =>
  Promise.all(results.map(async ({ id, score, data }) => ({ id, score, page: read(await data()) })));

/* Where Pagefind knows no word that begins with a term, it takes one that the term begins with: that is not meant. */
const unknownTerms = (page, terms) => {
  const all = [...page.names, ...page.sections.flatMap(({ title, text }) => [title, text])].join(" ");
  return terms.filter((term) => !hasTerm(all, term));
};

/* The pages that have all terms, the likeliest first. */
const searchAll = async (terms, most) => {
  const { results } = await (await pagefind()).search(terms.join(" "));
  if (!results.length) return [];
  const pages = await pagesOf(results.slice(0, most));
  const missing = unknownTerms(pages[0].page, terms);
  const rest = terms.filter((term) => !missing.includes(term));
  if (!missing.length) return pages.map((found) => ({ ...found, terms, missing }));
  return rest.length ? (await searchAll(rest, most)).map((found) => ({ ...found, missing })) : [];
};

/* The pages that have some of the terms; those with the rare ones, and with them in their names, come first. */
const searchEach = async (terms) => {
  const pages = new Map();
  for (const found of (await Promise.all(terms.map((term) => searchAll([term], ENOUGH)))).flat()) {
    const missing = unknownTerms(found.page, terms);
    const score = found.score + (pages.get(found.id)?.score ?? 0);
    pages.set(found.id, { ...found, score, terms: terms.filter((term) => !missing.includes(term)), missing });
  }
  return [...pages.values()].sort((one, other) => other.score - one.score);
};

const search = async (terms) => {
  const all = await searchAll(terms, MOST_PAGES);
  if (terms.length === 1 || all.length >= ENOUGH) return all;
  const known = new Set(all.map(({ id }) => id));
  return [...all, ...(await searchEach(terms)).filter(({ id }) => !known.has(id))];
};

/* ---------------------------------------------------------------------------------------------------- misspelt */

/* The number of letters wrong, left out, put in or exchanged with their neighbour, or more than `most`: optimal string
   alignment, given up in the row where nothing can come of it. */
const slips = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, row] = [row, next];
  }
  return row.at(-1);
};

let loadingNames;
const namesKnown = () => (loadingNames ??= fetch(new URL("names.json", BUNDLE)).then((answer) => answer.json()));

/* The words of names that a misspelt one may have meant, the likeliest first. */
const meant = async (word, most) => {
  const near = (await namesKnown()).map((name) => ({ name, wrong: slips(word, name, most) }));
  const alike = near.filter(({ wrong }) => wrong <= most).sort((one, other) => one.wrong - other.wrong);
  return alike.slice(0, MOST_MEANT).map(({ name }) => name);
};

/* Each way to read a query in which words may be misspelt (`word~2`: two letters may be wrong). */
const readings = async (words) => {
  let ways = [[]];
  for (const word of words) {
    const [, plain, most] = word.match(/^(.*?)(?:~(\d))?$/u);
    const term = folded(plain);
    const choices = most ? await meant(term, Number(most)) : [term].filter(Boolean);
    if (choices.length) ways = ways.flatMap((way) => choices.map((choice) => [...way, choice])).slice(0, 2 * MOST_MEANT);
  }
  return ways.filter((way) => way.length);
};

/* ----------------------------------------------------------------------------------------------------- messages */

const answer = async (query) => {
  const ways = await readings(wordsOf(query));
  const found = (await Promise.all(ways.map(search))).flat();
  const asked = key(query.replace(/~\d/g, ""));
  const best = new Map();
  for (const one of found) if (!best.has(one.id)) best.set(one.id, one);
  const ranked = [...best.values()].map((one) => ({ ...one, rank: rank(one.page, asked) }));
  const sorted = ranked.sort((one, other) => other.rank - one.rank).slice(0, MOST_PAGES);
  return sorted.map((one, at) => item({ ...one, score: sorted.length - at }));
};

let newest = 0;
const reply = async (query) => {
  const turn = ++newest;
  let items = [];
  try {
    items = query.trim() ? await answer(query) : [];
  } catch (error) {
    console.warn(`Search failed: ${query}`, error);
  }
  if (turn === newest) postMessage({ type: RESULT, data: { items } });
};

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    separator = new RegExp(data.config.separator, "g");
    postMessage({ type: READY });
  }
  if (type === QUERY) reply(data);
});
