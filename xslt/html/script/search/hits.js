/* A hit as a reader sees it: a line of context with the words marked, who says it, and where. */
(search => {
  "use strict";

  const AROUND = 80; // characters before and behind what was found
  const STRETCHES = 3; // of a text that are shown
  const OPENING = 180; // characters of a text in which nothing was looked for

  function element(name, properties = {}, ...content) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...content);
    return made;
  }

  /* From where to where a text is shown: whole words around what was found. */
  function windows(text, found) {
    if (!found.length) return [[0, wordEnd(text, OPENING)]];
    const shown = [];
    for (const [begin, end] of found) {
      const from = wordBegin(text, begin - AROUND), to = wordEnd(text, end + AROUND);
      const last = shown.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else if (shown.length < STRETCHES) shown.push([from, to]);
    }
    return shown;
  }

  function wordBegin(text, at) {
    if (at <= 0) return 0;
    const space = text.indexOf(" ", at);
    return space < 0 || space > at + AROUND / 2 ? at : space + 1;
  }

  function wordEnd(text, at) {
    if (at >= text.length) return text.length;
    const space = text.lastIndexOf(" ", at);
    return space < at - AROUND / 2 ? at : space;
  }

  /* What is shown of a text, as nodes: what was found is in mark. */
  function context(text, found) {
    const nodes = [];
    const shown = windows(text, found);
    for (const [from, to] of shown) {
      nodes.push(from > 0 ? (nodes.length ? " … " : "… ") : "");
      let at = from;
      for (const [begin, end] of found) {
        if (begin < at || end > to) continue;
        nodes.push(text.slice(at, begin), element("mark", {}, text.slice(begin, end)));
        at = end;
      }
      nodes.push(text.slice(at, to));
    }
    if (shown.at(-1)[1] < text.length) nodes.push(" …");
    return nodes.filter(node => node !== "");
  }

  function hit(passage, page, found, say) {
    const place = passage.id && "#" + search.quoted(passage.id);
    const link = element("a", { href: `../${page}${passage.ending}.html${place}`, dir: "auto" });
    link.append(...context(passage.words, found));
    const at = [passage.speaker, passage.number && say("paragraph", passage.number)];
    return element("li", {}, link, " ",
      element("span", { className: "at" }, at.filter(Boolean).join(" · ")));
  }

  /* The hits of a search that are passages first to last, by document. */
  async function shown(index, found, first, last, say) {
    const lists = [];
    let before = null, list = null;
    for (const passage of found.hits.slice(first, last)) {
      const document = index.documents[index.document(passage)];
      if (document !== before) {
        list = element("ol", { className: "lines" });
        const heading = element("h3", { className: "of-document" });
        const link = element("a", { href: `../${document.html}` }, document.title);
        const when = element("span", { className: "when" }, day(document.date));
        heading.append(link, document.date && " ", document.date && when);
        lists.push(heading, list);
        tongue([link, list], document.language);
        before = document;
      }
      const text = await index.passage(passage);
      list.append(hit(text, document.page, found.stretches(text.words), say));
    }
    return lists;
  }

  /* A date as the page's language has it; a year or a month stands as it is. */
  function day(date) {
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) return date;
    const language = window.document.documentElement.lang;
    return new Date(date).toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" });
  }

  function tongue(elements, language) {
    if (!language || language === "und") return;
    for (const one of elements) one.lang = language;
  }

  Object.assign(search, { element, shown });
})(window.editionSearch ??= {});
