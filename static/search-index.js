/* The index. It comes in pieces, by script tags, since fetch() fails on pages opened from disk. */
(() => {
"use strict";

const {stem, near} = kliping;
const COMPLETIONS = 24, CORRECTIONS = 6, SHARDS = 6;

/* Positions in an article's title, names and so on are told from here on. */
kliping.HEADS = 1e6;

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
  const made = new Map(), anew = key => {
    const making = make(key);
    made.set(key, making);
    making.catch(() => made.delete(key));
    return making;
  };
  return key => made.get(key) ?? anew(key);
};

/* Each article that has a word: its number, the parts, and the positions, those in the parts from HEADS on. */
kliping.postings = (text, visit) => {
  let at = 0, id = 0;
  const next = () => {
    let value = 0, digit;
    while ((digit = VALUES[text.charCodeAt(at++)]) > 31) value = value * 32 + digit - 32;
    return value * 32 + digit;
  };
  const several = from => {
    const found = [];
    for (let left = next(); left; left--) found.push(from += next());
    return found;
  };
  while (at < text.length) {
    id += next();
    const parts = next(), heads = parts ? several(kliping.HEADS) : [], body = several(0);
    visit(id, parts, body.length, heads.length ? body.concat(heads) : body);
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

kliping.load = async (address, root) => {
  const head = await load(address);
  const names = {}, files = {};
  for (const kind in head.files) files[kind] = head.files[kind].split(" ").filter(Boolean);
  for (const kind in head.names) names[kind] = head.names[kind].split(" ").filter(Boolean);
  const common = new Set(head.common);

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
  const spellings = async (kind, shards) => (await Promise.all(shards.map(vocabulary[kind]))).flat();

  /* Words as written become forms with postings; as few shards as can be. */
  const opened = async (words, most = SHARDS) => {
    const chosen = new Set(), kept = words.filter(word => {
      const at = place("words", stem(word));
      return chosen.size < Math.min(most, SHARDS) ? chosen.add(at) : chosen.has(at);
    });
    const groups = await Promise.all(kept.map(async word => (await forms(stem(word))).find(([form]) => form === word)));
    return groups.filter(Boolean);
  };
  const worth = ([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1);
  const begun = async word => (await spellings("forms", range("forms", word, Math.min(word.length, SHARDS))))
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

  const card = async id => {
    const at = Math.floor(id / head.block), block = await load(`${root}search/cards.${at}.${files.cards[at]}.js`);
    return block[id % head.block];
  };
  const sizes = [...head.lengths].map(digit => 2 ** (VALUES[digit.charCodeAt()] / 4));
  return {head, common, sizes, forms, alone, opened, begun, corrected, card};
};
})();
