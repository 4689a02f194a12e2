// The index of documents: a field that shows only those in which its words are. Without this script all are shown.
(function () {
  "use strict";
  var table = document.querySelector("table.documents");
  var words = document.currentScript.dataset;
  var rows = Array.from(table.tBodies).map(function (body) {
    return Array.from(body.rows).filter(function (row) { return !row.classList.contains("year"); })
      .map(function (row) { return { row: row, text: fold(row.textContent) + " " + fold(heading(body)) }; });
  });

  function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  function heading(body) {
    var year = body.querySelector(".year");
    return year ? year.textContent : "";
  }

  function filter() {
    var wanted = fold(field.value).split(/\s+/).filter(Boolean);
    var found = 0;
    rows.forEach(function (inBody, n) {
      var shown = 0;
      inBody.forEach(function (it) {
        it.row.hidden = !wanted.every(function (word) { return it.text.includes(word); });
        shown += !it.row.hidden;
      });
      table.tBodies[n].hidden = shown === 0;
      found += shown;
    });
    status.textContent = wanted.length ? words.found.replace("{1}", found) : "";
  }

  var form = document.createElement("div");
  form.className = "filter";
  var label = document.createElement("label");
  label.textContent = words.label + " ";
  var field = document.createElement("input");
  field.type = "search";
  field.addEventListener("input", filter);
  label.append(field);
  var status = document.createElement("span");
  status.setAttribute("role", "status");
  form.append(label, " ", status);
  table.before(form);
  filter();
})();
