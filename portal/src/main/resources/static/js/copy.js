// A button that copies what stands in a field; without us the field's text is marked and copied by hand.
function enhance() {
  document.querySelectorAll("[data-mc-copy]:not([data-on])").forEach((button) => {
    button.dataset.on = "";
    if (!navigator.clipboard) return;
    button.hidden = false;
    const told = document.createElement("span");
    told.className = "mc-copied";
    told.setAttribute("role", "status");
    button.after(told);
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.mcCopy);
      try {
        await navigator.clipboard.writeText(field.value);
        told.textContent = button.dataset.copied;
      } catch {
        field.select(); // not allowed: marked, so that the keyboard can copy it
      }
    });
  });
}

enhance();
document.addEventListener("mc:page", enhance);
