// The button that prints is there only where pressing it does something.
document.querySelectorAll("[data-mc-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
