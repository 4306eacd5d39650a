// Keeps this page on the device, only when asked, and removes all that was kept. Where a browser can't, the section
// isn't shown and the card to print stands instead.
{
  const NAME = "kept";
  const section = document.querySelector("[data-keep]");
  const told = section.querySelector("[data-keep-told]");
  const here = location.pathname;

  // The page without what was asked or sent, and what it needs to look like itself.
  const parts = () => {
    const links = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map((link) => link.href);
    return [here, ...links, ...[...document.scripts].map((script) => script.src)];
  };

  const day = (moment) =>
    new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }).format(moment);

  const say = async () => {
    const page = await caches.match(here, { cacheName: NAME, ignoreVary: true });
    const kept = page && new Date(page.headers.get("date"));
    told.textContent = kept ? section.dataset.kept.replace("{when}", day(kept)) : section.dataset.none;
    section.dataset.state = kept ? "kept" : "none";
  };

  const remove = async () => {
    const workers = await navigator.serviceWorker.getRegistrations();
    await Promise.all(workers.map((worker) => worker.unregister()));
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    localStorage.clear();
    sessionStorage.clear();
  };

  const keep = async () => {
    await remove();
    const cache = await caches.open(NAME);
    await cache.addAll(parts().map((address) => new Request(address, { cache: "reload", credentials: "omit" })));
    await navigator.serviceWorker.register(section.dataset.worker, { scope: section.dataset.scope, updateViaCache: "none" });
    await navigator.serviceWorker.ready;
  };

  const button = section.querySelector("[data-keep-now]");
  button.disabled = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      await keep();
      await say();
    } catch {
      await remove();
      told.textContent = section.dataset.failed;
      section.dataset.state = "failed";
    }
    button.disabled = false;
  });

  section.querySelector("[data-keep-not]").addEventListener("click", async (event) => {
    event.preventDefault();
    const { href } = event.currentTarget;
    await remove();
    try {
      await fetch(href, { method: "HEAD" });
      location.assign(href);
    } catch {
      // Without a network the server can't say it.
      await say();
    }
  });

  if (document.documentElement.hasAttribute("data-keeps")) say();
}
