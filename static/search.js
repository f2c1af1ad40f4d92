/* The search page. Its index comes in pieces, by script tags, since fetch() fails on pages opened from disk. */
(() => {
"use strict";

/* Words: what src/kliping/site/search/words.py does to a text is done here to a query, letter for letter. */

const fold = text => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC")
  .toUpperCase().toLowerCase().replace(/ς/g, "σ");

const tokens = text =>
  (fold(text).replace(/ʼ/g, "’").replace(/(\p{L})['’](?=\p{L})/gu, "$1").match(/[\p{L}\p{N}]+/gu) || [])
    .filter(word => [...word].length <= 40);

/* Snowball's stemmer for Indonesian; `left` is its measure (vowels, less the affixes taken off). */
const stem = word => {
  if (!/^[a-z]+$/.test(word)) return word;
  let left = word.replace(/[^aeiou]/g, "").length, prefix = 0, changed = false;
  const take = count => {
    word = count < 0 ? word.slice(0, count) : word.slice(count);
    left--;
    return true;
  };
  const first = () => {
    const found = /^(di|ke|me(ng|n|m)?|pe(ng|n|m)|ter)/.exec(word);
    if (!found) return false;
    prefix = /^[kp]/.test(word) ? 3 : 1;
    changed = /^[mp]e(ny|m)[aeiou]/.test(word);
    if (changed) word = word[2] === "n" ? "~s" + word.slice(4) : "~p" + word.slice(3);
    return take(changed ? 1 : found[0].length);
  };
  const second = () => {
    if (changed || !/^(pe|be(r|lajar|[^aeiou]er))/.test(word)) return;
    const learn = /^.elajar/.test(word);
    if (word[0] === "b") prefix = 4;
    else if (!learn) prefix = 2;
    take(learn || word[2] === "r" ? 3 : 2);
  };
  const suffix = () => {
    if (/an$/.test(word)) {
      if (prefix < 2 || prefix > 3) if (/kan$/.test(word)) return take(-3);
      return prefix !== 1 && take(-2);
    }
    return prefix < 3 && /[^s]i$/.test(word) && take(-1);
  };
  if (left > 2 && /(kah|lah|pun)$/.test(word)) take(-3);
  if (left > 2 && /(nya|ku|mu)$/.test(word)) take(/nya$/.test(word) ? -3 : -2);
  if (left <= 2) return word;
  if (first()) {
    if (left > 2 && suffix() && left > 2) second();
  } else {
    second();
    if (left > 2) suffix();
  }
  return word;
};

/* One letter more, less, other, or two changed about. */
const near = (a, b) => {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const x = a.slice(i), y = b.slice(i), xs = x.slice(1), ys = y.slice(1);
  return xs === ys || x === ys || xs === y || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
};

/* A query is a row of clauses: words, "phrases", field:words, and -what to leave out. */

const FIELDS = {tag: "tag", orang: "person", person: "person", outlet: "outlet", media: "outlet",
  topik: "topic", topic: "topic", tahun: "year", year: "year"};
const MASKS = {tag: 4, person: 2};
const WEIGHTS = [[1, 10], [2, 6], [4, 6], [8, 4], [32, 3], [16, 1]];

const parse = query => {
  const clauses = [];
  for (const [all, not, name = "", value, quoted] of
    query.matchAll(/(-?)(?:([a-z]+):)?(["“”]([^"“”]*)["“”]?|[^\s"“”]+)/giu)) {
    const key = name.toLowerCase(), field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : "";
    const raw = quoted ?? (name && !field ? `${name}:${value}` : value), words = tokens(raw);
    if (words.length) clauses.push({words, field, raw, all, not: !!not, phrase: quoted !== undefined && !field});
  }
  const last = clauses.findLast(clause => !clause.field);
  if (last && !last.not && !last.phrase && !/\s$/.test(query)) last.typing = last.words.at(-1);
  return clauses;
};

globalThis.kliping = {fold, tokens, stem, near, parse, shard: data => document.currentScript.take(data)};
if (typeof document === "undefined") return;

const $ = id => document.getElementById(id);
const form = $("search-form"), input = $("q"), status = $("status"), results = $("results"), more = $("more");
if (!form) return;
const {index, root} = form.dataset, say = JSON.parse(form.dataset.say), PAGE = 10;
const phrase = (key, values) => say[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const number = n => n.toLocaleString(document.documentElement.lang);

/* The index. */

const loads = new Map();
const load = address => {
  if (!loads.has(address)) loads.set(address, new Promise((take, fail) => {
    const onerror = () => { loads.delete(address); fail(new Error(address)); };
    document.head.append(Object.assign(document.createElement("script"), {take, onerror, src: address}));
  }));
  return loads.get(address);
};

let head;
const FACETS = ["topic", "outlet", "year"], facets = {};
const open = async () => {
  const data = await load(index);
  if (head) return;
  head = data;
  const years = [...new Set(head.years.map(([year]) => year))];
  const yearOf = head.years.flatMap(([year, count]) => Array(count).fill([years.indexOf(year)]));
  facets.topic = {options: head.topics, of: head.topicsOf};
  facets.outlet = {options: head.outlets, of: head.outletOf.map(key => key < 0 ? [] : [key])};
  facets.year = {options: years.map(year => year ? [year, year] : [say.undated, "undated"]), of: yearOf};
};

/* Shards are named by the letters their words begin with; one that ends in a full stop holds that word alone. */
const shards = (kind, word, typing) => Promise.all(head[kind]
  .filter(([name]) => name === word + "." || word.startsWith(name) || (typing && name.startsWith(word)))
  .slice(0, 12).map(([, file]) => load(root + file)));

/* Stems that a word may mean, each with how well it fits. */
const meant = async (word, clause) => {
  const base = stem(word), found = new Map(), typing = clause.typing === word && word.length > 1;
  const add = (root, fit) => found.has(root) || found.set(root, fit);
  const tables = await shards("words", base);
  if (typing) tables.push(...await shards("words", word, true));
  for (const [stems, , forms] of tables) {
    if (stems.includes(base)) add(base, 1);
    if (typing) forms.forEach(([form, root]) => form.startsWith(word) && add(root, .8));
    if (typing) stems.forEach(root => root.startsWith(word) && add(root, .6));
  }
  if (!found.size && word.length > 3 && !/\d/.test(word) && !clause.not) {
    for (const [, file] of head.spell.filter(([length]) => Math.abs(length - base.length) < 2)) {
      for (const root of await load(root + file)) if (near(base, root)) add(root, .4);
    }
    for (const [stems, , forms] of tables) {
      stems.forEach(root => near(base, root) && add(root, .4));
      forms.forEach(([form, root]) => near(word, form) && add(root, .4));
    }
    if (found.size) clause.near = {q: word, near: [...found.keys()].slice(0, 3).join(", ")};
  }
  return found;
};

/* Articles that have one of the stems, each with its score. */
const scored = async (found, mask) => {
  const scores = new Map();
  for (const [root, fit] of [...found].slice(0, 60)) {
    for (const [stems, postings] of await shards("words", root)) {
      const list = postings[stems.indexOf(root)] || [];
      for (let i = 0, id = 0; i < list.length; i += 2) {
        const value = list[i + 1];
        id += list[i];
        if (!(value & mask)) continue;
        const score = WEIGHTS.reduce((sum, [part, weight]) => sum + (value & part && weight), (value >> 6) / 5);
        scores.set(id, Math.max(fit * score, scores.get(id) || 0));
      }
    }
  }
  return scores;
};

const everyWord = async (clause, words) => {
  clause.found = await Promise.all(words.map(word => meant(word, clause)));
  const maps = await Promise.all(clause.found.map(found => scored(found, MASKS[clause.field] || ~0)));
  return new Map([...maps[0] || []].filter(([id]) => maps.every(map => map.has(id)))
    .map(([id]) => [id, maps.reduce((sum, map) => sum + map.get(id), 0)]));
};

/* Where in each article a word stands as written: for phrases. */
const places = async word => {
  const all = new Map();
  for (const [words, lists] of await shards("places", word)) {
    const list = lists[words.indexOf(word)] || [];
    for (let i = 0, id = 0; i < list.length; i += 2 + list[i + 1]) {
      let place = 0;
      all.set(id += list[i], list.slice(i + 2, i + 2 + list[i + 1]).map(by => place += by));
    }
  }
  return all;
};

const inOrder = async clause => {
  const all = await Promise.all(clause.words.map(places));
  const scores = await everyWord({}, clause.words.filter(word => !head.common.includes(word)));
  const follows = (id, at) => all.every(found => found.get(id)?.includes(at++));
  return new Map([...all[0]].filter(([id, starts]) => starts.some(at => follows(id, at)))
    .map(([id]) => [id, scores.get(id) || 1]));
};

/* A facet's own name goes before names that begin like it. */
const picked = clause => {
  const {options} = facets[clause.field], exact = options.findIndex(([, name]) => name === clause.raw);
  const begins = texts => clause.words.every(word => tokens(texts.join(" ")).some(t => t.startsWith(word)));
  return new Set(options.map((_, key) => key).filter(key => exact < 0 ? begins(options[key]) : key === exact));
};

const matches = async clause => {
  if (!facets[clause.field]) return clause.phrase ? inOrder(clause) : everyWord(clause, clause.words);
  const keys = picked(clause), {of} = facets[clause.field];
  return new Map(of.flatMap((mine, id) => mine.some(key => keys.has(key)) ? [[id, 0]] : []));
};

/* Articles that answer the query, best first, of equals the newest; `some` when none has all of it. */
const search = async clauses => {
  const common = clause => !clause.field && !clause.phrase && clause.words.every(word => head.common.includes(word));
  const asked = clauses.filter(clause => !common(clause) || clauses.every(common));
  const found = await Promise.all(asked.map(matches)), strict = clause => clause.not || clause.field;
  const wanted = found.filter((_, i) => !strict(asked[i])), tally = new Map();
  for (let id = 0; id < head.count; id++) {
    if (!asked.every((clause, i) => !strict(clause) || found[i].has(id) !== clause.not)) continue;
    const scores = wanted.flatMap(map => map.has(id) ? [map.get(id)] : []);
    if (scores.length || !wanted.length) tally.set(id, [scores.length, scores.reduce((a, b) => a + b, 0)]);
  }
  const most = Math.max(0, ...new Set([...tally.values()].map(([count]) => count)));
  const hits = [...tally.keys()].filter(id => tally.get(id)[0] === most);
  hits.sort((a, b) => tally.get(b)[1] - tally.get(a)[1] || b - a);
  return {hits, asked, some: most < wanted.length};
};

/* Showing. */

const make = (tag, properties, ...content) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
};

const marker = clauses => {
  const stems = new Set(), exact = new Set(), typing = [];
  for (const clause of clauses.filter(clause => !clause.not && !facets[clause.field])) {
    if (clause.phrase) clause.words.forEach(word => exact.add(word));
    for (const found of clause.found || []) for (const root of found.keys()) stems.add(root);
    if (clause.typing?.length > 1) typing.push(clause.typing);
  }
  return text => tokens(text).some(word => exact.has(word) || stems.has(stem(word)) || typing.some(t => word.startsWith(t)));
};

const WORD = /([\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)/u;
const marked = (text, hit) => text.split(WORD).map((part, i) => i % 2 && hit(part) ? make("mark", {}, part) : part);

/* The piece of text that has the most of what was asked, unless the summary has some. */
const snippet = (summary, text, hit) => {
  const count = part => new Set(part.split(WORD).filter((word, i) => i % 2 && hit(word)).map(fold)).size;
  if (count(summary)) return summary;
  const best = (text.match(/[^\n]{1,220}(?=\s|$)/gu) || []).reduce((a, b) => count(b) > count(a) ? b : a, "");
  return best ? `${text.startsWith(best) ? "" : "… "}${best.trim()}${text.endsWith(best) ? "" : " …"}` : summary;
};

const item = ([path, title, [iso, day, month, year, date, printed], outlet, section, place, flags, summary, text], hit) => {
  const made = $("result").content.firstElementChild.cloneNode(true);
  const values = {day, month, year, section, place, outlet: outlet || say.unknown, none: iso ? "" : [""],
    flag: flags & 2 ? say.flag : "", title: marked(title, hit), summary: marked(snippet(summary, text, hit), hit)};
  const link = made.querySelector("a"), time = made.querySelector("time");
  for (const part of made.querySelectorAll("[data-fill]")) {
    const value = values[part.dataset.fill];
    if (value?.length) part.append(...[value].flat());
    else part.remove();
  }
  link.href = root + path;
  if (flags & 1) link.className = "supplied";
  if (!iso) time.remove();
  time.dateTime = iso;
  time.title = date;
  time.classList.toggle("open", !printed);
  time.classList.toggle("coarse", !day);
  return made;
};

const items = (ids, hit) => Promise.all(ids.map(async id => {
  const block = await load(root + head.cards[Math.floor(id / head.block)][1]);
  return item(block[id % head.block], hit);
}));

const address = query => location.pathname.replace(/.*\//, "") + (query ? "?" + new URLSearchParams({q: query}) : "");

/* Each choice is a link to the same search with (or without) it. */
const facet = (kind, hits, query, clauses) => {
  const {options, of} = facets[kind], counts = new Map();
  for (const id of hits) for (const key of of[id]) counts.set(key, (counts.get(key) || 0) + 1);
  const chosen = clauses.filter(clause => clause.field === kind && !clause.not);
  const on = new Set(chosen.flatMap(clause => [...picked(clause)]));
  const less = chosen.reduce((text, clause) => text.replace(clause.all, ""), query).trim();
  const rows = [...counts].sort(([a, m], [b, n]) => kind === "year" ? options[b][0] > options[a][0] ? 1 : -1 : n - m);
  if (!rows.length) return [];
  return [make("section", {}, make("h2", {className: "rubric"}, say[kind]), make("ul", {className: "counted"},
    ...rows.slice(0, 12).map(([key, count]) => {
      const [label, name] = options[key], href = address(on.has(key) ? less : `${query.trim()} ${say["by_" + kind]}:${name}`);
      const link = make("a", {href, ariaCurrent: on.has(key) ? "true" : null}, label);
      return make("li", {}, link, " ", make("span", {className: "count"}, number(count)));
    })))];
};

let turn = 0;
const show = async () => {
  const mine = ++turn, query = input.value, clauses = parse(query);
  results.ariaBusy = "true";
  for (const id of ["browse", "places"]) if ($(id)) $(id).hidden = clauses.length;
  let hits = [], message = "", hit;
  const waiting = setTimeout(() => { status.textContent = say.searching; }, 300);
  const page = async () => {
    const from = results.children.length, shown = await items(hits.slice(from, from + PAGE), hit);
    if (mine !== turn) return;
    results.append(...shown);
    const left = Math.min(PAGE, hits.length - from - shown.length);
    more.hidden = !left;
    more.textContent = phrase("more", {n: left});
    return shown[0];
  };
  try {
    let choices = [];
    if (clauses.length) {
      await open();
      const answer = await search(clauses), {asked, some} = answer;
      ({hits} = answer);
      hit = marker(asked);
      message = asked.filter(clause => clause.near).map(clause => phrase("near", clause.near) + " ").join("")
        + phrase(!hits.length ? "none" : some ? "some" : hits.length === 1 ? "one" : "many",
          {n: number(hits.length), q: query.trim()});
      choices = FACETS.flatMap(kind => facet(kind, hits, query, asked));
    }
    if (mine !== turn) return;
    results.replaceChildren();
    $("facets").replaceChildren(...choices);
    more.onclick = async () => (await page())?.querySelector("a").focus();
    await page();
  } catch {
    message = say.failed;
  } finally {
    clearTimeout(waiting);
    if (mine === turn) {
      status.textContent = message;
      results.ariaBusy = "false";
    }
  }
};

/* The query stands in the address, so that a search can be kept and sent. */
const remember = (how, query) => {
  try {
    window.history[how](null, "", address(query));
  } catch { /* a browser may refuse this to a page from disk; the search works all the same */ }
};
const recall = () => {
  input.value = new URLSearchParams(location.search).get("q") || "";
  return show();
};

let pause;
input.addEventListener("input", () => {
  clearTimeout(pause);
  results.ariaBusy = "true";
  pause = setTimeout(() => { remember("replaceState", input.value); show(); }, 120);
});
input.addEventListener("focus", () => open().catch(() => {}), {once: true});
form.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(pause);
  remember("pushState", input.value);
  show();
});
addEventListener("popstate", recall);
$("facets").addEventListener("click", async event => {
  const link = event.target.closest("a");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  input.value = new URL(link.href).searchParams.get("q") || "";
  remember("pushState", input.value);
  await show();
  [...$("facets").querySelectorAll("a")].find(a => a.textContent === link.textContent)?.focus();
});
document.addEventListener("keydown", event => {
  const links = [input, ...results.querySelectorAll(".headline a")], at = links.indexOf(document.activeElement);
  const to = links[{ArrowDown: at + 1, ArrowUp: at - 1, Escape: at && 0}[event.key]];
  if (at < 0 || !to || event.altKey || to === links[at]) return;
  event.preventDefault();
  to.focus();
});
recall();
})();
