// The translation editor's script has two texts in English alone; they are said in the reader's language here, whenever
// it draws them.
{
  const { heading, more } = document.currentScript.dataset;
  const editor = document.querySelector(".js-translation-editor");
  const say = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };
  const mend = () => {
    for (const one of editor.querySelectorAll("section > div > h3")) say(one, heading);
    for (const one of editor.querySelectorAll(".w-dropdown__toggle > .w-sr-only")) say(one, more);
  };
  if (editor) {
    mend();
    new MutationObserver(mend).observe(editor, { childList: true, subtree: true, characterData: true });
  }
}
