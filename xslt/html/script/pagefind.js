/* Searches the index by Pagefind, which lies beside these pages. Pagefind fetches parts of its index, which
   browsers do for pages of the web only: from disk the page says so, and leads to the other search. */
(async () => {
  "use strict";
  if (!location.protocol.startsWith("http")) return;
  const byId = (name) => document.getElementById("search:" + name);
  const form = byId("form"), result = byId("result"), ways = byId("ways"), words = form.dataset;
  const filters = ["speaker", "place", "year"].map((name) => byId(name));
  const TOGETHER = 10;
  const pagefind = await import(new URL("../pagefind/pagefind.js", location.href).href);
  await pagefind.options({ baseUrl: new URL("../", location.href).pathname });
  const offered = await pagefind.filters();
  for (const select of filters) {
    const values = Object.keys(offered[select.name] ?? {}).sort(new Intl.Collator(document.documentElement.lang).compare);
    select.replaceChildren(new Option(words.any, ""), ...values.map((value) => new Option(value)));
    select.closest("p").hidden = !values.length;
  }

  function made(name, content, more = {}) {
    return Object.assign(document.createElement(name), more, typeof content === "string" ? { textContent: content } : {});
  }

  function excerpt(html) { // words and marks of Pagefind, as nodes: nothing of the text becomes an element
    const paragraph = made("p");
    for (const part of html.split(/(<mark>.*?<\/mark>)/)) {
      const isMarked = part.startsWith("<mark>");
      const text = new DOMParser().parseFromString("<p>" + part, "text/html").body.textContent; // <p>: spaces stay
      paragraph.append(isMarked ? made("mark", text) : text);
    }
    return paragraph;
  }

  function shown(found) {
    const article = made("section"), heading = made("h3");
    heading.append(made("a", found.meta.title, { href: found.url }));
    article.append(heading);
    for (const part of found.sub_results.slice(0, 5)) {
      const told = excerpt(part.excerpt);
      if (part.url !== found.url) told.prepend(made("a", part.title || "¶", { href: part.url }), " ");
      article.append(told);
    }
    return article;
  }

  async function more(results) {
    const together = await Promise.all(results.slice(0, TOGETHER).map((it) => it.data()));
    result.append(...together.map(shown));
    const rest = results.slice(TOGETHER);
    const button = made("button", words.next, { type: "button", onclick: () => more(rest) });
    ways.replaceChildren(...(rest.length ? [button] : []));
  }

  async function search() {
    const asked = new URLSearchParams(location.hash.slice(1));
    form.elements.q.value = asked.get("q") ?? "";
    const chosen = {};
    for (const select of filters) {
      select.value = asked.get(select.name) ?? "";
      if (select.value) chosen[select.name] = select.value;
    }
    result.replaceChildren();
    ways.replaceChildren();
    byId("told").textContent = "";
    if (!location.hash) return;
    const { results } = await pagefind.search(form.elements.q.value || null, { filters: chosen });
    byId("told").textContent = results.length ? words.found.replace("{1}", results.length.toLocaleString(document.documentElement.lang)) : words.none;
    await more(results);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = [...new FormData(form)].filter(([, value]) => value);
    location.hash = new URLSearchParams(asked).toString();
  });
  addEventListener("hashchange", search);
  form.hidden = false;
  byId("no-script").hidden = true;
  await search();
})();
