// Maps: larger, smaller, moved, and a place leads to its page. Without this script a map is whole.
(function () {
  "use strict";
  var SIZES = [84, 46, 28, 14, 7, 3]; // of names, in units: as edition.publishing.geography.map has them

  var MOST = 16; // times

  document.querySelectorAll("figure.map:not(.small)").forEach(function (figure) {
    var svg = figure.querySelector("svg");
    var view = svg.viewBox.baseVal;
    var all = { x: 0, y: 0, width: view.width, height: view.height };
    var now = { x: 0, y: 0, width: all.width, height: all.height };

    function show() {
      now.x = Math.max(0, Math.min(all.width - now.width, now.x));
      now.y = Math.max(0, Math.min(all.height - now.height, now.y));
      svg.setAttribute("viewBox", [now.x, now.y, now.width, now.height].join(" "));
      // Names are as large as before, and those are shown for which there is room.
      var size = 13 * now.width / Math.max(1, svg.clientWidth);
      var level = SIZES.findIndex(function (it) { return it < 0.9 * size; });
      svg.style.fontSize = size + "px";
      svg.dataset.level = level < 0 ? SIZES.length - 1 : Math.max(0, level - 1);
      svg.style.touchAction = now.width < all.width ? "none" : "";
      smaller.disabled = entire.disabled = now.width >= all.width;
      larger.disabled = now.width <= all.width / MOST;
    }

    function zoom(factor, x, y) {
      var width = Math.max(all.width / MOST, Math.min(all.width, now.width / factor));
      var share = width / now.width;
      now = { x: x - (x - now.x) * share, y: y - (y - now.y) * share, width: width, height: now.height * share };
      show();
    }

    function button(name, sign, act) {
      var made = document.createElement("button");
      made.type = "button";
      made.textContent = sign;
      made.setAttribute("aria-label", figure.dataset[name]);
      made.addEventListener("click", act);
      controls.append(made);
      return made;
    }

    // What is named most stays where it is, if it is in sight; else the middle does.
    function around(factor) {
      return function () {
        var most = svg.querySelector(".spots path:last-child").getBBox();
        var right = most.x - now.x, down = most.y - now.y;
        var isSeen = right > 0 && right < now.width && down > 0 && down < now.height;
        zoom(factor, isSeen ? most.x : now.x + now.width / 2, isSeen ? most.y : now.y + now.height / 2);
      };
    }

    var controls = document.createElement("div");
    controls.className = "controls";
    var larger = button("larger", "+", around(2));
    var smaller = button("smaller", "−", around(0.5));
    var entire = button("whole", "⤢", function () {
      now = { x: 0, y: 0, width: all.width, height: all.height };
      show();
    });
    svg.before(controls);

    var held = null;
    svg.addEventListener("pointerdown", function (event) {
      held = { x: event.clientX, y: event.clientY, moved: false };
    });
    svg.addEventListener("pointermove", function (event) {
      if (!held || now.width >= all.width || event.pointerType === "touch" && !event.isPrimary) return;
      var unit = now.width / svg.clientWidth;
      var dx = event.clientX - held.x, dy = event.clientY - held.y;
      if (!held.moved && Math.abs(dx) + Math.abs(dy) < 5) return;
      now.x -= dx * unit;
      now.y -= dy * unit;
      held = { x: event.clientX, y: event.clientY, moved: true };
      show();
    });
    svg.addEventListener("pointerleave", function () { held = null; });
    svg.addEventListener("pointerup", function (event) {
      var page = event.target.closest("[data-page]");
      if (held && !held.moved && page) location.href = page.dataset.page;
      held = null;
    });
    svg.addEventListener("dblclick", function (event) {
      var box = svg.getBoundingClientRect(), unit = now.width / box.width;
      zoom(2, now.x + (event.clientX - box.left) * unit, now.y + (event.clientY - box.top) * unit);
    });
    window.addEventListener("resize", show);
    show();
  });
})();
