// The desk's lists: tick all, count what is ticked, and keys for those who do this all day.
// Single keys can be switched off, never fire while somebody types, and nothing needs them.
const OFF = "mc-keys-off";

function tickAll(form) {
  const all = form.querySelector("[data-mc-all]");
  const ticks = [...form.querySelectorAll("input[name=dossier]")];
  const count = form.querySelector("[data-mc-count]");
  const tell = () => {
    const ticked = ticks.filter((tick) => tick.checked).length;
    all.checked = ticked === ticks.length;
    all.indeterminate = ticked > 0 && ticked < ticks.length;
    count.textContent = ticked ? `${count.dataset.words} ${ticked}` : "";
  };
  all.addEventListener("change", () => {
    ticks.forEach((tick) => { tick.checked = all.checked; });
    tell();
  });
  form.addEventListener("change", (event) => { if (event.target.name === "dossier") tell(); });
  // What was ticked before going back stands as the browser remembers it.
  window.addEventListener("pageshow", tell);
  tell();
}

function isTyping(target) {
  if (target.isContentEditable) return true;
  if (target.matches("textarea, select")) return true;
  return target.matches("input") && !["checkbox", "radio", "button", "submit"].includes(target.type);
}

function isOff() {
  try { return localStorage.getItem(OFF) !== null; } catch { return false; }
}

function switchTo(off) {
  try {
    if (off) localStorage.setItem(OFF, "1");
    else localStorage.removeItem(OFF);
  } catch { /* without a memory they stay on until the page is left */ }
}

function listenForKeys(form) {
  const dialog = form.querySelector("[data-mc-keys-dialog]");
  const toggle = dialog.querySelector("[data-mc-keys-switch]");
  const opener = form.querySelector("[data-mc-keys]");
  const links = [...form.querySelectorAll("tbody .mc-code")];
  const label = () => { toggle.textContent = isOff() ? toggle.dataset.on : toggle.dataset.off; };

  opener.hidden = false;
  opener.addEventListener("click", () => { label(); dialog.showModal(); });
  dialog.querySelector("[data-mc-keys-close]").addEventListener("click", () => dialog.close());
  toggle.addEventListener("click", () => { switchTo(!isOff()); label(); });

  const row = () => document.activeElement?.closest("tr.mc-worklist__row");
  const here = () => links.findIndex((link) => link.closest("tr") === row());
  const go = (to) => {
    const link = links[Math.max(0, Math.min(links.length - 1, to))];
    link.focus();
    link.closest("tr").scrollIntoView({ block: "nearest" });
  };
  const tick = () => row()?.querySelector("input[name=dossier]")?.click();
  const keys = {
    j: () => go(here() + 1),
    k: () => go(here() < 0 ? 0 : here() - 1),
    x: tick,
    "/": () => document.querySelector("[role=search] input[type=search]")?.focus(),
    "?": () => { label(); dialog.showModal(); },
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (dialog.open || isTyping(event.target)) return;
    // Arrows move along the list only from within it: else they scroll, as everywhere.
    if (row() && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      go(here() + (event.key === "ArrowDown" ? 1 : -1));
      return;
    }
    if (isOff() || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });
}

document.querySelectorAll("[data-mc-worklist]").forEach((form) => {
  tickAll(form);
  listenForKeys(form);
});
