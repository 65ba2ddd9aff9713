// Panels under each other become tabs: arrow keys move, the address remembers which one was open.
function enhance() {
  document.querySelectorAll("[data-mc-tabs]:not([data-on])").forEach((tabs) => {
    tabs.dataset.on = "";
    tabs.classList.add("mc-tabs");
    const list = tabs.querySelector(".govuk-tabs__list");
    const links = [...list.querySelectorAll(".govuk-tabs__tab")];
    const panel = (link) => document.getElementById(link.hash.slice(1));

    const open = (chosen) => links.forEach((link) => {
      const selected = link === chosen;
      link.setAttribute("aria-selected", selected);
      link.tabIndex = selected ? 0 : -1;
      panel(link).hidden = !selected;
    });

    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", tabs.querySelector(".govuk-tabs__title").textContent);
    links.forEach((link, at) => {
      link.id = `${panel(link).id}-tab`;
      link.setAttribute("role", "tab");
      link.setAttribute("aria-controls", panel(link).id);
      link.parentElement.setAttribute("role", "presentation");
      panel(link).setAttribute("role", "tabpanel");
      panel(link).setAttribute("aria-labelledby", link.id);
      panel(link).tabIndex = 0;
      link.addEventListener("click", (event) => {
        event.preventDefault();
        open(link);
        history.replaceState(history.state, "", link.hash);
      });
      link.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!step) return;
        const next = links[(at + step + links.length) % links.length];
        open(next);
        next.focus();
      });
    });
    open(links.find((link) => link.hash === location.hash) ?? links[0]);
  });
}

enhance();
document.addEventListener("mc:page", enhance);
