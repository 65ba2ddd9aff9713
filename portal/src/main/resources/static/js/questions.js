// Shows a question as soon as an answer on the same page calls for it, and hides it again.
// The conditions are those that the server made (ConditionScript); a missing answer is neither yes
// nor no, and the server checks everything once more when the page is sent.

const questions = [...document.querySelectorAll("[data-mc-question]")];
const conditional = questions.filter((question) => question.dataset.mcWhen);

function answer(id) {
  const question = questions.find((each) => each.dataset.mcQuestion === id);
  if (!question || question.hidden) return "";
  const field =
    question.querySelector("input:is([type=radio], [type=checkbox]):checked") ??
    question.querySelector(
      "input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, input[data-mc-locked]");
  return field ? field.value.trim() : "";
}

function ticked(id) {
  const question = questions.find((each) => each.dataset.mcQuestion === id);
  if (!question || question.hidden) return [];
  return [...question.querySelectorAll("input[type=checkbox]:checked")].map((box) => box.value);
}

function holds(condition) {
  if (typeof condition === "boolean") return condition;
  if (!Array.isArray(condition)) return null;
  const [kind, ...parts] = condition;
  if (kind === "answered") return answer(parts[0]) !== "";
  if (kind === "has") return ticked(parts[0]).length === 0 ? null : ticked(parts[0]).includes(parts[1]);
  if (kind === "is") return answer(parts[0]) === "" ? null : answer(parts[0]) === parts[1];
  const values = parts.map(holds);
  if (kind === "not") return values[0] === null ? null : !values[0];
  const decisive = kind === "any";
  if (values.includes(decisive)) return decisive;
  return values.includes(null) ? null : !decisive;
}

function update() {
  for (const question of conditional) {
    const shown = holds(JSON.parse(question.dataset.mcWhen)) === true;
    question.hidden = !shown;
    question.querySelector('input[name="_shown"]').disabled = !shown;
  }
}

if (conditional.length > 0) {
  const form = conditional[0].closest("form");
  form.addEventListener("input", update);
  form.addEventListener("change", update);
  window.addEventListener("pageshow", update);
  update();
}
