/* Numbers and words out of short text. edition/publishing/search/coding.py writes it. */
(search => {
  "use strict";

  const BITS = 13, SIGNS = 91; // two signs are thirteen bits
  const VALUES = new Uint8Array(127);
  let value = 0;
  for (let code = 33; code < 127; code++) {
    if (!"\"'\\".includes(String.fromCharCode(code))) VALUES[code] = value++;
  }

  class Bits {
    #values;
    #at = 0;

    constructor(text) {
      this.#values = new Uint16Array(text.length / 2);
      for (let n = 0; n < this.#values.length; n++) {
        this.#values[n] = VALUES[text.charCodeAt(2 * n)] * SIGNS + VALUES[text.charCodeAt(2 * n + 1)];
      }
    }

    get length() { return this.#values.length * BITS; }

    bit() {
      const at = this.#at++;
      return (this.#values[Math.floor(at / BITS)] >> (BITS - 1 - at % BITS)) & 1;
    }

    number(bits) {
      let number = 0;
      while (bits--) number = 2 * number + this.bit();
      return number;
    }

    gamma() {
      let more = 0;
      while (!this.bit()) more++;
      return 2 ** more + this.number(more);
    }

    /* One of so many numbers from 0 on: the first ones have a bit less. */
    oneOf(many) {
      const bits = 31 - Math.clz32(many), short = 2 ** (bits + 1) - many;
      const number = this.number(bits);
      return number < short ? number : 2 * number + this.bit() - short;
    }

    /* So many numbers that ascend and are below a limit: the middle one, those before, those behind. */
    ascending(count, among) {
      const numbers = new Uint32Array(count);
      const fill = (first, last, low, high) => {
        if (last - first === high - low) {
          for (let n = first; n < last; n++) numbers[n] = low + n - first;
          return;
        }
        const middle = (first + last) >> 1, lowest = low + middle - first;
        const number = numbers[middle] = lowest + this.oneOf(high - (last - middle) - lowest + 1);
        if (first < middle) fill(first, middle, low, number);
        if (middle + 1 < last) fill(middle + 1, last, number + 1, high);
      };
      fill(0, count, 0, among);
      return numbers;
    }
  }

  /* Passages of the edition; each document is [first passage, number of passages]. */
  function passages(bits, documents) {
    const found = [];
    for (const document of bits.ascending(bits.gamma(), documents.length)) {
      const [first, count] = documents[document];
      for (const place of bits.ascending(bits.gamma(), count)) found.push(first + place);
    }
    return Uint32Array.from(found);
  }

  /* Text that has a code of its own: its signs by their codes, how many have each length. */
  function unsqueezed([signs, lengths, text]) {
    const all = [...signs], counts = lengths.split(",").map(Number), bits = new Bits(text);
    const found = [];
    while (true) {
      let code = 0, first = 0, index = 0, length = 0;
      for (; length < counts.length; length++) {
        code = 2 * code + bits.bit();
        if (code - first < counts[length]) break;
        index += counts[length];
        first = 2 * (first + counts[length]);
      }
      const sign = all[index + code - first];
      if (sign === "\n") return found.join("");
      found.push(sign);
    }
  }

  Object.assign(search, { Bits, passages, unsqueezed });
})(window.editionSearch ??= {});
