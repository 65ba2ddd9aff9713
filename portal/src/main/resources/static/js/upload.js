// Sends a form with files by hand, so that its progress can be shown, and then shows the answer.
let shown = location.pathname + location.search;

function enhance() {
  document.querySelectorAll("input[type=file][data-mc-upload]").forEach(({ form }) => {
    if (!form || "on" in form.dataset) return;
    form.dataset.on = "";
    form.addEventListener("submit", (event) => {
      const input = [...form.querySelectorAll("input[type=file][data-mc-upload]")].find((each) => each.files.length);
      if (!input || event.defaultPrevented) return;
      event.preventDefault();
      if ("sending" in form.dataset) return;
      form.dataset.sending = "";
      send(form, event.submitter, input);
    });
  });
}

function send(form, submitter, input) {
  const progress = bar(input);
  const request = new XMLHttpRequest();
  request.open("POST", submitter?.formAction || form.action);
  request.responseType = "document";
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) progress.at(event.loaded / event.total);
  });
  request.addEventListener("load", () => show(request));
  request.addEventListener("error", () => {
    progress.fail(input.dataset.mcFailed);
    delete form.dataset.sending;
  });
  request.send(new FormData(form, submitter));
}

function bar(input) {
  input.parentElement.querySelector(".mc-progress")?.remove();
  const box = document.createElement("div");
  box.className = "mc-progress";
  const meter = document.createElement("progress");
  meter.className = "mc-progress__bar";
  meter.max = 100;
  meter.value = 0;
  meter.setAttribute("aria-label", input.dataset.mcUpload);
  const text = document.createElement("p");
  text.className = "mc-progress__text";
  text.setAttribute("role", "status");
  text.textContent = input.dataset.mcUpload;
  box.append(meter, text);
  input.after(box);
  return {
    at(part) {
      meter.value = Math.round(part * 100);
      text.textContent = `${input.dataset.mcUpload}: ${meter.value} %`;
    },
    fail(words) {
      meter.remove();
      text.className = "govuk-error-message";
      text.textContent = words;
    },
  };
}

// The answer takes this page's place, as it would have without us; its scripts are fetched if new.
async function show(request) {
  const page = request.response;
  if (!page) {
    location.assign(request.responseURL);
    return;
  }
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.body.replaceWith(document.adoptNode(page.body));
  history.pushState({ swapped: true }, "", request.responseURL);
  shown = location.pathname + location.search;
  window.scrollTo(0, 0);
  await Promise.all([...document.querySelectorAll("script[type=module][src]")].map((script) => import(script.src)));
  document.dispatchEvent(new Event("mc:page"));
}

// Back to a page whose place was taken; a jump within the page is none of our business.
window.addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) location.reload();
});
enhance();
document.addEventListener("mc:page", enhance);
