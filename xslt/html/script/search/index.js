/* The index: what is loaded of it, and which passages have a word. Nothing is fetched: each part
   is a script that a page on the disk may load, too. */
(search => {
  "use strict";

  const BLOCKS = 16, TEXTS = 40; // in memory at most
  const COMPLETED = 4; // blocks that are looked through for words that begin alike
  const taken = new Map();

  search.take = (name, value) => taken.set(name, value);

  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = name.split("/").map(search.quoted).join("/") + ".js";
      script.onload = () => {
        script.remove();
        const value = taken.get(name);
        taken.delete(name);
        if (value === undefined) reject(new Error(name));
        else resolve(value);
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(name));
      };
      document.head.append(script);
    });
  }

  search.quoted = text => encodeURIComponent(text);

  /* What was used last, loaded at most once at a time. */
  class Shelf {
    #kept = new Map();
    #room;

    constructor(room) { this.#room = room; }

    get(name, make) {
      const found = this.#kept.get(name) ?? make();
      this.#kept.delete(name);
      this.#kept.set(name, found);
      if (this.#kept.size > this.#room) this.#kept.delete(this.#kept.keys().next().value);
      found.catch(() => this.#kept.delete(name));
      return found;
    }
  }

  class Index {
    #blocks = new Shelf(BLOCKS);
    #texts = new Shelf(TEXTS);
    #names = new Map();

    static async open() {
      return new Index(await load("contents"));
    }

    constructor([documents, firsts, kinds]) {
      let first = 0;
      this.firsts = firsts;
      this.kinds = kinds;
      this.documents = documents.map(([page, title, date, language, parts]) => {
        const count = parts.reduce((sum, part) => sum + part, 0);
        const found = { page, html: page + ".html", title, date, language, parts, first, count };
        first += count;
        return found;
      });
      this.size = first;
      this.ranges = this.documents.map(document => [document.first, document.count]);
      this.order = this.documents.map((_, n) => n).sort((a, b) =>
        this.documents[a].date < this.documents[b].date ? -1
        : this.documents[a].date > this.documents[b].date ? 1 : a - b);
    }

    /* The document of a passage. */
    document(passage) {
      let low = 0, high = this.documents.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (this.documents[middle].first <= passage) low = middle; else high = middle;
      }
      return low;
    }

    /* The part of a document's text with a passage: its name, and the place of the passage. */
    part(passage) {
      const document = this.documents[this.document(passage)];
      let place = passage - document.first, part = 0;
      while (place >= document.parts[part]) place -= document.parts[part++];
      const stem = decodeURIComponent(document.page);
      return { name: `text/${stem}..${part + 1}`, place };
    }

    /* A passage: where it stands, its number, who says it, its words, and how the address of its page ends. */
    async passage(passage) {
      const { name, place } = this.part(passage);
      const [speakers, rows, pages = []] = await this.#texts.get(name, () => load(name));
      const [id, number, speaker, words] = rows[place];
      const ending = pages.findLast(([first]) => first <= place)?.[1] ?? "";
      return { id, number, speaker: speakers[speaker], words, ending };
    }

    /* The block in which a form is looked for. */
    home(form) {
      let low = 0, high = this.firsts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (this.firsts[middle] <= form) low = middle; else high = middle;
      }
      return low;
    }

    #block(n) {
      return this.#blocks.get(n, async () => new Block(n, await load(`index/${n}`), this.ranges));
    }

    /* The terms of a form: their forms and passages. None is an unknown word. */
    async terms(form) {
      if (!this.firsts.length) return [];
      const block = await this.#block(this.home(form));
      return Promise.all((block.places.get(form) ?? []).map(place => this.#term(place)));
    }

    async #term([block, number]) {
      return (await this.#block(block)).terms[number];
    }

    /* The forms that begin so, of some blocks at most, in their order; "whole": there are no more. */
    async beginning(form) {
      const found = [];
      if (!this.firsts.length || !form) return found;
      const first = this.home(form), last = this.home(form + "\uFFFF");
      found.whole = last < first + COMPLETED;
      for (let n = first; n <= last && n < first + COMPLETED; n++) {
        for (const known of (await this.#block(n)).places.keys()) {
          if (known.startsWith(form)) found.push(known);
        }
      }
      return found.sort();
    }

    /* Forms that differ from an unknown one in a letter or two, the nearest and commonest first. */
    async near(form) {
      const found = [], home = this.home(form), limit = form.length < 5 ? 1 : 2;
      for (const n of [home, home - 1, home + 1]) {
        if (n < 0 || n >= this.firsts.length) continue;
        const block = await this.#block(n);
        for (const [known, [[at, number]]] of block.places) {
          const strokes = search.distance(form, known, limit);
          const times = at === n ? block.terms[number].passages.length : 1;
          if (strokes <= limit) found.push({ known, strokes, times });
        }
      }
      found.sort((a, b) => a.strokes - b.strokes || b.times - a.times || (a.known < b.known ? -1 : 1));
      return found.slice(0, 5).map(one => one.known);
    }

    /* Those of a kind: names, keys, passages. They are few enough to stay. */
    names(kind) {
      if (!this.#names.has(kind)) this.#names.set(kind, this.#loadNames(kind));
      return this.#names.get(kind);
    }

    async #loadNames(kind) {
      if (!this.kinds.includes(kind)) return [];
      const [listed, text] = await load(`names/${kind}`), bits = new search.Bits(text);
      const rows = listed.map(one => typeof one === "string" ? [one, one.replaceAll(" ", "")] : one);
      const times = new Map();
      for (const [name] of rows) times.set(name, (times.get(name) ?? 0) + 1);
      return rows.map(([name, key]) => ({
        key,
        name: times.get(name) > 1 ? `${name} (${key})` : name,
        passages: search.passages(bits, this.ranges),
      }));
    }
  }

  class Block {
    constructor(n, [forms, passages, elsewhere], ranges) {
      this.terms = [];
      this.places = new Map(); // form to block and number of each of its terms
      let before = [];
      for (const [, first, shared, rest] of search.unsqueezed(forms).matchAll(/(\.?)([A-Z])([^.A-Z]*)/gu)) {
        if (first) this.terms.push({ forms: [] });
        before = [...before.slice(0, shared.charCodeAt(0) - 65), ...rest];
        const form = before.join("");
        this.terms.at(-1).forms.push(form);
        this.#put(form, n, this.terms.length - 1);
      }
      const bits = new search.Bits(passages);
      for (const term of this.terms) term.passages = search.passages(bits, ranges);
      for (const stray of elsewhere ? elsewhere.split("|") : []) {
        const [form, block, number] = stray.split(",");
        this.#put(form, Number(block), Number(number));
      }
    }

    #put(form, block, number) {
      if (!this.places.has(form)) this.places.set(form, []);
      this.places.get(form).push([block, number]);
    }
  }

  Object.assign(search, { Index });
})(window.editionSearch ??= {});
