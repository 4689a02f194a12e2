// What opens at the number of a paragraph: its words with their citation, to copy; a way to report an error in them.
(() => {
  "use strict";
  const card = document.getElementById("page:cite");
  if (!card || typeof card.showPopover !== "function") return;
  const field = card.querySelector("textarea"), status = card.querySelector("[role=status]");
  const report = card.querySelector(".report");
  const MOST = 1500; // characters of a report: programs for mail take no longer address

  // The words of the source: without what the edition adds.
  function wordsOf(element) {
    const copy = element.cloneNode(true);
    for (const added of copy.querySelectorAll("[data-added]")) added.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  function addressOf(paragraph) {
    const here = new URL(card.dataset.page ?? location.pathname, location.href); // of a long text the first part
    const page = card.dataset.address ?? (location.protocol === "file:" ? "" : here.href);
    return page && page + "#" + encodeURIComponent(paragraph.id);
  }

  function citationOf(paragraph, number) {
    const label = paragraph.closest(".turn")?.querySelector(".label");
    const speaker = label ? wordsOf(label).replace(/\s*[:.]$/, "") : "";
    const words = card.dataset.quoted.replace("{1}", () => wordsOf(paragraph)) + (speaker && " – " + speaker);
    const place = ["¶ " + (number === "¶" ? paragraph.id : number), addressOf(paragraph)].filter(Boolean).join(", ");
    return words + "\n" + card.dataset.citation + " " + place;
  }

  document.addEventListener("click", (event) => {
    const number = event.target instanceof Element && event.target.closest("article a.number");
    if (!number || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const paragraph = number.parentElement;
    field.value = citationOf(paragraph, number.textContent);
    status.textContent = "";
    if (report) report.href = report.dataset.template.replace("{body}", () => encodeURIComponent(field.value.slice(0, MOST) + "\n\n"));
    card.showPopover();
    const box = number.getBoundingClientRect(), room = document.documentElement.clientWidth;
    card.style.left = Math.max(8, Math.min(box.left, room - card.offsetWidth - 8)) + scrollX + "px";
    card.style.top = box.bottom + 6 + scrollY + "px";
    // By Enter: into the card, when the browser has followed the link; Escape leads back.
    if (!event.detail) setTimeout(() => card.focus({ preventScroll: true }));
  });

  card.querySelector(".copy").addEventListener("click", async () => {
    let isCopied = true;
    try {
      await navigator.clipboard.writeText(field.value);
    } catch { // not allowed, or not from a page on the disk
      field.select();
      isCopied = document.execCommand("copy");
    }
    status.textContent = isCopied ? status.dataset.said : "";
  });
})();
