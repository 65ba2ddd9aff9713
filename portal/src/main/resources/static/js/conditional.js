// Questions that belong to one answer are shown while that answer is chosen.
function show(group) {
  group.querySelectorAll("[data-mc-reveals]").forEach((input) => {
    document.getElementById(input.dataset.mcReveals).hidden = !input.checked;
  });
}

function enhance() {
  document.querySelectorAll("[data-mc-conditional]:not([data-on])").forEach((group) => {
    group.dataset.on = "";
    show(group);
    group.addEventListener("change", () => show(group));
  });
}

enhance();
document.addEventListener("mc:page", enhance);
