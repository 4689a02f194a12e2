// What the page of a document has more where scripts run: keys from turn to turn, and cards at names
// and notes. Nothing is only here: names and marks are links to the entry and the note in the page.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);

  /* A long text is in parts: an address that was right before, or is that of the first, leads to the part that has the place. */
  const parts = [...document.querySelectorAll(".all-parts a[data-has]")];
  const first = document.querySelector(".all-parts")?.dataset.first; // it knows all parts, and this one does not
  const isIn = (said, id, prefix, number) => said.split(" ").some((it) => {
    const [, before, from, to] = it.match(/^(.*):(\d+)-(\d+)$/s) ?? [];
    return to ? before === prefix && from <= number && number <= Number(to) : it === id;
  });
  // Asked once: a part that is older than the first, as a browser may have kept it, is not led back and forth.
  function led(id) {
    try { if (id === undefined) return sessionStorage.getItem("edition:led"); sessionStorage.setItem("edition:led", id); } catch { /* not kept */ }
    return id;
  }
  function toPart() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id || byId(id)) { led(""); return; }
    const [, prefix, number] = id.match(/^(.*?)([1-9]\d*)$/s) ?? [];
    const part = parts.find((link) => isIn(link.dataset.has, id, prefix, Number(number)));
    if (part) location.replace(part.href + location.hash);
    else if (first && led() !== id) { led(id); location.replace(first + location.hash); }
  }
  toPart();
  addEventListener("hashchange", toPart);

  const card = byId("page:card"), help = byId("page:keys"), keysOn = byId("page:keys-on");
  if (!card || !help || typeof card.showPopover !== "function") return;

  // What a reader chose is remembered where the browser allows it.
  const remember = (key, value) => { try { localStorage.setItem("edition:" + key, value); } catch { /* not kept */ } };
  const remembered = (key) => { try { return localStorage.getItem("edition:" + key) ?? ""; } catch { return ""; } };

  /* The boxes of the view. */
  const boxes = [...document.querySelectorAll(".view [type=checkbox]")];
  const unseen = remembered("unseen").split(" ");
  for (const box of boxes) if (unseen.includes(box.value)) box.checked = false;
  document.querySelector(".view")?.addEventListener("change", () =>
    remember("unseen", boxes.filter((box) => !box.checked).map((box) => box.value).join(" ")));

  /* Keys. */
  const TURN = ":is(article .turn[id], article .summary[id])";
  const turns = [...document.querySelectorAll(TURN)];
  let last = null; // the turn a key or an address led to, until the reader goes on by other means
  const arrive = () => { last = document.querySelector(":target")?.closest(TURN) ?? null; };
  addEventListener("hashchange", arrive);
  addEventListener("load", arrive); // not before is the target of the address known
  for (const moved of ["wheel", "touchmove", "pointerdown"]) {
    addEventListener(moved, () => { last = null; }, { passive: true });
  }

  const top = (element) => element.getBoundingClientRect().top;
  const inView = (elements) => elements.findLast((element) => top(element) < 48);
  const here = () => last ?? inView(turns);

  function go(turn) {
    if (!turn) return;
    last = turn;
    turn.tabIndex = -1;
    location.replace("#" + encodeURIComponent(turn.id)); // no step for each key in the history
    turn.focus({ preventScroll: true }); // a group with its speaker's name: said once
  }

  function step(by) {
    const turn = here(), place = turns.indexOf(turn);
    const begun = by < 0 && turn && !last && top(turn) < -8; // first to where this one begins
    const next = begun ? turn : turns[place + by];
    if (next || place + by < 0) go(next);
    else document.querySelector(".parts [rel=next]")?.click();
  }

  function ofSpeaker(direction) {
    const way = here()?.querySelector(".ways ." + direction);
    const turn = way && byId(decodeURIComponent(way.hash.slice(1)));
    if (turn) go(turn);
    else if (way) location.href = way.href; // in another part
  }

  function toSource() {
    const link = document.querySelector("a.facing");
    const place = (last && document.querySelector("article :target[id]"))
      ?? inView([...document.querySelectorAll("article .numbered[id]")]);
    if (link) location.href = sourceOf(link, place) + (place ? "#" + encodeURIComponent(place.id) : "");
  }

  function sourceOf(link, place) { // a long source has pages that begin with these elements
    const begins = (link.dataset.parts ?? "").split(" ").map(byId);
    const isBefore = (it) => it && place && (it === place || it.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
    const before = Number(link.dataset.before ?? 0) + begins.filter(isBefore).length;
    return before ? link.href.replace(/\.html$/, `..${before + 1}.html`) : link.href;
  }

  const keys = {
    j: () => step(1), k: () => step(-1),
    n: () => ofSpeaker("after"), p: () => ofSpeaker("before"),
    s: toSource, "?": () => help.togglePopover(),
  };
  const ofPlace = { KeyJ: "j", KeyK: "k", KeyN: "n", KeyP: "p", KeyS: "s" }; // for other alphabets
  const isField = (target) => target instanceof Element
    && (target.closest("input:not([type=checkbox]), textarea, select") || target.isContentEditable);

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key > "~" ? ofPlace[event.code] : event.key;
    if (!keysOn.checked || !Object.hasOwn(keys, key) || isField(event.target)) {
      if (event.key.length > 1 || event.key === " ") last = null; // arrows, Page Down, Tab …
      return;
    }
    if (key !== "?" && help.matches(":popover-open")) return;
    event.preventDefault();
    keys[key]();
  });

  keysOn.checked = remembered("keys") !== "off";
  keysOn.addEventListener("change", () => remember("keys", keysOn.checked ? "" : "off"));
  for (const button of document.querySelectorAll("[popovertarget='page:keys']")) button.hidden = false;

  /* Cards. */
  const said = card.querySelector(".said"), evidence = card.querySelector(".evidence");
  const more = card.querySelector(".more a");
  const WITH_CARD = ":is(article, .endnotes) :is(a.name[href^='#'], a[role=doc-noteref])";
  const linkAt = (target) => target instanceof Element ? target.closest(WITH_CARD) : null;
  const aimOf = (link) => byId(decodeURIComponent(link.hash.slice(1)));
  let shown = null, isPinned = false, isClosing = false, timer = 0;

  function copies(element) {
    if (!element) return [];
    const copy = (element.matches("tr") ? element.querySelector("th") : element).cloneNode(true);
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    for (const back of copy.querySelectorAll(".back")) back.remove();
    return [...copy.childNodes];
  }

  function open(link, pinned) {
    clearTimeout(timer);
    const aim = aimOf(link);
    if (!aim) return false;
    isPinned = pinned;
    if (shown !== link || !card.matches(":popover-open")) {
      const doubt = link.nextElementSibling?.matches(".doubt") && link.nextElementSibling.querySelector("a");
      said.replaceChildren(...copies(aim));
      evidence.replaceChildren(...(link.matches(".name") && doubt ? copies(aimOf(doubt)) : []));
      for (const line of card.querySelectorAll(".cert")) {
        line.hidden = evidence.hasChildNodes() || line.dataset.cert !== link.dataset.cert;
      }
      card.setAttribute("aria-label", said.querySelector(".who")?.textContent ?? link.getAttribute("aria-label") ?? "");
      more.href = link.hash;
      shown = link;
      card.showPopover();
      place(link);
    }
    return true;
  }

  function place(link) {
    const lines = link.getClientRects(), room = document.documentElement.clientWidth;
    const first = lines[0], end = lines[lines.length - 1];
    const fitsBelow = end.bottom + card.offsetHeight + 12 < innerHeight || first.top < card.offsetHeight + 12;
    const left = Math.max(8, Math.min(first.left, room - card.offsetWidth - 8));
    card.style.left = left + scrollX + "px";
    card.style.top = (fitsBelow ? end.bottom + 6 : first.top - card.offsetHeight - 6) + scrollY + "px";
  }

  const later = (wait, what) => { clearTimeout(timer); timer = setTimeout(what, wait); };
  const close = () => { if (card.matches(":popover-open")) card.hidePopover(); };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = linkAt(event.target);
    if (link && !isPinned) later(250, () => open(link, false));
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (!isPinned) later(250, close);
  });
  document.addEventListener("focusin", (event) => {
    if (isClosing) return; // the focus comes back from the card
    const link = linkAt(event.target);
    if (link?.matches(":focus-visible")) open(link, false);
    else if (!card.contains(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    const link = linkAt(event.target);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
      if (card.contains(event.target) && event.target.closest("a")) close();
      return;
    }
    if (open(link, true)) {
      event.preventDefault();
      if (!event.detail) card.focus(); // by Enter: into the card; Escape leads back
    }
  });
  card.addEventListener("beforetoggle", (event) => { isClosing = event.newState === "closed"; });
  card.addEventListener("toggle", (event) => {
    if (event.newState === "closed") { isPinned = isClosing = false; clearTimeout(timer); }
  });
})();
