// Asks the device for a passkey: to make one, or to sign in with one. Without us no button is shown.
const supported = window.isSecureContext && "PublicKeyCredential" in window && navigator.credentials;

function decode(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

function encode(buffer) {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const descriptors = (list) => list.map((each) => ({ ...each, id: decode(each.id) }));

const ceremonies = {
  async create(options) {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: decode(options.challenge),
        user: { ...options.user, id: decode(options.user.id) },
        excludeCredentials: descriptors(options.excludeCredentials),
      },
    });
    return answer(made, {
      attestationObject: encode(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? [],
    });
  },
  async get(options) {
    const signed = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: decode(options.challenge),
        allowCredentials: descriptors(options.allowCredentials),
      },
    });
    return answer(signed, {
      authenticatorData: encode(signed.response.authenticatorData),
      signature: encode(signed.response.signature),
      userHandle: signed.response.userHandle ? encode(signed.response.userHandle) : undefined,
    });
  },
};

function answer(credential, response) {
  return JSON.stringify({
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    clientExtensionResults: {},
    response: { clientDataJSON: encode(credential.response.clientDataJSON), ...response },
  });
}

async function askForOptions(box, form) {
  const reply = await fetch(box.dataset.options, {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    headers: { Accept: "application/json" },
    redirect: "manual",
  });
  if (reply.type === "opaqueredirect" || reply.status === 403) {
    // The session is over: the page itself leads to the sign-in and back.
    location.reload();
    return null;
  }
  if (reply.status === 429) throw new DOMException(box.dataset.busy, "BusyError");
  if (!reply.ok) throw new Error(reply.status);
  return reply.json();
}

function told(box, failure) {
  switch (failure.name) {
    case "BusyError": return box.dataset.busy;
    case "InvalidStateError": return box.dataset.known;
    case "SecurityError": return box.dataset.elsewhere;
    case "NotAllowedError":
    case "AbortError": return box.dataset.cancelled;
    default: return box.dataset.failed;
  }
}

async function ask(box, form) {
  const say = box.querySelector("[data-mc-passkey-told]");
  const button = form.querySelector("button[type=submit]");
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  say.textContent = "";
  try {
    const options = await askForOptions(box, form);
    if (!options) return;
    form.elements.credential.value = await ceremonies[box.dataset.mcPasskey](options);
    form.submit();
  } catch (failure) {
    say.textContent = told(box, failure);
    button.removeAttribute("aria-disabled");
  }
}

function enhance() {
  document.querySelectorAll("[data-mc-passkey]:not([data-on])").forEach((box) => {
    box.dataset.on = "";
    if (!supported) {
      document.querySelectorAll("[data-mc-passkey-cannot]").forEach((words) => { words.hidden = false; });
      return;
    }
    box.hidden = false;
    box.querySelector("form").addEventListener("submit", (event) => {
      event.preventDefault();
      ask(box, event.currentTarget);
    });
  });
}

// A page taken from the browser's memory must be usable again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("[data-mc-passkey] [aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
});

enhance();
document.addEventListener("mc:page", enhance);
