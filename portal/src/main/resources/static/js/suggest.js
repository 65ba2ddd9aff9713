// Offers what a search may find while its words are typed. Without us the form searches as ever.
const PAUSE = 120;
const SHORTEST = 2;
const KEPT = 50;

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

function enhance() {
  document.querySelectorAll("input[data-mc-suggest]:not([data-on])").forEach(attach);
}

function attach(input) {
  input.dataset.on = "";
  const listId = `${input.id}-suggestions`;
  const list = element("ul", { id: listId, class: "mc-suggest__list", role: "listbox", "aria-label": input.dataset.mcSuggestLabel, hidden: "" });
  const aloud = element("span", { class: "govuk-visually-hidden", "aria-live": "polite" });
  const box = element("div", { class: "mc-suggest" });
  input.before(box);
  box.append(input, list, aloud);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listId, "aria-haspopup": "listbox", spellcheck: "false",
  })) input.setAttribute(name, value);

  const known = new Map();
  let offered = [];
  let active = -1;
  let typed = input.value;
  let pause;
  let asking;

  const close = () => {
    clearTimeout(pause);
    asking?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", at === index));
    if (index < 0) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    input.setAttribute("aria-activedescendant", list.children[index].id);
    list.children[index].scrollIntoView({ block: "nearest" });
  };
  const show = (suggestions) => {
    offered = suggestions;
    list.replaceChildren(...offered.map((suggestion, at) => element(
      "li", { id: `${listId}-${at}`, class: "mc-suggest__option", role: "option", "aria-selected": "false" },
      element("span", { class: "mc-suggest__text" }, suggestion.text), " ",
      element("span", { class: "mc-suggest__kind" }, suggestion.kind),
    )));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = offered.length === 0;
    input.setAttribute("aria-expanded", String(offered.length > 0));
    aloud.textContent = offered.length ? `${input.dataset.mcSuggestFound} ${offered.length}` : "";
  };
  const ask = async (words) => {
    asking?.abort();
    if (words.length < SHORTEST) {
      show([]);
      return;
    }
    if (!known.has(words)) {
      asking = new AbortController();
      const address = new URL(input.dataset.mcSuggest, location.origin);
      address.searchParams.set("q", words);
      address.searchParams.set("in", document.documentElement.lang);
      try {
        const reply = await fetch(address, { signal: asking.signal, headers: { Accept: "application/json" } });
        if (!reply.ok) return;
        if (known.size >= KEPT) known.clear();
        known.set(words, (await reply.json()).suggestions);
      } catch {
        return; // typed on, or offline: the form still searches
      }
    }
    if (document.activeElement === input && input.value.trim() === words) show(known.get(words));
  };
  const open = (suggestion) => {
    close();
    location.assign(suggestion.address);
  };

  input.addEventListener("input", () => {
    if (input.value === typed) return;
    typed = input.value;
    clearTimeout(pause);
    const words = typed.trim();
    pause = setTimeout(() => ask(words), known.has(words) ? 0 : PAUSE);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) {
        ask(input.value.trim());
        return;
      }
      // One place beyond the ends is the input itself, so that what was typed can be taken again.
      const places = offered.length + 1;
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(((active + 1 + step + places) % places) - 1);
    } else if (event.key === "Enter" && !list.hidden && offered[active]) {
      event.preventDefault();
      open(offered[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Tab") {
      close();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const at = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (offered[at]) open(offered[at]);
  });
}

enhance();
document.addEventListener("mc:page", enhance);
