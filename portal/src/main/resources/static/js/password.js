// A button beside the password shows what was typed; it is hidden again before the form is sent.
function enhance() {
  document.querySelectorAll("[data-mc-password]:not([data-on])").forEach((wrapper) => {
    wrapper.dataset.on = "";
    const input = wrapper.querySelector("input");
    const toggle = wrapper.querySelector("button");
    const show = (shown) => {
      input.type = shown ? "text" : "password";
      toggle.textContent = shown ? wrapper.dataset.hide : wrapper.dataset.show;
      toggle.setAttribute("aria-label", shown ? wrapper.dataset.hideLabel : wrapper.dataset.showLabel);
    };
    toggle.hidden = false;
    toggle.addEventListener("click", () => show(input.type === "password"));
    input.form?.addEventListener("submit", () => show(false));
  });
}

enhance();
document.addEventListener("mc:page", enhance);
