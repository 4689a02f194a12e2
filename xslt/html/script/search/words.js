/* Words as the index has them. edition/publishing/search/words.py parts and folds alike. */
(search => {
  "use strict";

  const LETTERS = new Map(Object.entries({
    "й": "й", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l",
    "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t", "ς": "σ", "ـ": "",
  }));
  const DIACRITIC = /[\u0300-\u036F\u0483-\u0489\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED]/u;
  const DROPPED = /[\s\p{Cf}]|[!-/:-@[-`{-~]/u;
  const SINGLE = "\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}";
  const KIND = "\\p{L}\\p{N}\\p{M}";
  const WORD = new RegExp(`(?=[${KIND}])[${SINGLE}]|(?:(?![${SINGLE}])[${KIND}\\p{Cf}])+`, "gu");
  const known = new Map();

  function foldedSign(sign) {
    const low = sign.toLowerCase();
    const parts = LETTERS.has(low) ? low : low.normalize("NFKD").toLowerCase();
    return [...parts]
      .filter(one => !DIACRITIC.test(one) && !DROPPED.test(one))
      .map(one => LETTERS.get(one) ?? one)
      .join("").normalize("NFC");
  }

  function folded(word) {
    let found = "";
    for (const sign of word.normalize("NFC")) {
      if (!known.has(sign)) known.set(sign, foldedSign(sign));
      found += known.get(sign);
    }
    return found;
  }

  /* The words of a text: form, begin, end. */
  function words(text) {
    return Array.from(text.matchAll(WORD), found => ({
      form: folded(found[0]), begin: found.index, end: found.index + found[0].length,
    })).filter(word => word.form);
  }

  /* In how many strokes one word becomes the other, if in no more than a limit. */
  function distance(one, other, limit) {
    if (Math.abs(one.length - other.length) > limit) return limit + 1;
    let last = [], row = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], last[j - 2] + 1);
        }
      }
      if (Math.min(...next) > limit) return limit + 1;
      [last, row] = [row, next];
    }
    return row[other.length];
  }

  Object.assign(search, { folded, words, distance });
})(window.editionSearch ??= {});
