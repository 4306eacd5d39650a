// Enhancement only: keeps the steps of the guided way in this page's memory, so that the browser's own "back" leads one
// question back instead of offering to send a form again. Leaving or reloading the page forgets them all.
const main = document.querySelector("main");
const steps = [];
let at = 0;
let isWaiting = false;

const keep = () => {
  steps[at] = { title: document.title, nodes: [...main.childNodes] };
};

const show = (step) => {
  document.title = step.title;
  main.replaceChildren(...step.nodes);
  scrollTo(0, 0);
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
};

const sent = (form, button) => {
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) fields.append(button.name, button.value);
  return fetch(form.action, { method: "POST", body: fields });
};

document.addEventListener("submit", async (event) => {
  const form = event.target;
  const button = event.submitter;
  if (!form.matches("[data-steps]") || button?.hasAttribute("formaction")) return;
  event.preventDefault();
  if (isWaiting) return;
  isWaiting = true;
  try {
    const answer = await sent(form, button);
    if (answer.redirected) {
      location.assign(answer.url);
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    keep();
    at += 1;
    steps.length = at;
    history.pushState({ step: at }, "");
    show({ title: page.title, nodes: [...page.querySelector("main").childNodes] });
  } catch {
    // Then as without scripts: the browser sends it, and says what is wrong.
    form.removeAttribute("data-steps");
    form.requestSubmit(button);
  } finally {
    isWaiting = false;
  }
});

addEventListener("popstate", (event) => {
  keep();
  at = event.state?.step ?? 0;
  if (steps[at]) show(steps[at]);
  else location.reload();
});

history.replaceState({ step: 0 }, "");
