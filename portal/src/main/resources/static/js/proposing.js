// Saves a form while somebody types in it, and adds, removes and moves rows without a new page.
// Both send what the buttons would have sent; without this script the buttons do it themselves.
const PAUSE = 1500;
const AGAIN = 10000;
const ROW_ACTS = ["add", "remove", "up", "down"];

let form;
let typing;
let changed = false;
let sending = null;
let stopped = false;

const state = () => form.querySelector("[data-mc-saved]");
function tell(words) {
  if (state().textContent !== words) state().textContent = words;
}

function enhance() {
  const found = document.querySelector("form[data-mc-autosave]");
  if (!found || found === form) return;
  form = found;
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", submit);
}

function later() {
  changed = true;
  clearTimeout(typing);
  if (!stopped) typing = setTimeout(save, PAUSE);
}

async function save() {
  if (sending) return;
  changed = false;
  tell(form.dataset.saving);
  const page = await send(new FormData(form));
  if (page === null) {
    changed = true;
    if (!stopped) typing = setTimeout(save, AGAIN);
    return;
  }
  take(page);
  if (changed) later();
}

// The answer's page, or null where it did not come to that.
function send(content) {
  sending = fetch(form.action, { method: "POST", body: new URLSearchParams(content) })
    .then(async (answer) => {
      if (!new URL(answer.url).pathname.startsWith("/desk/procedures")) {
        stopped = true;
        tell(form.dataset.signedOut);
        return null;
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const overtaken = page.querySelector("[data-mc-overtaken]");
      if (overtaken) {
        stopped = true;
        tell(overtaken.dataset.mcOvertaken);
        return null;
      }
      if (!answer.ok) throw new Error(answer.status);
      return { page, address: new URL(answer.url) };
    })
    .catch(() => {
      tell(form.dataset.failed);
      return null;
    })
    .finally(() => { sending = null; });
  return sending;
}

// What was typed meanwhile stays: only the revision and the words beside the buttons are taken.
function take({ page, address }) {
  const saved = page.querySelector("form[data-mc-autosave]");
  if (!saved) {
    location.assign(address);
    return;
  }
  form.elements.revision.value = saved.elements.revision.value;
  tell(saved.querySelector("[data-mc-saved]").textContent);
}

async function submit(event) {
  clearTimeout(typing);
  const button = event.submitter;
  const act = ROW_ACTS.includes(button?.name);
  if (sending) {
    event.preventDefault();
    const page = await sending;
    if (page) take(page);
    form.requestSubmit(button);
    return;
  }
  changed = false;
  if (!act || stopped) return;
  event.preventDefault();
  const answer = await send(new FormData(form, button));
  if (!answer) return;
  const fresh = answer.page.querySelector("form[data-mc-autosave]");
  if (!fresh) {
    location.assign(answer.address);
    return;
  }
  form.replaceWith(fresh);
  enhance();
  const at = answer.address.searchParams.get("at");
  const row = at && (document.getElementById(`${at}-row`) ?? document.getElementById(at));
  if (!row) return;
  const field = button.name === "add" && row.querySelector("input:not([type=hidden]), select, textarea");
  (field || row).focus();
  row.scrollIntoView({ block: "nearest" });
}

// Leaving the page loses nothing either, as far as the browser lets us.
addEventListener("pagehide", () => {
  if (!changed || stopped || !form) return;
  fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), keepalive: true }).catch(() => {});
});

enhance();
document.querySelector(".mc-writing__link[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
