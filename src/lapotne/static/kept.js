// Keeps this page on the device, only when asked, and removes all that was kept. Where a browser can't, the section
// isn't shown and the card to print stands instead.
{
  const NAME = "kept";
  const section = document.querySelector("[data-keep]");
  const told = section.querySelector("[data-keep-told]");
  const { worker, scope } = section.dataset;
  const here = location.pathname;

  // The page without what was asked or sent, and what it needs to look like itself.
  const parts = () => {
    const links = [...document.querySelectorAll("link[rel=stylesheet], link[rel=icon]")].map((link) => link.href);
    return [here, ...links, ...[...document.querySelectorAll("script[src]")].map((script) => script.src)];
  };

  const day = (moment) =>
    new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeStyle: "short" }).format(moment);

  const keptOn = async () => {
    const page = await caches.match(here, { cacheName: NAME, ignoreVary: true });
    return page && new Date(page.headers.get("date"));
  };

  const say = async (ifKept = section.dataset.kept, ifNot = section.dataset.none) => {
    const kept = await keptOn();
    told.textContent = kept ? ifKept.replace("{when}", day(kept)) : ifNot;
    section.dataset.state = kept ? "kept" : "none";
  };

  const workers = () => navigator.serviceWorker.getRegistrations();
  const isOwn = (one) => new URL(one.scope).pathname === scope;

  const remove = async () => {
    await Promise.all((await workers()).map((one) => one.unregister()));
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
    localStorage.clear();
    sessionStorage.clear();
  };

  // All of the new copy or nothing of it: until it is whole, an older one stays as it is.
  const fetchAll = async () => {
    const cache = await caches.open(NAME);
    const asked = parts().map((address) => new Request(address, { cache: "reload", credentials: "omit" }));
    await cache.addAll(asked);
    await navigator.serviceWorker.register(worker, { scope, updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    return asked.map((request) => request.url);
  };

  // One page is kept, and nothing of what was kept before it.
  const keepOnly = async (addresses) => {
    const cache = await caches.open(NAME);
    const old = (await cache.keys()).filter((request) => !addresses.includes(request.url));
    await Promise.all(old.map((request) => cache.delete(request, { ignoreVary: true })));
    await Promise.all((await workers()).filter((one) => !isOwn(one)).map((one) => one.unregister()));
  };

  // A first copy that failed leaves nothing; that of another town stays.
  const giveUp = async () => {
    const others = (await workers()).filter((one) => !isOwn(one));
    if (!others.length) return remove();
    await Promise.all((await workers()).filter(isOwn).map((one) => one.unregister()));
    await (await caches.open(NAME)).delete(here, { ignoreVary: true });
  };

  const keep = async () => {
    const wasKept = Boolean(await keptOn()) && (await workers()).some(isOwn);
    try {
      await keepOnly(await fetchAll());
      await say();
    } catch {
      if (!wasKept) await giveUp();
      await say(section.dataset.stays, section.dataset.failed);
    }
  };

  const button = section.querySelector("[data-keep-now]");
  button.disabled = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    await keep();
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
