// Sends a form with files by hand, so that its progress can be shown, and then shows the answer. Where the form says so,
// a large file goes ahead of it in parts (tus 1.0.0): a lost connection costs one of them, and another day goes on.
const LARGE = 2 * 1024 * 1024;
const PART = 1024 * 1024;
const SILENCE = 30_000;
const LONGEST_PAUSE = 15_000;

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

async function send(form, submitter, input) {
  const progress = bar(input);
  const data = new FormData(form, submitter);
  try {
    const parts = form.querySelector("[data-mc-parts]");
    const upload = parts && input.files[0].size > LARGE && (await inParts(input.files[0], form, parts, progress));
    if (upload) {
      data.delete(input.name);
      data.set("upload", upload);
      progress.says(parts.dataset.checking);
    }
    const watch = upload ? () => {} : progress.at;
    // A button without an action of its own would name the page's address, not the form's.
    const action = submitter?.hasAttribute("formaction") ? submitter.formAction : form.action;
    show(await ask("POST", action, {}, data, watch, "document"));
  } catch {
    progress.fail(input.dataset.mcFailed);
    delete form.dataset.sending;
  }
}

// Resolves to the upload's id when all of it has arrived; to nothing when the server takes no parts of this one, and then
// the whole is sent, so that the page can say why.
async function inParts(file, form, { dataset }, progress) {
  const head = { "Tus-Resumable": "1.0.0", [dataset.tokenHeader]: form.elements._csrf.value };
  const sha256 = await hash(file);
  let address = begunBefore(form, file, sha256);
  if (address) progress.says(dataset.resumed);
  for (let pause = 1_000; ; ) {
    try {
      address ??= await begin(dataset.mcParts, head, file, sha256);
      if (!address) return null;
      let at = await received(address, head);
      while (at !== null && at < file.size) {
        at = await sendPart(address, head, file, at, progress);
        pause = 1_000;
      }
      if (at !== null) return address.split("/").pop();
      address = null; // forgotten meanwhile: from the beginning
    } catch (error) {
      if (!(error instanceof Lost)) throw error;
      progress.pauses(dataset.paused);
      await connection(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }
}

async function begin(address, head, file, sha256) {
  const metadata = [`filename ${base64(file.name)}`, ...(sha256 ? [`sha256 ${base64(sha256)}`] : [])].join(",");
  const answer = await ask("POST", address, { ...head, "Upload-Length": file.size, "Upload-Metadata": metadata });
  return answer.status === 201 ? answer.getResponseHeader("Location") : null;
}

async function received(address, head) {
  const answer = await ask("HEAD", address, head);
  if (answer.status === 404) return null;
  if (answer.status !== 200) throw new Error(`Status ${answer.status}`);
  return Number(answer.getResponseHeader("Upload-Offset"));
}

async function sendPart(address, head, file, at, progress) {
  const headers = { ...head, "Upload-Offset": at, "Content-Type": "application/offset+octet-stream" };
  const part = file.slice(at, at + PART);
  const watch = (share) => progress.at((at + share * part.size) / file.size);
  const answer = await ask("PATCH", address, headers, part, watch);
  if (answer.status === 409) return received(address, head);
  if (answer.status === 404) return null;
  if (answer.status !== 204) throw new Error(`Status ${answer.status}`);
  return Number(answer.getResponseHeader("Upload-Offset"));
}

// The same file, begun here or on another device: the page lists what the server has of it.
function begunBefore(form, file, sha256) {
  const paper = form.closest(".mc-paper");
  const found = [...(paper?.querySelectorAll("[data-mc-unfinished]") ?? [])].find(
    ({ dataset }) => sha256 && dataset.sha256 === sha256 && Number(dataset.size) === file.size,
  );
  return found?.dataset.mcUnfinished ?? null;
}

// Browsers reckon it only on pages that came over TLS; without it nothing is gone on with later.
async function hash(file) {
  if (!globalThis.crypto?.subtle) return null;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64(text) {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

class Lost extends Error {}

// One request; one that makes no progress for a while is lost, too.
function ask(method, address, headers, body, watch = () => {}, type = "") {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let alarm;
    const heard = () => {
      clearTimeout(alarm);
      if (method !== "POST") alarm = setTimeout(() => request.abort(), SILENCE);
    };
    const lost = () => {
      clearTimeout(alarm);
      reject(new Lost());
    };
    request.open(method, address);
    request.responseType = type;
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => {
      heard();
      if (event.lengthComputable) watch(event.loaded / event.total);
    });
    request.addEventListener("load", () => {
      clearTimeout(alarm);
      if (method !== "POST" && request.status >= 500 && request.status !== 507) lost();
      else resolve(request);
    });
    request.addEventListener("error", lost);
    request.addEventListener("abort", lost);
    heard();
    request.send(body ?? null);
  });
}

function connection(pause) {
  return new Promise((resolve) => {
    const goOn = () => {
      clearTimeout(timer);
      removeEventListener("online", goOn);
      resolve();
    };
    const timer = setTimeout(goOn, pause);
    addEventListener("online", goOn);
  });
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
      meter.value = Math.floor(part * 100);
      box.classList.remove("mc-progress--paused");
      text.textContent = `${input.dataset.mcUpload}: ${meter.value} %`;
    },
    says(words) {
      text.textContent = words;
    },
    pauses(words) {
      box.classList.add("mc-progress--paused");
      text.textContent = words.replace("{0}", meter.value);
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
