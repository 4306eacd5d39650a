// Enhancement only: without it "Leave this page" is a plain link.
// It stands in the head and before the page, so that leaving works while a slow page still arrives, and so that a
// page of ours which the back button brings after leaving is never painted.
{
  const said = document.currentScript.dataset;
  const TIMES = 3;
  const WITHIN = 5000;
  const LEFT = "left";
  let presses = 0;
  let isAlone = false;
  let late;

  // For what needs a script, or a browser that keeps pages: said before the first paint, so that nothing moves.
  document.documentElement.dataset.scripts = "";
  if (navigator.serviceWorker && window.caches) document.documentElement.dataset.keeps = "";

  // Kept for this tab alone, only after leaving, and gone with the tab.
  const mark = (change) => {
    try {
      return change(window.sessionStorage);
    } catch {
      return null;
    }
  };

  const clear = () => {
    window.stop();
    document.title = said.wait;
    const waiting = document.createElement("p");
    waiting.className = "hidden-visually";
    waiting.setAttribute("role", "alert");
    if (document.body) document.body.replaceChildren(waiting);
    else document.documentElement.hidden = true;
    waiting.textContent = said.wait;
  };

  const leave = () => {
    clear();
    mark((kept) => kept.setItem(LEFT, "1"));
    // Without a network the browser would show our address with an error.
    window.location.replace(navigator.onLine ? said.at : "about:blank");
  };

  const hasLeft = () => mark((kept) => kept.getItem(LEFT)) !== null;
  if (hasLeft()) {
    if (performance.getEntriesByType("navigation")[0]?.type === "back_forward") leave();
    else mark((kept) => kept.removeItem(LEFT));
  }
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && hasLeft()) leave();
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-leave]")) {
      event.preventDefault();
      leave();
    }
  });

  const tell = (text) => {
    const place = document.querySelector("[data-leave-told]");
    if (place) place.textContent = text;
    for (const link of document.querySelectorAll("[data-leave]")) link.dataset.pressed = presses;
  };
  const forget = (text) => {
    clearTimeout(late);
    if (!presses) return;
    presses = 0;
    tell(text);
  };

  // A press counts when Shift goes down and up alone: capitals, a click with Shift and Alt+Shift, which changes the
  // keyboard's language, aren't meant to leave.
  document.addEventListener("keydown", (event) => {
    const isShift = event.key === "Shift" && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!isShift) forget("");
    if (!isShift || !event.repeat) isAlone = isShift;
  });
  document.addEventListener("pointerdown", () => {
    isAlone = false;
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !isAlone) return;
    isAlone = false;
    presses += 1;
    if (presses === 1) late = setTimeout(() => forget(said.late), WITHIN);
    if (presses === TIMES) leave();
    else tell(presses === 1 ? said.two : said.one);
  });
}
