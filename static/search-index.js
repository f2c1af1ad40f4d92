/* The index and the ranking. The index comes in pieces, by script tags, since fetch() fails on pages opened from disk. */
(() => {
"use strict";

const {tokens, stem, kin, near} = kliping;

/* What a word is worth by the part that it stands in (bits of src/kliping/site/search/document.py), beside one for each
   time that the text has it; and how well a found word fits the one asked for. */
const PARTS = [[1, 8], [2, 4], [4, 4], [8, 2], [16, 3]], MASKS = {tag: 4, person: 2};
const EXACT = 1, BEGUN = .9, KIN = .3, BEGINS = .25, DISTANT = .2, NEAR = .15, NAMED = .3, NAMES = 7;
const SATURATION = 1.2, TOGETHER = 1, RECENT = .03, OPTIONAL = .2;
const FEW = 10, LITTLE = 3, COMPLETIONS = 24, CORRECTIONS = 6, SHARDS = 6, WEIGHED = 400;
const HEADS = 1e6;

const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";
const VALUES = new Uint8Array(128);
[...DIGITS].forEach((digit, value) => { VALUES[digit.charCodeAt()] = value; });

const loads = new Map();
const load = address => {
  if (!loads.has(address)) loads.set(address, new Promise((take, fail) => {
    const onerror = () => { loads.delete(address); fail(new Error(address)); };
    document.head.append(Object.assign(document.createElement("script"), {take, onerror, src: address}));
  }));
  return loads.get(address);
};
kliping.shard = data => document.currentScript.take(data);

const once = make => {
  const made = new Map();
  return key => made.get(key) ?? made.set(key, make(key)).get(key);
};

/* Each article that has a word: its number, the parts, and the positions, those in the parts from HEADS on. */
const postings = (text, visit) => {
  let at = 0, id = 0;
  const next = () => {
    let value = 0, digit;
    while ((digit = VALUES[text.charCodeAt(at++)]) > 31) value = value * 32 + digit - 32;
    return value * 32 + digit;
  };
  const places = from => {
    const found = [];
    for (let left = next(); left; left--) found.push(from += next());
    return found;
  };
  while (at < text.length) {
    id += next();
    const parts = next(), heads = parts ? places(HEADS) : [], body = places(0);
    visit(id, parts, body.length, body.concat(heads));
  }
};

/* Words in order, each as the letters it shares with the one before, the others, and how much it is worth. */
const unfolded = text => {
  const words = [];
  let last = [];
  for (const told of text.split(" ")) {
    last = [...last.slice(0, DIGITS.indexOf(told[0])), ...told.slice(1, -1)];
    words.push([last.join(""), +told.at(-1)]);
  }
  return words;
};

const distance = (mine, theirs) => {
  let best = Infinity;
  for (let i = 0, j = 0; i < mine.length && j < theirs.length;) {
    const by = theirs[j] - mine[i];
    best = Math.min(best, by > 0 ? by : by < 0 ? 1 - by : best);
    if (by > 0) i++;
    else j++;
  }
  return best;
};

kliping.open = async (address, root, undated) => {
  const head = await load(address);
  const names = {}, files = {};
  for (const kind in head.files) files[kind] = head.files[kind].split(" ").filter(Boolean);
  for (const kind in head.names) names[kind] = head.names[kind].split(" ").filter(Boolean);
  const common = new Set(head.common), lengths = [...head.lengths].map(digit => 2 ** (VALUES[digit.charCodeAt()] / 4));
  const usual = lengths.reduce((a, b) => a + b, 0) / (head.count || 1);

  const years = [...new Set(head.years.map(([year]) => year))];
  const yearOf = head.years.flatMap(([year, count]) => Array(count).fill([years.indexOf(year)]));
  const facets = {
    topic: {options: head.topics, of: head.topicsOf},
    outlet: {options: head.outlets, of: head.outletOf.map(key => key < 0 ? [] : [key])},
    year: {options: years.map(year => year ? [year, year] : [undated, "undated"]), of: yearOf},
  };

  /* Shards: a word is in the last one whose name does not come after it. */
  const shard = (kind, at) => load(`${root}search/${kind}.${files[kind][at]}.js`);
  const place = (kind, word) => {
    let low = -1, high = names[kind].length;
    while (high - low > 1) {
      const mid = (low + high) >> 1;
      if (names[kind][mid] <= word) low = mid;
      else high = mid;
    }
    return low;
  };
  const range = (kind, start, most) => {
    const own = place(kind, start), found = own < 0 ? [] : [own];
    for (let at = own + 1; names[kind][at]?.startsWith(start) && found.length < most; at++) found.push(at);
    return found;
  };
  const lines = once(async at => new Map((await shard("words", at)).split("\n")
    .map(line => [line.slice(0, line.indexOf(" ")), line])));
  const vocabulary = {};
  for (const kind of ["forms", "ends"]) vocabulary[kind] = once(async at => unfolded(await shard(kind, at)));

  /* The forms of a stem, each with its postings. */
  const forms = async key => {
    const at = place("words", key), line = at < 0 ? undefined : (await lines(at)).get(key);
    const [, ...rest] = line?.split(" ") || [];
    return rest.flatMap((form, i) => i % 2 ? [] : [[form, rest[i + 1]]]);
  };
  const alone = async word => {
    const at = names.common.indexOf(word);
    return at < 0 ? [] : [[word, await shard("common", at)]];
  };
  const titled = async word => (await forms(stem(word))).filter(([form]) => form === word).map(found => [...found, EXACT]);
  const written = async word => common.has(word) ? (await alone(word)).map(found => [...found, EXACT]) : titled(word);

  const spellings = async (kind, shards) => (await Promise.all(shards.map(vocabulary[kind]))).flat();

  /* Words as written become forms with postings; as few shards as can be. */
  const opened = async (words, fit) => {
    const chosen = new Set(), kept = words.filter(word => {
      const at = place("words", stem(word));
      return chosen.size < SHARDS ? chosen.add(at) : chosen.has(at);
    });
    const groups = await Promise.all(kept.map(async word => (await forms(stem(word))).find(([form]) => form === word)));
    return groups.flatMap(found => found ? [[...found, fit]] : []);
  };
  const worth = ([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1);
  const begun = async word => (await spellings("forms", range("forms", word, SHARDS)))
    .filter(([form]) => form.startsWith(word) && form !== word && !common.has(form))
    .sort(worth).slice(0, COMPLETIONS).map(([form]) => form);

  /* An error leaves the word's beginning as it is, or its end. */
  const corrected = async word => {
    const half = (word.length - 1) >> 1, back = [...word].reverse().join("");
    const [starts, ends] = await Promise.all([spellings("forms", range("forms", word.slice(0, half), SHARDS)),
      spellings("ends", range("ends", back.slice(0, half), SHARDS))]);
    const found = new Map(starts);
    for (const [end, weight] of ends) found.set([...end].reverse().join(""), weight);
    return [...found].filter(([form]) => near(word, form) && form !== word && !common.has(form))
      .sort(worth).slice(0, CORRECTIONS).map(([form]) => form);
  };

  const count = found => {
    const ids = new Set();
    for (const [, text] of found) postings(text, id => ids.add(id));
    return ids.size;
  };
  const forgiving = word => word.length > 3 && !/\d/.test(word);

  /* The forms that a word may stand for, each with how well it fits. */
  const meant = async (word, clause) => {
    if (common.has(word)) return written(word);
    const typing = clause.typing === word && word.length > 1;
    let found = (await forms(stem(word))).flatMap(([form, text]) => {
      if (form === word) return [[form, text, EXACT]];
      if (common.has(form)) return [];
      return typing && form.startsWith(word) ? [[form, text, BEGUN]] : kin(form, word) ? [[form, text, KIN]] : [];
    });
    if (clause.not) return found;
    const whole = found.some(([form]) => form === word), enough = count(found) >= FEW;
    if (whole ? typing && !enough : typing || (!found.length && word.length > 2)) {
      const known = new Set(found.map(([form]) => form)), more = (await begun(word)).filter(form => !known.has(form));
      found.push(...await opened(more, whole ? BEGINS : BEGUN));
      if (!whole && found.some(([, , fit]) => fit === BEGUN)) found = found.map(([form, text, fit]) => [form, text, fit === KIN ? DISTANT : fit]);
    }
    if (!whole && (count(found) < LITTLE || !found.some(([, , fit]) => fit === BEGUN))) {
      const known = new Set(found.map(([form]) => form)), more = await mended(word, found.length ? {} : clause);
      found.push(...more.filter(([form]) => !known.has(form)));
    }
    return found;
  };
  const mended = async (word, clause) => {
    if (!forgiving(word)) return [];
    const slight = head.common.filter(other => other.length > 3 && near(word, other)), words = await corrected(word);
    const all = [...slight, ...words];
    if (all.length) clause.near = {q: word, near: all.slice(0, 3).join(", ")};
    const found = await Promise.all(slight.map(alone));
    return [...found.flat().map(([form, text]) => [form, text, NEAR]), ...await opened(words, NEAR)];
  };

  /* Articles that have one of the forms, each with its score and the positions. */
  const scored = (found, mask) => {
    const articles = new Map();
    let exact = 0;
    for (const [, text, fit] of found) postings(text, (id, parts, times, places) => {
      if (mask && !(parts & mask)) return;
      const fits = fit === KIN && parts & NAMES ? fit + NAMED : fit;
      const weight = fits * PARTS.reduce((sum, [part, weight]) => sum + (parts & part && weight), times);
      const known = articles.get(id);
      if (fit === EXACT) exact++;
      if (!known) articles.set(id, {fit: fits, weight, places});
      else {
        known.weight += weight;
        known.fit = Math.max(known.fit, fits);
        known.places = known.places.concat(places).sort((a, b) => a - b);
      }
    });
    const rarity = size => Math.log(1 + (head.count - size + .5) / (size + .5));
    const rare = rarity(articles.size), rarest = rarity(exact);
    for (const [id, one] of articles) {
      const frequent = one.weight / one.fit, length = .4 + .6 * lengths[id] / usual;
      one.rare = one.fit === EXACT ? rarest : rare;
      one.score = one.fit * one.rare * frequent / (frequent + SATURATION * length);
    }
    return articles;
  };

  const every = maps => {
    const [first, ...others] = [...maps].sort((a, b) => a.size - b.size);
    return [...first.keys()].filter(id => others.every(map => map.has(id)));
  };
  const inOrder = async clause => {
    const maps = (await Promise.all(clause.words.map(written))).map(found => scored(found));
    const at = id => maps[0].get(id).places.filter(start => maps.every((map, i) => map.get(id).places.includes(start + i)));
    const found = every(maps).flatMap(id => {
      const places = at(id);
      const score = maps.reduce((sum, map) => sum + map.get(id).score, 0) + (places.some(place => place >= HEADS) && 1);
      return places.length ? [[id, {places, score, fit: EXACT, rare: 1}]] : [];
    });
    return new Map(found);
  };

  /* A facet's own name goes before names that begin like it. */
  const picked = clause => {
    const {options} = facets[clause.field], exact = options.findIndex(([, name]) => name === clause.raw);
    const begins = texts => clause.words.every(word => tokens(texts.join(" ")).some(t => t.startsWith(word)));
    return new Set(options.map((_, key) => key).filter(key => exact < 0 ? begins(options[key]) : key === exact));
  };
  const filed = clause => {
    const keys = picked(clause), {of} = facets[clause.field];
    return new Set(of.flatMap((mine, id) => mine.some(key => keys.has(key)) ? [id] : []));
  };

  /* Words that must be there, or not; each with the articles that have it. A field's words count as one. */
  const wanted = async clause => {
    if (facets[clause.field]) return [{clause, found: [], articles: filed(clause)}];
    if (clause.phrase) return [{clause, found: clause.words.map(word => [word]), articles: await inOrder(clause)}];
    const telling = clause.words.filter(word => !common.has(word));
    const asked = await Promise.all((telling.length ? telling : clause.words).map(async word => {
      const found = await meant(word, clause);
      return {clause, word, found, articles: scored(found, MASKS[clause.field])};
    }));
    if (!clause.field && !clause.not) return asked;
    const ids = every(asked.map(({articles}) => articles));
    return [{clause, found: asked.flatMap(({found}) => found), articles: new Map(ids.map(id => [id, asked[0].articles.get(id)]))}];
  };

  /* Words that stand together, and those that need not be there. */
  const beside = (id, words) => {
    let sum = 0;
    for (const {optional, articles} of words) if (optional) sum += OPTIONAL * (articles.get(id)?.score || 0);
    for (let i = 1; i < words.length; i++) {
      const [a, b] = [words[i - 1].articles.get(id), words[i].articles.get(id)];
      if (a && b) sum += TOGETHER * Math.min(a.fit * a.rare, b.fit * b.rare) / distance(a.places, b.places);
    }
    return sum;
  };

  const ranked = wanted => {
    const strict = ({clause}) => clause.not || clause.field, filters = wanted.filter(strict);
    const words = wanted.filter(one => !strict(one)), asked = words.filter(({optional}) => !optional), tally = new Map();
    const allowed = id => filters.every(({clause, articles}) => articles.has(id) !== clause.not);
    for (const {articles} of asked) for (const [id, {score}] of articles) {
      const [had, sum] = tally.get(id) || [0, 0];
      if (had || allowed(id)) tally.set(id, [had + 1, sum + score]);
    }
    if (!asked.length) for (let id = 0; id < head.count; id++) if (allowed(id)) tally.set(id, [0, 0]);
    const most = [...tally.values()].reduce((most, [had]) => Math.max(most, had), 0);
    const hits = [...tally].filter(([, [had]]) => had === most)
      .map(([id, [, score]]) => [id, score * (1 + RECENT * id / head.count)]);
    const best = ([a, m], [b, n]) => n - m || b - a;
    hits.sort(best);
    const top = hits.slice(0, WEIGHED).map(([id, score]) => [id, score + beside(id, words)]).sort(best);
    return {hits: [...top, ...hits.slice(WEIGHED)].map(([id]) => id), some: most < asked.length};
  };

  /* A word that nearly every text has is not asked for; where a title has it, it counts. */
  const optional = async clause => {
    const forms = await Promise.all(clause.words.map(titled));
    return clause.words.map((word, i) => ({clause, optional: true, found: [], articles: scored(forms[i])}));
  };

  /* Articles that answer the query, best first; `some` when none has all of it. */
  const answer = async clauses => {
    const slight = clause => !clause.field && !clause.phrase && clause.words.every(word => common.has(word));
    const ask = clauses.every(slight) ? wanted : clause => slight(clause) ? optional(clause) : wanted(clause);
    const wants = (await Promise.all(clauses.map(ask))).flat();
    let {hits, some} = ranked(wants);
    if (some) {
      const mend = wants.filter(({word, clause, found}) => word && !clause.not && forgiving(word)
        && found.every(([, , fit]) => fit > NEAR));
      await Promise.all(mend.map(async one => {
        one.found = one.found.concat(await mended(one.word, {}));
        one.articles = scored(one.found);
      }));
      if (mend.length) ({hits, some} = ranked(wants));
    }
    const marks = wants.filter(({clause}) => !clause.not).map(({found}) => new Set(found.map(([form]) => form)));
    return {hits, some, marks: marks.filter(({size}) => size)};
  };

  const card = async id => {
    const at = Math.floor(id / head.block), block = await load(`${root}search/cards.${at}.${files.cards[at]}.js`);
    return block[id % head.block];
  };
  return {answer, card, facets, picked};
};
})();
