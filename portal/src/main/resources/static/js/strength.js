// Tells how strong a new password is, once its writer pauses. The server reckons it: the lists of
// common passwords are too long for an old phone.
const PAUSE = 400;

async function ask(password, token) {
  const body = new URLSearchParams({ password, _csrf: token });
  const response = await fetch("/password-strength", { method: "POST", body });
  return response.ok ? response.json() : null;
}

function enhance() {
  document.querySelectorAll("[data-mc-strength]:not([data-on])").forEach((shown) => {
    shown.dataset.on = "";
    const input = document.getElementById(shown.dataset.mcStrength);
    const token = input.form.elements._csrf.value;
    const meter = shown.querySelector("meter");
    const words = shown.querySelector("[role=status]");
    let pause;
    let asked = 0;
    input.addEventListener("input", () => {
      clearTimeout(pause);
      const mine = ++asked;
      pause = setTimeout(async () => {
        const answer = input.value ? await ask(input.value, token).catch(() => null) : null;
        if (mine !== asked) return;
        shown.hidden = !answer;
        if (!answer) return;
        meter.value = answer.strength;
        meter.dataset.strength = answer.strength;
        words.textContent = answer.words;
      }, PAUSE);
    });
  });
}

enhance();
document.addEventListener("mc:page", enhance);
