/* The page of searching: its form, what it says, its hits. What is looked for is in the address,
   behind #, so that it can be kept and sent. */
(search => {
  "use strict";

  const form = document.getElementById("search:form");
  if (!form) return;

  const MANY = 20; // hits of a page
  const CHOICES = 30; // names that are offered at once
  const result = document.getElementById("search:result");
  const told = document.getElementById("search:told");
  const hints = document.getElementById("search:hints");
  const ways = document.getElementById("search:ways");
  const { element } = search;
  let index = null, turn = 0;

  /* The words of the page are in its form. */
  function say(key, ...values) {
    const phrase = form.dataset[key.replace(/-(.)/g, (_, letter) => letter.toUpperCase())] ?? "";
    return phrase.replace(/\{(\d)\}/g, (_, n) => values[n - 1]);
  }

  /* What is looked for, as the address has it. */

  function state() {
    return new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  }

  function go(changes) {
    const next = state();
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value); else next.delete(key);
    }
    const hash = "#" + next;
    if (hash === location.hash) run(); else location.hash = hash;
  }

  const filters = [...form.querySelectorAll("input[data-kind]")];

  async function choices(kind) {
    if (kind !== "documents") return index.names(kind);
    const times = new Map();
    for (const { title } of index.documents) times.set(title, (times.get(title) ?? 0) + 1);
    return index.documents.map(({ title, date, page }) => ({
      key: page, name: times.get(title) > 1 ? `${title} (${[date, page].filter(Boolean).join(", ")})` : title,
    }));
  }

  async function offer(input) {
    const wanted = search.folded(input.value), list = document.getElementById(input.getAttribute("list"));
    const found = (await choices(input.dataset.kind))
      .filter(({ name }) => search.folded(name).includes(wanted)).slice(0, CHOICES);
    list.replaceChildren(...found.map(({ name }) => element("option", { value: name })));
  }

  /* From the form to the address. */
  async function submit() {
    const changes = { q: form.elements.q.value.trim(), from: form.elements.from.value, to: form.elements.to.value, page: "" };
    for (const input of filters) {
      const name = input.value.trim();
      const all = name ? await choices(input.dataset.kind) : [];
      const same = all.find(one => one.name === name) ?? all.find(one => search.folded(one.name) === search.folded(name));
      changes[input.name] = same ? same.key : name;
    }
    go(changes);
  }

  /* From the address to the form, and to what a search needs. */
  async function filled(wanted) {
    const unknown = [], flags = [];
    form.elements.q.value = wanted.get("q") ?? "";
    form.elements.from.value = wanted.get("from") ?? "";
    form.elements.to.value = wanted.get("to") ?? "";
    let only = null;
    for (const input of filters) {
      const key = wanted.get(input.name);
      input.value = key ?? "";
      if (!key) continue;
      form.querySelector("details").open = true;
      const chosen = (await choices(input.dataset.kind)).find(one => one.key === key);
      if (!chosen) unknown.push(key);
      else input.value = chosen.name;
      if (input.dataset.kind === "documents") only = key;
      else flags.push(flagged(chosen?.passages ?? []));
    }
    const from = wanted.get("from"), to = wanted.get("to");
    if (from || to) form.querySelector("details").open = true;
    const keep = ({ page, date }) => (only === null || page === only)
      && (!from || date && Number(date.slice(0, 4)) >= Number(from))
      && (!to || date && Number(date.slice(0, 4)) <= Number(to));
    return { unknown, keep, flags };
  }

  function flagged(passages) {
    const flags = new Uint8Array(index.size);
    for (const passage of passages) flags[passage] = 1;
    return flags;
  }

  /* One search after another: of two under way, the later one counts. */
  async function run() {
    const mine = ++turn, wanted = state();
    result.replaceChildren();
    ways.replaceChildren();
    hints.replaceChildren();
    told.textContent = "";
    try {
      index ??= await search.Index.open();
      const filters = await filled(wanted);
      if (![...wanted].length) return;
      const query = wanted.get("q") ?? "";
      const found = await search.Search.begin(index, query, filters);
      if (mine !== turn) return;
      if (query.trim() && !found.heard.length) {
        told.textContent = say("no-word");
        return;
      }
      await hint(found, filters.unknown);
      await show(mine, found, Math.max(Number(wanted.get("page")) || 1, 1));
    } catch (error) {
      if (mine === turn) told.textContent = say("failed", error.message);
    }
  }

  async function show(mine, found, page) {
    const first = (page - 1) * MANY;
    result.setAttribute("aria-busy", "true");
    await found.reach(first + MANY + 1);
    const lists = await search.shown(index, found, first, first + MANY, say);
    if (mine !== turn) return;
    result.replaceChildren(...lists);
    result.removeAttribute("aria-busy");
    const many = found.hits.length.toLocaleString(document.documentElement.lang);
    told.textContent = !found.done ? say("so-far", many, found.read, found.candidates)
      : found.hits.length ? say("found", many, found.documents) : say("none");
    ways.replaceChildren();
    if (page > 1) way(say("previous"), () => go({ page: page > 2 ? page - 1 : "" }));
    if (found.hits.length > first + MANY) way(say("next"), () => go({ page: page + 1 }));
    else if (!found.done) way(say("on"), () => show(mine, found, page));
    if (page > 1 || found.hits.length > first + MANY) {
      ways.append(element("span", {}, say("part", first + 1, Math.min(first + MANY, found.hits.length))));
    }
  }

  function way(label, action) {
    ways.append(element("button", { type: "button", onclick: action }, label), " ");
  }

  /* What the reader might have meant. */
  async function hint(found, unknown) {
    for (const name of unknown) hints.append(element("p", {}, say("nobody", name)));
    for (const clause of found.heard) {
      for (const form of clause.unknown) {
        const line = element("p", {}, say("unknown", form));
        const near = clause.not ? [] : await index.near(form);
        if (near.length) line.append(" ", say("near"), " ", ...offered(near, form));
        hints.append(line);
      }
      if (clause.completed && !clause.begins) {
        hints.append(element("p", {}, say("begins", clause.forms[0])));
      }
      if (clause.completed && !clause.whole) {
        hints.append(element("p", {}, say("many", clause.forms[0])));
      }
    }
  }

  function offered(forms, instead) {
    return forms.flatMap(known => {
      const query = form.elements.q.value;
      const replaced = search.words(query).filter(word => word.form === instead)
        .reduceRight((text, { begin, end }) => text.slice(0, begin) + known + text.slice(end), query);
      return [element("button", { type: "button", onclick: () => go({ q: replaced, page: "" }) }, known), " "];
    });
  }

  /* While somebody types: words that begin so. */
  async function complete() {
    const list = document.getElementById("search:words");
    const query = form.elements.q.value, last = search.words(query).at(-1);
    if (!index || !last || last.end < query.length || last.form.length < 2) return list.replaceChildren();
    const known = (await index.beginning(last.form)).slice(0, CHOICES);
    if (form.elements.q.value !== query) return;
    list.replaceChildren(...known.map(one => element("option", { value: query.slice(0, last.begin) + one })));
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    submit().catch(error => { told.textContent = say("failed", error.message); });
  });
  form.addEventListener("reset", () => go(Object.fromEntries([...state().keys()].map(key => [key, ""]))));
  form.elements.q.addEventListener("input", () => complete().catch(() => {}));
  for (const input of filters) {
    for (const event of ["focus", "input"]) {
      input.addEventListener(event, () => index && offer(input).catch(() => {}));
    }
  }
  addEventListener("hashchange", () => { if (!location.hash || location.hash.includes("=")) run(); });
  document.getElementById("search:no-script").hidden = true;
  const other = document.getElementById("search:other"); // works on the web only
  if (other) other.hidden = !location.protocol.startsWith("http");
  form.hidden = false;
  run();
  if (location.hash && !state().get("q")) form.elements.q.focus(); // a link that narrows a search leaves the words open
})(window.editionSearch ??= {});
