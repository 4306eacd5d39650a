// A passkey can't do without JavaScript: allauth's script speaks with the device, this one joins it to our buttons.
const missing = document.querySelectorAll("[data-passkeys-missing]");
const buttons = document.querySelectorAll("[data-passkey]");

// Browsers bind a passkey to a name: under a bare address such as 127.0.0.1 they refuse every one.
const hasName = !/^[\d.]+$|:/.test(location.hostname);

if (hasName && window.webauthnJSON.supported()) {
  for (const text of missing) text.hidden = true;
  for (const button of buttons) join(button);
}

// The device's own words for what went wrong are for programmers, so ours stand in the page already.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const told of document.querySelectorAll("[data-passkey-failed]")) told.hidden = false;
});

function join(button) {
  const form = button.form;
  const { passkey, options } = button.dataset;
  const step = { addForm: "add", authenticateForm: "authenticate", loginForm: "login" }[passkey];
  const ids = { [step]: button.id, credential: form.elements.credential.id, passwordless: "id_passwordless" };
  window.allauth.webauthn.forms[passkey]({ ids, data: options && JSON.parse(options) });
  for (const hidden of document.querySelectorAll("[data-with-passkeys]")) hidden.hidden = false;
  button.hidden = false;
}
