// Enhancement only: narrows the list of towns while one types; without it the search button does the same.
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
for (const field of document.querySelectorAll("[data-narrows]")) {
  const entries = [...document.querySelectorAll(`${field.dataset.narrows} > li`)];
  field.addEventListener("input", () => {
    const sought = plain(field.value.trim());
    for (const entry of entries) {
      entry.hidden = !plain(entry.querySelector(".choice__name").textContent).includes(sought);
    }
  });
}
