// Enhancement only: without it every leaf is a link and the table is read by keyboard.
// With it one leaf of the picture takes part in tabbing, arrows move on, and the panel changes in place.
const box = document.querySelector("[data-canopy]");
const panel = document.querySelector("[data-who]");
const rows = box ? [...box.querySelectorAll("g.row, g.weeks")].map((row) => [...row.querySelectorAll("a")]) : [];
const DAY = 24;

function reach(leaf) {
  for (const other of box.querySelectorAll("a[tabindex='0']")) other.setAttribute("tabindex", "-1");
  leaf.setAttribute("tabindex", "0");
  return leaf;
}

function moved(row, column, key) {
  const last = rows[row].length - 1;
  const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], PageUp: [0, -DAY], PageDown: [0, DAY] };
  if (key === "Home") return rows[row][0];
  if (key === "End") return rows[row][last];
  if (!steps[key]) return null;
  const [down, across] = steps[key];
  const there = rows[Math.min(Math.max(row + down, 0), rows.length - 1)];
  return there[Math.min(Math.max(column + across, 0), there.length - 1)];
}

function show(address) {
  const query = address.split("#")[0];
  window.htmx.ajax("GET", query, { target: panel, swap: "innerHTML" }).then(() => {
    window.history.replaceState(null, "", address);
    panel.scrollIntoView({ block: "nearest" });
  });
}

function choose(leaf) {
  for (const other of box.querySelectorAll("a[aria-current]")) other.removeAttribute("aria-current");
  leaf.setAttribute("aria-current", "true");
  reach(leaf);
  show(leaf.getAttribute("href"));
}

if (rows.length) {
  box.removeAttribute("tabindex");
  reach(box.querySelector("a[aria-current]") || rows[0][0]);
  box.addEventListener("keydown", (event) => {
    const row = rows.findIndex((leaves) => leaves.includes(event.target));
    const next = row < 0 ? null : moved(row, rows[row].indexOf(event.target), event.key);
    if (next) {
      event.preventDefault();
      reach(next).focus();
    }
  });
  box.addEventListener("click", (event) => {
    const leaf = event.target.closest("g.row a");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0;
    if (leaf && plain && window.htmx) {
      event.preventDefault();
      choose(leaf);
    }
  });
}

if (panel) {
  panel.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-hour-link]");
    if (!link || !window.htmx || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const leaf = box && box.querySelector(`a[href="${CSS.escape(link.getAttribute("href")).replaceAll("\\", "\\\\")}"]`);
    event.preventDefault();
    if (leaf) choose(leaf);
    else window.location.assign(link.href);
  });
}
