/* Looks after a page while its edition is edited: shows what is found, and loads the page anew,
   at the paragraph that was edited, when there is a newer one. Given by the server only. */
(() => {
  "use strict";

  const own = document.currentScript.dataset.version;
  const address = "/edition-serve/events?page=" + encodeURIComponent(location.pathname);
  const JUMP = "edition-serve:jump", CLOSED = "edition-serve:closed";
  let stream = null;

  /* The stream. A page that nobody sees has none: browsers allow few at a time. */

  function listen() {
    if (document.hidden || stream) return;
    stream = new EventSource(address);
    stream.onmessage = event => take(JSON.parse(event.data));
    stream.onerror = () => panel.lost();
  }

  function rest() {
    if (stream) stream.close();
    stream = null;
  }

  function take(told) {
    if (told.version === own) panel.show(told);
    else reload(told.edited);
  }

  /* Where the reader is, kept over the loading. */

  function reload(edited) {
    rest();
    const tops = {};
    for (const id of edited) {
      const box = document.getElementById(id)?.getBoundingClientRect();
      if (box && box.bottom > 0 && box.top < innerHeight) tops[id] = box.top;
    }
    const jump = { path: location.pathname, edited, tops, y: scrollY };
    sessionStorage.setItem(JUMP, JSON.stringify(jump));
    history.scrollRestoration = "manual";
    location.reload();
  }

  function arrive() {
    const jump = JSON.parse(sessionStorage.getItem(JUMP));
    sessionStorage.removeItem(JUMP);
    if (!jump || jump.path !== location.pathname) return;
    const place = jump.edited.map(id => document.getElementById(id)).find(Boolean);
    for (let around = place; around; around = around.parentElement) {
      if (around.localName === "details") around.open = true;
    }
    settle(jump, place);
    const loaded = () => requestAnimationFrame(() => {
      settle(jump, place);
      history.scrollRestoration = "auto";
    });
    // Until the page is loaded the browser may go to the fragment of its address.
    if (document.readyState === "complete") loaded();
    else addEventListener("load", loaded, { once: true });
    place?.animate({ backgroundColor: ["light-dark(#fbeecb, #3d3217)", "transparent"] }, 1500);
  }

  function settle(jump, place) {
    const top = place && jump.tops[place.id];
    if (!place) scrollTo(0, jump.y);
    else if (top === undefined) place.scrollIntoView({ block: "center", behavior: "instant" });
    else scrollBy({ top: place.getBoundingClientRect().top - top, behavior: "instant" });
  }

  /* What was found: a region of its own at the foot of the window, which folds. */

  const STYLE = `
    :host { all: initial; color-scheme: light dark; }
    section { position: fixed; z-index: 9; inset: auto 0 0 auto; box-sizing: border-box;
      width: min(100%, 42rem); max-height: 50vh; overflow: auto; padding: 0 1rem;
      font: 0.875rem/1.45 ui-sans-serif, system-ui, sans-serif;
      color: light-dark(#211e1a, #e9e4da); background: light-dark(#fff, #201e1b);
      border: 1px solid light-dark(#8c8478, #7d766a); border-bottom: 0; }
    section:not(:has([open])) { width: auto; }
    [hidden] { display: none; }
    summary { padding: 0.5rem 0; font-weight: 600; cursor: pointer; }
    :focus-visible { outline: 2px solid light-dark(#8a2f1b, #f0a58c); outline-offset: -2px; }
    ol { margin: 0; padding: 0; list-style: none; }
    li { padding: 0.5rem 0; border-top: 1px solid light-dark(#d9d3c7, #3b3731);
      overflow-wrap: anywhere; }
    p { margin: 0 0 0.25rem; }
    [role] { position: fixed; inset: auto 0 0 auto; width: 1px; height: 1px; margin: 0;
      overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    code { font: 0.8125rem ui-monospace, monospace; }
    .error b { color: light-dark(#8a2f1b, #f0a58c); }
    @media print { :host { display: none; } }
  `;

  class Panel {
    constructor() {
      this.host = document.createElement("div");
      this.host.id = "edition-serve";
      const root = this.host.attachShadow({ mode: "open" });
      this.section = made("section");
      this.section.setAttribute("aria-label", "Findings in this edition");
      this.section.lang = "en";
      this.section.hidden = true;
      this.folded = made("details");
      this.title = made("summary");
      this.status = made("p");  // is read aloud where it changes
      this.status.setAttribute("role", "status");
      this.status.lang = "en";
      this.body = made("div");
      this.folded.append(this.title, this.body);
      this.section.append(this.folded);
      root.append(made("style", STYLE), this.status, this.section);
      this.section.addEventListener("keydown", event => {
        if (event.key !== "Escape") return;
        this.folded.open = false;
        this.remember();  // at once: the page may be loaded anew before it is told
      });
      this.folded.addEventListener("toggle", () => this.remember());
      document.body.append(this.host);
    }

    remember() {
      sessionStorage.setItem(CLOSED, this.folded.open ? "" : this.shown);
    }

    show(told) {
      const { errors, warnings, findings } = told;
      this.shown = JSON.stringify(findings);
      this.section.hidden = !findings.length;
      this.say([counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(", "));
      const list = made("ol");
      list.append(...findings.map(item));
      this.body.replaceChildren(list);
      const more = errors + warnings - findings.length;
      if (more) this.body.append(made("p", `${more} more at the terminal.`));
      if (told.is_old) {
        this.body.prepend(made("p", "This page is the last good one: its document has an error."));
      }
      this.folded.open = errors > 0 && sessionStorage.getItem(CLOSED) !== this.shown;
    }

    say(words) {
      this.title.textContent = words;
      this.status.textContent = words;
    }

    lost() {
      this.say("The server does not answer: has edition serve been ended?");
      this.body.replaceChildren();
      this.section.hidden = false;
    }
  }

  function item(found) {
    const line = made("p");
    line.append(made("b", found.severity), `: ${found.message} [${found.code}]`);
    const place = made("p");
    place.append(made("code", found.place));
    const entry = made("li");
    entry.className = found.severity;
    entry.append(place, line);
    if (found.excerpt) entry.append(made("p", found.excerpt));
    if (found.expected) entry.append(made("p", `Expected: ${found.expected}`));
    if (found.hint) entry.append(made("p", `Hint: ${found.hint}`));
    return entry;
  }

  function made(name, text = "") {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  }

  function counted(number, noun) {
    return number ? `${number} ${noun}${number === 1 ? "" : "s"}` : "";
  }

  const panel = new Panel();
  document.addEventListener("visibilitychange", () => document.hidden ? rest() : listen());
  addEventListener("pagehide", rest);
  addEventListener("pageshow", () => { arrive(); listen(); });
})();
