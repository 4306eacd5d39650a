// Enhancement only: every page works without it.
// "Share" opens the device's own list, else copies the address; without script it opens a letter.
for (const link of document.querySelectorAll("[data-share]")) {
  link.addEventListener("click", async (event) => {
    const url = location.origin + location.pathname;
    const isShared = Boolean(navigator.share);
    if (!isShared && !navigator.clipboard) return;
    event.preventDefault();
    try {
      if (isShared) await navigator.share({ title: document.title, url });
      else await navigator.clipboard.writeText(url);
      link.parentElement.querySelector("[data-share-told]").textContent = isShared ? "" : link.dataset.copied;
    } catch (error) {
      if (error.name !== "AbortError") location.assign(link.href);
    }
  });
}

// An address may name what is folded, and paper has nothing to unfold: not every browser opens it by itself.
const unfold = () => {
  let part = document.getElementById(location.hash.slice(1))?.closest("details");
  for (; part; part = part.parentElement.closest("details")) part.open = true;
};
unfold();
addEventListener("hashchange", unfold);
addEventListener("beforeprint", () => {
  for (const part of document.querySelectorAll("main.law details:not([open])")) part.open = true;
});
