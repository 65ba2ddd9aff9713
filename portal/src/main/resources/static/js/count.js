// Tells how many characters are left; aloud only when the writer pauses.
const PAUSE = 1000;

function enhance() {
  document.querySelectorAll("textarea[data-mc-count]:not([data-on])").forEach((area) => {
    area.dataset.on = "";
    const words = document.getElementById(`${area.id}-count`);
    const aloud = document.createElement("span");
    aloud.className = "govuk-visually-hidden";
    aloud.setAttribute("aria-live", "polite");
    words.after(aloud);

    let pause;
    const count = () => {
      const left = Number(area.dataset.mcCount) - area.value.length;
      words.textContent = left < 0 ? `${words.dataset.over} ${-left}` : `${words.dataset.left} ${left}`;
      words.classList.toggle("mc-count--over", left < 0);
      clearTimeout(pause);
      pause = setTimeout(() => { aloud.textContent = words.textContent; }, PAUSE);
    };
    area.addEventListener("input", count);
    if (area.value) count();
  });
}

enhance();
document.addEventListener("mc:page", enhance);
