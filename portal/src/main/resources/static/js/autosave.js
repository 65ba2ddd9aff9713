// Keeps a page of a form while somebody types, and says when. What others have changed meanwhile is not overwritten: the
// server compares the marks of what this page was made with. Without it all goes the usual way: saved when sent.
const AFTER_TYPING = 1500;
const AGAIN_AFTER = 5000;

const note = document.querySelector("[data-mc-autosave]");
const form = note?.closest("form");

let waiting = null;
let sending = false;
let changed = false;
let gone = false;

function soon(delay) {
  changed = true;
  clearTimeout(waiting);
  waiting = setTimeout(save, delay);
}

function typed() {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
  return data;
}

async function save() {
  if (sending || !changed || gone) return;
  sending = true;
  changed = false;
  try {
    const answer = await fetch(note.dataset.mcAutosave, {
      method: "POST",
      body: typed(),
      headers: { Accept: "application/json" },
      redirect: "manual",
      keepalive: true,
    });
    if (answer.type === "opaqueredirect") {
      gone = true;
      say(note.dataset.ended, true);
      return;
    }
    if (answer.status === 404 || answer.status === 410) {
      gone = true;
      say(note.dataset.closed, true);
      return;
    }
    if (!answer.ok) throw new Error(answer.status);
    tell(await answer.json());
  } catch {
    changed = true;
    say(note.dataset.failed, true);
    waiting = setTimeout(save, AGAIN_AFTER);
  } finally {
    sending = false;
  }
  if (changed && !waiting) soon(AFTER_TYPING);
}

function tell({ savedAt, seen, changedElsewhere, notAsked }) {
  waiting = null;
  for (const mark of form.querySelectorAll('input[name="_seen"]')) {
    const question = mark.value.slice(0, mark.value.lastIndexOf(":"));
    if (question in seen) mark.value = `${question}:${seen[question]}`;
  }
  if (notAsked.length > 0) say(note.dataset.notAsked.replace("{0}", notAsked.join(", ")), true);
  else if (changedElsewhere.length > 0) say(note.dataset.changed.replace("{0}", changedElsewhere.join(", ")), true);
  else say(note.dataset.saved.replace("{0}", savedAt), false);
}

// Only what one should know at once is said aloud.
function say(words, aloud) {
  note.setAttribute("role", aloud ? "status" : "note");
  note.classList.toggle("mc-unsaved", aloud);
  note.textContent = words;
}

if (form) {
  form.addEventListener("input", () => soon(AFTER_TYPING));
  form.addEventListener("change", () => soon(300));
  form.addEventListener("submit", () => { gone = true; });
  window.addEventListener("pageshow", () => { gone = false; });
  window.addEventListener("online", save);
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
}
