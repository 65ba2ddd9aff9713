// Turns a long select into a field that finds as one types, with or without diacritics.
// The select stays in the form, hidden, and holds the value.
const MOST = 50;
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();

function element(name, attributes) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value);
  return made;
}

function enhance() {
  document.querySelectorAll("select[data-mc-typeahead]:not([data-on])").forEach(replace);
}

function replace(select) {
  select.dataset.on = "";
  const { id } = select;
  const listId = `${id}-list`;
  const options = [...select.options].filter((option) => option.value)
    .map((option) => ({ value: option.value, text: option.text, folded: fold(option.text) }));

  const input = element("input", {
    id, class: select.className.replace("govuk-select", "govuk-input"), type: "text", role: "combobox", autocomplete: "off",
    spellcheck: "false", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": listId,
    "aria-describedby": select.getAttribute("aria-describedby"), "aria-invalid": select.getAttribute("aria-invalid"),
  });
  const list = element("ul", { id: listId, class: "mc-typeahead__list", role: "listbox", hidden: "" });
  const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
  if (label) list.setAttribute("aria-label", label.textContent.trim());
  const aloud = element("span", { class: "govuk-visually-hidden", "aria-live": "polite" });
  const box = element("div", { class: "mc-typeahead" });

  select.id = `${id}-select`;
  select.hidden = true;
  select.before(box);
  box.append(input, list, aloud);
  input.value = select.value ? select.selectedOptions[0].text : "";

  let found = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    select.value = option ? option.value : "";
    if (option) input.value = option.text;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    close();
  };
  const mark = (index) => {
    active = index;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", at === index));
    const item = list.children[index];
    if (!item) return;
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  };
  const open = (query) => {
    const wanted = fold(query.trim());
    found = options.filter((option) => option.folded.includes(wanted)).slice(0, MOST);
    list.replaceChildren(...found.map((option, at) => {
      const item = element("li", { id: `${listId}-${at}`, class: "mc-typeahead__option", role: "option", "aria-selected": "false" });
      item.textContent = option.text;
      return item;
    }));
    if (!found.length) {
      const none = element("li", { class: "mc-typeahead__none", role: "option", "aria-disabled": "true", "aria-selected": "false" });
      none.textContent = select.dataset.mcTypeahead;
      list.append(none);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    aloud.textContent = found.length ? `${select.dataset.mcFound} ${found.length}` : select.dataset.mcTypeahead;
    active = -1;
  };

  input.addEventListener("input", () => { select.value = ""; open(input.value); });
  input.addEventListener("click", () => { if (list.hidden) { input.select(); open(""); } });
  input.addEventListener("blur", () => {
    const typed = fold(input.value.trim());
    if (!select.value && typed) choose(options.find((option) => option.folded === typed) ?? null);
    else if (!typed) choose(null);
    close();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (found.length) mark((active + step + found.length) % found.length);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      choose(found[active] ?? found.find((option) => option.folded === fold(input.value.trim())) ?? null);
    } else if (event.key === "Escape") {
      close();
    }
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const at = [...list.children].indexOf(event.target.closest("[role=option]"));
    if (found[at]) choose(found[at]);
  });
}

enhance();
document.addEventListener("mc:page", enhance);
