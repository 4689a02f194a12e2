/* What a reader looks for, and the passages that have it. */
(search => {
  "use strict";

  const STEP = 40; // parts of texts that are read before the reader is asked

  /* The clauses of a query: words that follow each other; not these; these forms and no other;
     words that only begin so. */
  function clauses(query) {
    const found = [];
    const said = query.replace(/[“”„«»]/g, '"');
    for (const [all, not, quoted, plain] of said.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
      const forms = search.words(quoted ?? plain).map(word => word.form);
      if (!forms.length) continue;
      found.push({
        not: not === "-",
        forms,
        exact: quoted !== undefined,
        begins: quoted === undefined && forms.length === 1 && plain.endsWith("*"),
        text: all,
      });
    }
    const last = found.at(-1);
    if (last && !last.exact && !last.not && last.forms.length === 1) last.open = true;
    return found;
  }

  /* The words a clause means: for each of its words the forms that count, and their passages. */
  async function meant(index, clause) {
    const heard = { ...clause, unknown: [], sets: [], completed: false };
    const flags = [];
    for (const form of clause.forms) {
      let terms = clause.begins ? [] : await index.terms(form);
      let forms = terms.flatMap(term => term.forms);
      if (!terms.length && (clause.begins || clause.open)) {
        forms = await index.beginning(form);
        terms = await termsOf(index, forms);
        heard.completed = forms.length > 0;
        heard.whole = forms.whole;
      }
      if (!terms.length) heard.unknown.push(form);
      heard.certain = terms.every(term => heard.completed
        ? term.forms.every(one => one.startsWith(form)) : term.forms.length === 1);
      heard.sets.push(new Set(clause.exact ? [form] : forms));
      flags.push(marked(index.size, terms.map(term => term.passages)));
    }
    heard.flags = flags.reduce(both);
    // The index knows passages and stems: order and forms are seen in the text.
    heard.read = clause.forms.length > 1 || (clause.exact || heard.completed) && !heard.certain;
    return heard;
  }

  async function termsOf(index, forms) {
    const found = new Set();
    for (const form of forms) for (const term of await index.terms(form)) found.add(term);
    return [...found];
  }

  function marked(size, lists) {
    const flags = new Uint8Array(size);
    for (const list of lists) for (const passage of list) flags[passage] = 1;
    return flags;
  }

  function both(one, other) {
    return one.map((flag, n) => flag & other[n]);
  }

  /* The passages that the filters leave; each is a function that says so of a document, or flags. */
  function left(index, { keep, flags }) {
    const found = new Uint8Array(index.size);
    index.documents.forEach((document, n) => {
      if (keep(document, n)) found.fill(1, document.first, document.first + document.count);
    });
    return flags.reduce(both, found);
  }

  /* Where each clause stands in a text: [begin, end] of its words. */
  function places(text, heard) {
    const words = search.words(text);
    return heard.map(({ sets }) => {
      const found = [];
      for (let n = 0; n + sets.length <= words.length; n++) {
        if (sets.every((set, m) => set.has(words[n + m].form))) {
          found.push([words[n].begin, words[n + sets.length - 1].end]);
        }
      }
      return found;
    });
  }

  /* A search: its hits are passages, in the order of the documents' dates. */
  class Search {
    hits = [];
    read = 0;

    static async begin(index, query, filters) {
      const heard = [];
      for (const clause of clauses(query)) heard.push(await meant(index, clause));
      return new Search(index, heard, filters);
    }

    constructor(index, heard, filters) {
      this.heard = heard;
      this.wanted = heard.filter(one => !one.not);
      this.#index = index;
      let flags = left(index, filters);
      for (const { not, read, flags: own } of heard) {
        if (!not) flags = both(flags, own);
        else if (!read) flags = both(flags, own.map(flag => 1 - flag));
      }
      this.#candidates = this.#ordered(flags);
      this.#doubtful = heard.filter(one => one.read);
      if (!this.#doubtful.length) {
        this.hits = this.#candidates;
        this.read = this.#candidates.length;
      }
    }

    #index;
    #candidates;
    #doubtful;

    get candidates() { return this.#candidates.length; }
    get done() { return this.read === this.#candidates.length; }

    #ordered(flags) {
      const found = [];
      for (const n of this.#index.order) {
        const { first, count } = this.#index.documents[n];
        for (let passage = first; passage < first + count; passage++) {
          if (flags[passage]) found.push(passage);
        }
      }
      return found;
    }

    /* Read texts until there are so many hits, or all, or enough was read for once. */
    async reach(hits) {
      const parts = new Set();
      while (!this.done && this.hits.length < hits) {
        const passage = this.#candidates[this.read];
        const doubtful = this.#doubtful.filter(({ not, flags }) => !not || flags[passage]);
        if (doubtful.length) parts.add(this.#index.part(passage).name);
        if (parts.size > STEP) return;
        if (await this.#has(passage, doubtful)) this.hits.push(passage);
        this.read++;
      }
    }

    async #has(passage, doubtful) {
      if (!doubtful.length) return true;
      const { words } = await this.#index.passage(passage);
      return places(words, doubtful).every((found, n) => doubtful[n].not !== found.length > 0);
    }

    /* The stretches of a text that are what was looked for, in their order. */
    stretches(text) {
      return places(text, this.wanted).flat().sort((a, b) => a[0] - b[0]);
    }

    /* How many documents the hits are in. */
    get documents() {
      return new Set(this.hits.map(passage => this.#index.document(passage))).size;
    }
  }

  Object.assign(search, { Search, clauses });
})(window.editionSearch ??= {});
