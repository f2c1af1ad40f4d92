/* The search page: asks the index, shows what it found. */
(() => {
"use strict";

const {tokens, parse} = kliping;
const $ = id => document.getElementById(id);
const form = $("search-form"), input = $("q"), status = $("status"), results = $("results"), more = $("more");
if (!form) return;
const {index, root} = form.dataset, say = JSON.parse(form.dataset.say), PAGE = 10, FACETS = ["topic", "outlet", "year"];
const phrase = (key, values) => say[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
const number = n => n.toLocaleString(document.documentElement.lang);

let opening;
const open = () => opening ??= kliping.open(index, root, say.undated).catch(error => {
  opening = null;
  throw error;
});

const make = (tag, properties, ...content) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...content);
  return made;
};

/* Found words: `asked` tells which of the words asked for a word of a text answers, from 0 on, or -1. `marks` has for
   each word asked for the forms that were found. */
const WORD = /([\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)/u;
const asking = marks => {
  const known = new Map(), find = text => marks.findIndex(forms => tokens(text).some(word => forms.has(word)));
  return text => known.get(text) ?? known.set(text, find(text)).get(text);
};
const marked = (text, asked) =>
  text.split(WORD).map((part, i) => i % 2 && asked(part) >= 0 ? make("mark", {}, part) : part);

/* The piece of text that has the most of what was asked, words that stand together counting more. */
const LONGEST = 220;
const snippet = (summary, text, asked) => {
  const worth = part => {
    const hits = part.split(WORD).filter((_, i) => i % 2).map(asked);
    const beside = hits.filter((hit, i) => hit > 0 && hits[i - 1] === hit - 1).length;
    return new Set(hits.filter(hit => hit >= 0)).size + beside / (beside + 1);
  };
  const pieces = text.match(new RegExp(`[^\\n]{1,${LONGEST}}(?=\\s|$)`, "gu")) || [];
  let best = summary, most = worth(summary);
  for (const piece of pieces) {
    const its = worth(piece);
    if (its > most) [best, most] = [piece, its];
  }
  if (best === summary) return summary;
  return `${text.startsWith(best) ? "" : "… "}${best.trim()}${text.endsWith(best) ? "" : " …"}`;
};

/* Tags and names that were found and are not to be seen in what is shown. */
const unseen = (labels, shown, asked) => {
  const hits = text => text.split(WORD).filter((_, i) => i % 2).map(asked).filter(hit => hit >= 0);
  const seen = new Set(hits(shown));
  return labels.filter(label => hits(label).some(hit => !seen.has(hit))).slice(0, 3).join(" · ");
};

const item = ([path, title, stamp, outlet, section, place, flags, summary, text, labels], asked) => {
  const piece = snippet(summary, text, asked);
  const [iso, day, month, year, date, printed] = stamp;
  const made = $("result").content.firstElementChild.cloneNode(true);
  const found = text => text && marked(text, asked);
  const values = {day, month, year, place: found(place), section: found(section), outlet: found(outlet) || say.unknown,
    none: iso ? "" : [""], flag: flags & 2 ? say.flag : "", title: found(title), summary: found(piece),
    also: found(unseen(labels, `${title} ${piece}`, asked))};
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

const address = query => location.pathname.replace(/.*\//, "") + (query ? "?" + new URLSearchParams({q: query}) : "");

/* Each choice is a link to the same search with (or without) it. */
const without = (query, clauses) =>
  clauses.reduce((text, clause) => text.replace(clause.all, ""), query).replace(/\s+/g, " ").trim();
const choice = (label, query, on) => make("a", {href: address(query), ariaCurrent: on ? "true" : null}, label);

const facet = (kind, hits, query, clauses, {facets, picked}) => {
  const {options, of} = facets[kind], counts = new Map();
  for (const id of hits) for (const key of of[id]) counts.set(key, (counts.get(key) || 0) + 1);
  const chosen = clauses.filter(clause => clause.field === kind && !clause.not);
  const on = new Set(chosen.flatMap(clause => [...picked(clause)])), less = without(query, chosen);
  const rows = [...counts].sort(([a, m], [b, n]) => kind === "year" ? options[b][0] > options[a][0] ? 1 : -1 : n - m);
  if (!rows.length) return [];
  return [make("section", {}, make("h2", {className: "rubric"}, say[kind]), make("ul", {className: "counted"},
    ...rows.slice(0, 12).map(([key, count]) => {
      const [label, name] = options[key], more = `${query.trim()} ${say["by_" + kind]}:${name}`;
      const link = choice(label, on.has(key) ? less : more, on.has(key));
      return make("li", {}, link, " ", make("span", {className: "count"}, number(count)));
    })))];
};

const ordering = (hits, query, clauses) => {
  const chosen = clauses.filter(clause => clause.field === "order"), less = without(query, chosen);
  const now = chosen.at(-1)?.order || "best";
  if (hits.length < 2) return [];
  return [make("ul", {}, ...["best", "newest", "oldest"].map(order => {
    const asking = order === "best" ? less : `${less} ${say.by_order}:${say["by_" + order]}`;
    return make("li", {}, choice(say[order], asking, now === order));
  }))];
};

let turn = 0;
const show = async () => {
  const mine = ++turn, query = input.value, clauses = parse(query);
  results.ariaBusy = "true";
  const hide = (id, hidden) => { if ($(id)) $(id).hidden = hidden; };
  let hits = [], asked, message = "", orders = [], beside = [], search;
  const waiting = setTimeout(() => { status.textContent = say.searching; }, 300);
  const page = async () => {
    const from = results.children.length;
    const cards = await Promise.all(hits.slice(from, from + PAGE).map(id => search.card(id)));
    const shown = cards.map(card => item(card, asked));
    if (mine !== turn) return;
    results.append(...shown);
    const left = Math.min(PAGE, hits.length - from - shown.length);
    more.hidden = !left;
    more.textContent = phrase("more", {n: left});
    return shown[0];
  };
  try {
    if (clauses.length) {
      search = await open();
      const answer = await search.answer(clauses), {some} = answer;
      ({hits} = answer);
      asked = asking(answer.marks);
      message = clauses.filter(clause => clause.near).map(clause => phrase("near", clause.near) + " ").join("")
        + phrase(!hits.length ? "none" : some ? "some" : hits.length === 1 ? "one" : "many",
          {n: number(hits.length), q: query.trim()});
      orders = ordering(hits, query, clauses);
      beside = FACETS.flatMap(kind => facet(kind, hits, query, clauses, search));
    }
    if (mine !== turn) return;
    hide("browse", clauses.length);
    hide("places", hits.length);
    results.replaceChildren();
    $("orders").replaceChildren(...orders);
    $("facets").replaceChildren(...beside);
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
  pause = setTimeout(() => { remember("replaceState", input.value); show(); }, 160);
});
input.addEventListener("focus", () => open().catch(() => {}), {once: true});
form.addEventListener("submit", event => {
  event.preventDefault();
  clearTimeout(pause);
  remember("pushState", input.value);
  show();
});
addEventListener("popstate", recall);
for (const part of [$("orders"), $("facets")]) part.addEventListener("click", async event => {
  const link = event.target.closest("a");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  input.value = new URL(link.href).searchParams.get("q") || "";
  remember("pushState", input.value);
  await show();
  [...part.querySelectorAll("a")].find(a => a.textContent === link.textContent)?.focus();
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
