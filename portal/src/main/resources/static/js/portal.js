// On every page: takes the reader to the error summary, and lets a form be sent once.
const SENT_FOR = 5000;

function showErrors() {
  const summary = document.querySelector("[data-mc-focus]");
  if (!summary) return;
  summary.focus();
  const error = summary.dataset.mcFocus;
  if (error && !document.title.startsWith(error)) document.title = `${error} ${document.title}`;
}

// A double click would send twice. The server bears it; the reader need not wait for two answers.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.hasAttribute("data-mc-once") || event.defaultPrevented) return;
  if (button.getAttribute("aria-disabled") === "true") {
    event.preventDefault();
    return;
  }
  button.setAttribute("aria-disabled", "true");
  setTimeout(() => button.removeAttribute("aria-disabled"), SENT_FOR);
});

// A page taken from the browser's memory must be sendable again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("[data-mc-once][aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
});

showErrors();
document.addEventListener("mc:page", showErrors);

document.querySelectorAll("[data-mc-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
