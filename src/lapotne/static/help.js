// Enhancement only: narrows the list of towns while one types; without it the search button does the same.
// Each town carries its spellings; what is typed is folded to them as adapters/written_names.py folds names.
const CYRILLIC = {
  а: "a", б: "b", в: "v", г: "g", ґ: "g", д: "d", е: "e", ё: "e", є: "ie", ж: "zh", з: "z", и: "i", і: "i", ї: "i",
  й: "y", к: "k", л: "l", м: "m", н: "n", о: "o", п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts",
  ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu", я: "ya",
};
const latin = (text) => [...text.normalize("NFC").toLowerCase()].map((letter) => CYRILLIC[letter] ?? letter).join("");
const letters = (text) => latin(text).normalize("NFKD").replace(/\p{M}|['’ʼ`´]/gu, "").replace(/[^a-z0-9]+/g, " ").trim();
const skeleton = (text) => letters(text).replace(/s?shch|sch|sh/g, "s").replace(/zh/g, "z").replace(/ch|ts|tz/g, "c")
  .replace(/kh/g, "h").replace(/w/g, "v").replace(/[jy]/g, "i").replace(/i+e/g, "e").replace(/([a-z])\1+/g, "$1");
for (const field of document.querySelectorAll("[data-narrows]")) {
  const entries = [...document.querySelectorAll(`${field.dataset.narrows} > li`)];
  field.addEventListener("input", () => {
    const sought = [letters(field.value), skeleton(field.value)];
    const found = entries.filter((entry) => sought.some((part) => entry.dataset.spellings.includes(part)));
    // Where none is left, the search button still knows what is nearly so.
    for (const entry of entries) entry.hidden = found.length > 0 && !found.includes(entry);
  });
}
