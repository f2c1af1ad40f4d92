/* Words and queries. What src/kliping/site/search/words.py and src/kliping/stems.py do to a text is done here to a
   query, letter for letter. */
(() => {
"use strict";

const fold = text => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFKC")
  .toUpperCase().toLowerCase().replace(/ς/g, "σ");

const tokens = text =>
  (fold(text).replace(/ʼ/g, "’").replace(/(\p{L})['’](?=\p{L})/gu, "$1").match(/[\p{L}\p{N}]+/gu) || [])
    .filter(word => [...word].length <= 40);

/* Snowball's stemmer for Indonesian; `left` is its measure (vowels, less the affixes taken off). */
const snowball = word => {
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

const WHOLE = new RegExp("(?:sekolah|masalah|jumlah|majalah|makalah|salah|kalah|celah|belah|langkah|nikah|tingkah|berkah"
  + "|himpun|ampun|laku|baku|suku|buku|saku|paku|ilmu|tamu|temu|jamu)$");
const LOANS = [[/^(.{3,})i[vf](?:itas|isme|is|asi)$/, "$1if"], [/^(.{4,})ita(?:s|si|tor)$/, "$1"],
  [/^(.{4,})is(?:asi|ator|ir|me|tik)$/, "$1"], [/^(.{4,})ional(?:isme|itas)?$/, "$1i"],
  [/^(.{3,})a(?:si|tif|tor)$/, "$1"], [/^(.{4,})i(?:k|ka|s|si)$/, "$1"],
  [/^(.{3,}[^aeiou])(?:si|tif|tor)$/, "$1"]];
const FOLDED = [[/^ny(?=[aeiou])/, "s"], [/^n(?=[aeiou])/, "t"], [/^m(?=[aeiou])/, "p"], [/^[kr](?=[aeiou])/, ""]];

const bare = word => {
  const shield = /^ke(?!.*an(?:nya)?$)/.test(word) ? "x" : "";
  const found = snowball(shield + word + (WHOLE.test(word) ? "nya" : "")).slice(shield.length);
  return /^[mp]en[aeiou]/.test(word) && /^[aeiou]/.test(found) ? "t" + found : found;
};
const unloaned = word => LOANS.reduce((text, [ending, by]) => text.replace(ending, by), word);

const stem = word => {
  if (!/^[a-z]+$/.test(word)) return word;
  const root = unloaned(bare(bare(word))), fold = FOLDED.find(([start]) => start.test(root));
  return fold ? root.replace(...fold) : root;
};

/* The letters that a word's root may begin with: "menulis" has t or n, "tulis" has t. */
const NASALS = [[/[mp]eng$/, ["", "k"]], [/[mp]eny$/, ["s", "ny"]], [/[mp]en$/, ["t", "n"]], [/[mp]em$/, ["p", "m"]],
  [/[bpt]er$/, ["", "r"]]];
const onsets = word => {
  const rest = bare(bare(word)).replace(/^[^aeiou]+/, ""), before = word.slice(0, Math.max(0, word.lastIndexOf(rest)));
  const nasal = NASALS.find(([end]) => end.test(before));
  return nasal ? nasal[1] : [/(ny|[knrtpms])?$/.exec(before)[0]];
};

/* The forms that have a word's root, of those that share its stem: "kawal" has not the root of "awal". Forms that could
   have either count for the roots that others show. */
const akin = (word, forms) => {
  const starts = new Map(forms.map(form => [form, onsets(form)]));
  const shown = new Set([...starts.values()].filter(those => those.length === 1).flat());
  const mine = onsets(word).filter(onset => !shown.size || shown.has(onset));
  return forms.filter(form => form === word || starts.get(form).some(onset => mine.includes(onset)));
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
  topik: "topic", topic: "topic", tahun: "year", year: "year", urut: "order", sort: "order"};
const ORDERS = {terbaru: "newest", newest: "newest", terlama: "oldest", oldest: "oldest"};

const parse = query => {
  const clauses = [];
  for (const [all, not, name = "", value, quoted] of
    query.matchAll(/(-?)(?:([a-z]+):)?(["“”]([^"“”]*)["“”]?|[^\s"“”]+)/giu)) {
    const key = name.toLowerCase(), field = Object.hasOwn(FIELDS, key) ? FIELDS[key] : "";
    const raw = quoted ?? (name && !field ? `${name}:${value}` : value), words = tokens(raw);
    const order = field === "order" && Object.hasOwn(ORDERS, words[0]) ? ORDERS[words[0]] : "";
    if (words.length) clauses.push({words, field, raw, all, order, not: !!not, phrase: quoted !== undefined && !field});
  }
  const last = clauses.findLast(clause => !clause.field);
  if (last && !last.not && !last.phrase && !/\s$/.test(query)) last.typing = last.words.at(-1);
  return clauses;
};

globalThis.kliping = {fold, tokens, stem, akin, near, parse};
})();
