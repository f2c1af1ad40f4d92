/* The ranking: which articles answer a query, the best first. */
(() => {
"use strict";

const {tokens, stem, akin, near, postings, HEADS} = kliping;

/* What a word is worth by the part that it stands in (bits of src/kliping/site/search/document.py), beside one for each
   time that the text has it; and how well a found word fits the one asked for. */
const PARTS = [[1, 8], [2, 4], [4, 4], [8, 2], [16, 3]], MASKS = {tag: 4, person: 2};
const EXACT = 1, BEGUN = .9, KIN = .3, BEGINS = .25, DISTANT = .2, NEAR = .15, NAMED = .15, NAMES = 7;
const SATURATION = 1.2, TOGETHER = 1, RECENT = .03, OPTIONAL = .2;
const FEW = 10, LITTLE = 3, WEIGHED = 400;

const places = one => {
  if (one.lists.length > 1) one.lists = [one.lists.flat().sort((a, b) => a - b)];
  return one.lists[0];
};
const distance = (one, other) => {
  const mine = places(one), theirs = places(other);
  let best = Infinity;
  for (let i = 0, j = 0; i < mine.length && j < theirs.length;) {
    const by = theirs[j] - mine[i];
    best = Math.min(best, by > 0 ? by : by < 0 ? 1 - by : best);
    if (by > 0) i++;
    else j++;
  }
  return best;
};

kliping.open = async (address, root, none) => {
  const {head, common, sizes, forms, alone, opened, begun, corrected, card} = await kliping.load(address, root);
  const usual = sizes.reduce((a, b) => a + b, 0) / (head.count || 1);

  const years = [...new Set(head.years.map(([year]) => year))];
  const yearOf = head.years.flatMap(([year, count]) => Array(count).fill([years.indexOf(year)]));
  const facets = {
    topic: {options: head.topics, of: head.topicsOf},
    outlet: {options: head.outlets, of: head.outletOf.map(key => key < 0 ? [] : [key])},
    year: {options: years.map(year => year ? [year, year] : [none, "undated"]), of: yearOf},
  };

  const titled = async word => (await forms(stem(word))).filter(([form]) => form === word).map(found => [...found, EXACT]);
  const written = async word => common.has(word) ? (await alone(word)).map(found => [...found, EXACT]) : titled(word);

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
    const group = (await forms(stem(word))).filter(([form]) => !common.has(form));
    const related = new Set(akin(word, group.map(([form]) => form)));
    let found = group.flatMap(([form, text]) => {
      if (form === word) return [[form, text, EXACT]];
      return typing && form.startsWith(word) ? [[form, text, BEGUN]] : related.has(form) ? [[form, text, KIN]] : [];
    });
    if (clause.not) return found;
    const whole = found.some(([form]) => form === word), enough = count(found) >= FEW;
    if (whole ? typing && !enough : typing || (!found.length && word.length > 2)) {
      const known = new Set(found.map(([form]) => form)), more = (await begun(word)).filter(form => !known.has(form));
      found.push(...(await opened(more, word.length)).map(form => [...form, whole ? BEGINS : BEGUN]));
      if (!whole && found.some(([, , fit]) => fit === BEGUN)) {
        found = found.map(([form, text, fit]) => [form, text, fit === KIN ? DISTANT : fit]);
      }
    }
    if (!whole && (count(found) < LITTLE || !found.some(([, , fit]) => fit === BEGUN))) {
      const known = new Set(found.map(([form]) => form)), more = await mended(word, found.length ? {} : clause);
      found.push(...more.filter(([form]) => !known.has(form)));
    }
    return found;
  };

  /* What a word with an error may stand for: of several, the one that the archive has most. */
  const mended = async (word, clause) => {
    if (!forgiving(word)) return [];
    const slight = head.common.filter(other => other.length > 3 && near(word, other)), words = await corrected(word);
    const all = [...slight, ...words];
    if (all.length) clause.near = {q: word, near: all.slice(0, 3).join(", ")};
    const found = [...(await Promise.all(slight.map(alone))).flat(), ...await opened(words)];
    return found.map(([form, text], i) => [form, text, NEAR * (1 - i / (2 * found.length))]);
  };

  /* Articles that have one of the forms, each with its score and the positions. */
  const scored = (found, mask) => {
    const articles = new Map();
    let exact = 0;
    for (const [, text, fit] of found) postings(text, (id, parts, times, places) => {
      if (mask && !(parts & mask)) return;
      const fits = fit === KIN && parts & NAMES ? fit + NAMED : fit;
      const weight = fits * (parts ? PARTS.reduce((sum, [part, weight]) => sum + (parts & part && weight), times) : times);
      const known = articles.get(id);
      if (fit === EXACT) exact++;
      if (!known) articles.set(id, {fit: fits, weight, lists: [places]});
      else {
        known.weight += weight;
        known.fit = Math.max(known.fit, fits);
        known.lists.push(places);
      }
    });
    const rarity = size => Math.log(1 + (head.count - size + .5) / (size + .5));
    const rare = rarity(articles.size), rarest = rarity(exact);
    for (const [id, one] of articles) {
      const frequent = one.weight / one.fit, length = .4 + .6 * sizes[id] / usual;
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
    const follows = (id, start) => maps.every((map, i) => places(map.get(id)).includes(start + i));
    const at = id => places(maps[0].get(id)).filter(start => follows(id, start));
    const found = every(maps).flatMap(id => {
      const starts = at(id);
      const score = maps.reduce((sum, map) => sum + map.get(id).score, 0) + (starts.some(start => start >= HEADS) && 1);
      return starts.length ? [[id, {lists: [starts], score, fit: EXACT, rare: 1}]] : [];
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
    const ids = every(asked.map(({articles}) => articles)), [{articles: all}] = asked;
    const articles = new Map(ids.map(id => [id, all.get(id)]));
    return [{clause, found: asked.flatMap(({found}) => found), articles}];
  };

  /* Words that stand together, and those that need not be there. */
  const beside = (id, words) => {
    let sum = 0;
    for (const {optional, articles} of words) if (optional) sum += OPTIONAL * (articles.get(id)?.score || 0);
    for (let i = 1; i < words.length; i++) {
      const [a, b] = [words[i - 1].articles.get(id), words[i].articles.get(id)];
      if (a && b) sum += TOGETHER * Math.min(a.fit * a.rare, b.fit * b.rare) / distance(a, b);
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

  const undated = years.indexOf("");
  const dated = (ids, order) => {
    const without = id => yearOf[id].includes(undated), rest = ids.filter(id => !without(id)).sort((a, b) => a - b);
    return [...order === "newest" ? rest.reverse() : rest, ...ids.filter(without)];
  };

  /* Articles that answer the query, best first; `some` when none has all of it. */
  const answer = async query => {
    const clauses = query.filter(clause => clause.field !== "order"), order = query.findLast(clause => clause.order)?.order;
    const slight = clause => !clause.field && !clause.phrase && clause.words.every(word => common.has(word));
    const ask = clauses.every(slight) ? wanted : clause => slight(clause) ? optional(clause) : wanted(clause);
    const wants = (await Promise.all(clauses.map(ask))).flat();
    let {hits, some} = ranked(wants);
    if (some) {
      const mend = wants.filter(({word, clause, found}) => word && !clause.not && forgiving(word)
        && found.length && found.every(([, , fit]) => fit < EXACT && fit > NEAR));
      await Promise.all(mend.map(async one => {
        one.found = one.found.concat(await mended(one.word, one.clause));
        one.articles = scored(one.found);
      }));
      if (mend.length) ({hits, some} = ranked(wants));
    }
    const marks = wants.filter(({clause}) => !clause.not).map(({found}) => new Set(found.map(([form]) => form)));
    return {hits: order ? dated(hits, order) : hits, some, marks: marks.filter(({size}) => size)};
  };

  return {answer, card, facets, picked};
};
})();
