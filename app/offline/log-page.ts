import { wordsProblem } from "#app/domain/followups/log-words";
import { formatClock } from "#app/i18n/format";
import { askAgainMilliseconds, hasNetwork } from "#app/offline/has-network";
import { forget, type KeptLog, keep, listKept } from "#app/offline/kept-logs";
import { canKeep, keepPages, sendWhenOnline } from "#app/offline/register";
import { sendAll, sendOne } from "#app/offline/send-kept";

// The only script of the quick log. Without it, where the browser cannot keep anything, and about a protected identity, of
// whom no phone keeps anything, the page is an ordinary form.
const root = document.querySelector<HTMLElement>("[data-log]");
const form = root?.querySelector<HTMLFormElement>("form");
if (root && form && "mayKeep" in root.dataset && canKeep()) begin(root, form).catch(() => {});

const calmMilliseconds = 300;

async function begin(root: HTMLElement, form: HTMLFormElement) {
  const { user = "", name = "", home = "/coach" } = root.dataset;
  const texts = JSON.parse(root.dataset.texts ?? "{}") as Record<string, string>;
  const t = (key: string) => texts[key] ?? "";
  const send = JSON.parse(root.dataset.send ?? "{}") as Record<string, string>;
  const path = location.pathname;
  const network = form.querySelector<HTMLElement>("[data-network]")!;
  const button = form.querySelector<HTMLButtonElement>("button[type=submit]")!;
  const panel = root.querySelector<HTMLElement>("[data-kept]")!;
  /** Said after whether there is a network: that what was begun is filled in. */
  let restored = "";
  const refusedByServer = form.querySelector("[data-problems] section") !== null;

  let log: KeptLog = {
    ...{ id: crypto.randomUUID(), user, path, label: name, send, fields: [], state: "draft" },
    ...{ writtenAt: Date.now(), attempts: 0, errors: {}, others: [] },
  };
  const untouched = JSON.stringify(read(form));
  const mine = (await listKept(user)).filter((one) => one.path === path);
  const begun = mine.findLast(({ state }) => state === "draft" || state === "rejected");
  const waiting = mine.findLast(({ state }) => state === "waiting");
  if (refusedByServer) {
    // The form holds what was typed already.
    log.id = field(form, "id")?.value ?? log.id;
  } else if (begun) {
    edit(begun);
  } else {
    presentTime(form);
    if (waiting) showKept(waiting, t("phone.kept"));
  }
  form.querySelector<HTMLElement>("[data-problems] section")?.focus();

  /** Takes a log up again: what was typed is filled in. */
  function edit(one: KeptLog) {
    // The server may have the one with this id: what is written now must not be taken for it.
    const id = one.attempts > 0 ? crypto.randomUUID() : one.id;
    if (id !== one.id) forget(one.id);
    log = { ...one, id, attempts: 0, state: "draft" };
    fill(form, one.fields);
    panel.replaceChildren();
    form.hidden = false;
    showProblems(form, Object.values(one.errors).length > 0 ? one.errors : {}, t("phone.refused"));
    restored = Object.keys(one.errors).length === 0 ? t("phone.again") : "";
    sayNetwork();
    log.errors = {};
  }

  function showKept(one: KeptLog, text: string, link?: [string, string]) {
    form.hidden = true;
    const note = element("div", { className: "pk-note", role: "status" });
    note.dataset.tone = "ok";
    const change = element("button", {
      className: "ds-button",
      type: "button",
      textContent: t("phone.edit"),
    });
    change.dataset.variant = "secondary";
    change.addEventListener("click", () => edit(one));
    const onwards = element("a", {
      className: "ds-button",
      href: link?.[1] ?? home,
      textContent: link?.[0] ?? t("phone.toDay"),
    });
    const actions = element("p", { className: "pk-actions" });
    actions.append(onwards, change);
    const inside = element("div");
    const title = element("p");
    title.append(element("strong", { textContent: t("phone.keptTitle") }));
    inside.append(title, element("p", { textContent: text }), actions);
    note.append(inside);
    panel.replaceChildren(note);
    panel.scrollIntoView({ block: "nearest" });
  }

  let timer = 0;
  const keepDraft = () => {
    window.clearTimeout(timer);
    if (form.hidden) return;
    log = { ...log, fields: read(form), state: "draft" };
    if (JSON.stringify(log.fields) !== untouched) keep(log).catch(() => {});
  };
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(keepDraft, calmMilliseconds);
    sayClosed(form, t("phone.closedDay"));
  });
  addEventListener("pagehide", keepDraft);
  document.addEventListener("visibilitychange", () => (document.hidden ? keepDraft() : sendWaiting()));

  async function sayNetwork(): Promise<boolean> {
    const isThere = await hasNetwork();
    network.textContent = [t(isThere ? "phone.online" : "phone.offline"), restored].filter(Boolean).join(" ");
    network.dataset.state = isThere ? "on" : "off";
    return isThere;
  }
  if (!begun) sayNetwork();
  async function sendWaiting() {
    if (!(await sayNetwork())) return;
    const { sent, signedOut } = await sendAll(user);
    if (signedOut) showSignedOut();
    else if (sent > 0 && form.hidden) location.assign(home);
  }
  addEventListener("offline", sayNetwork);
  addEventListener("online", sendWaiting);
  // Not every phone tells when its network is back.
  window.setInterval(() => form.hidden && !document.hidden && sendWaiting(), askAgainMilliseconds);
  navigator.serviceWorker.addEventListener("message", ({ data }) => {
    if (data === "skickat" && form.hidden) location.assign(home);
  });

  function showSignedOut() {
    const signIn = `/logga-in?till=${encodeURIComponent(path)}`;
    if (form.hidden) showKept(log, t("phone.signedOut"), [t("phone.signIn"), signIn]);
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    window.clearTimeout(timer);
    const problems = problemsOf(form, t);
    showProblems(form, problems, t("phone.toMend"));
    if (Object.keys(problems).length > 0) return;
    button.disabled = true;
    network.textContent = t("phone.saving");
    // In the phone first, whatever the network says.
    log = { ...log, fields: read(form), state: "waiting", writtenAt: Date.now(), errors: {} };
    const moment = new Date(log.writtenAt).toISOString();
    log.fields = [
      ...log.fields.filter(([key]) => key !== "writtenAt" && key !== "id"),
      ["writtenAt", moment],
      ["id", log.id],
    ];
    await keep(log);
    sendWhenOnline();
    const sent = await sendOne(log, true);
    const isThere = sent.what !== "no_answer" || (await hasNetwork());
    button.disabled = false;
    if (sent.what === "sent") {
      form.hidden = true;
      location.assign(sent.others.length > 0 || sent.isAgain ? path : home);
    } else if (sent.what === "rejected") {
      log = { ...log, state: "rejected" };
      showProblems(form, sent.errors, t("phone.refused"));
      sayNetwork();
    } else {
      log = { ...log, attempts: sent.what === "no_answer" ? 1 : 0 };
      showKept(log, t(isThere ? "phone.failed" : "phone.kept"));
      if (sent.what === "signed_out") showSignedOut();
    }
  });

  dictate(form, t("dictateHint"));
  keepPages([path, "/coach"]);
  if (waiting && (await hasNetwork())) {
    const { sent, signedOut } = await sendAll(user);
    if (signedOut) showSignedOut();
    else if (sent > 0) location.reload();
  }
}

function read(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter((one): one is [string, string] => typeof one[1] === "string");
}

function field(form: HTMLFormElement, name: string) {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null;
}

/** The form as it was kept: nothing is left chosen that was not. */
function fill(form: HTMLFormElement, fields: readonly [string, string][]) {
  for (const input of form.elements) {
    if (input instanceof HTMLInputElement && (input.type === "radio" || input.type === "checkbox"))
      input.checked = fields.some(([name, value]) => name === input.name && value === input.value);
    else if (
      (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) &&
      input.name !== "skattning"
    )
      input.value = fields.find(([name]) => name === input.name)?.[1] ?? "";
  }
  sayHeld(form);
}

/** A page that was kept in the morning says the time of the morning: the phone knows better. */
function presentTime(form: HTMLFormElement) {
  const now = new Date();
  const part = (value: number) => String(value).padStart(2, "0");
  const day = `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
  const on = field(form, "heldOn");
  const at = field(form, "heldAt");
  if (!on || !at) return;
  on.value = day;
  at.value = `${part(now.getHours())}:${part(now.getMinutes())}`;
  sayHeld(form);
}

function sayHeld(form: HTMLFormElement) {
  const line = form.querySelector<HTMLElement>("[data-held]");
  const day = field(form, "heldOn")?.value;
  const at = field(form, "heldAt")?.value;
  if (!line || !day || !at) return;
  const words = new Date(`${day}T12:00`).toLocaleDateString(document.documentElement.lang, {
    weekday: "short",
    day: "numeric",
    month: "long",
  });
  line.textContent = `${words} ${formatClock(at)}`;
}

/** What can be said without the server. It says the same again, and more. */
function problemsOf(form: HTMLFormElement, t: (key: string) => string): Record<string, string> {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  const problems: Record<string, string> = {};
  if (!text("form")) problems.form = t("error.form_required");
  if (data.getAll("withWhom").length === 0) problems.withWhom = t("error.with_required");
  if (new Date(`${text("heldOn")}T${text("heldAt")}`).getTime() > Date.now() + 600_000)
    problems.heldOn = t("error.held_ahead");
  const words = wordsProblem(text("words"));
  if (words) problems.words = t(`error.${words}`);
  if (text("next") === "own") {
    const on = text("nextOn");
    if (!on) problems.nextOn = t("error.next_on_required");
    else if (on < text("heldOn")) problems.nextOn = t("error.next_before");
    else if (isClosed(form, on)) problems.nextOn = t("error.next_closed");
  }
  return problems;
}

function isClosed(form: HTMLFormElement, day: string): boolean {
  const closed = form.querySelector<HTMLElement>("[data-closed]")?.dataset.closed ?? "";
  return closed.split(" ").includes(day);
}

/** Said while the day is chosen, before anything is sent. A day that is typed is the choice of an own day. */
function sayClosed(form: HTMLFormElement, text: string) {
  const on = field(form, "nextOn");
  if (!on) return;
  const own = form.querySelector<HTMLInputElement>('input[name="next"][value="own"]');
  if (document.activeElement === on && on.value && own) own.checked = true;
  const line =
    on.parentElement?.querySelector(".pk-closed") ??
    element("p", { className: "pk-error pk-closed", role: "status" });
  line.textContent = on.value && isClosed(form, on.value) ? text : "";
  on.parentElement?.append(line);
}

/** Problems first on the form, each a link to its field. */
function showProblems(form: HTMLFormElement, problems: Record<string, string>, lead: string) {
  const place = form.querySelector<HTMLElement>("[data-problems]")!;
  const entries = Object.entries(problems);
  if (entries.length === 0) return place.replaceChildren();
  const box = element("section", { className: "pk-note", tabIndex: -1 });
  box.dataset.tone = "warn";
  box.setAttribute("role", "alert");
  const inside = element("div");
  if (lead) inside.append(element("p", { textContent: lead }));
  const list = element("ul", { className: "pk-problems" });
  for (const [name, text] of entries) {
    const line = element("li");
    const to = document.getElementById(`logg-${name}`);
    line.append(to ? element("a", { href: `#logg-${name}`, textContent: text }) : text);
    list.append(line);
    const folded = to?.closest("details");
    if (folded) folded.open = true;
  }
  inside.append(list);
  box.append(inside);
  place.replaceChildren(box);
  box.focus();
}

/** Browsers' own speech recognition sends the sound to their makers: the keyboard's is the phone's own matter. */
function dictate(form: HTMLFormElement, hint: string) {
  const place = form.querySelector<HTMLElement>("[data-dictate]");
  if (!place) return;
  place.hidden = false;
  place.querySelector("button")?.addEventListener("click", () => {
    place.querySelector("[data-dictate-hint]")!.textContent = hint;
    field(form, "words")?.focus();
  });
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, of: Partial<HTMLElementTagNameMap[K]> = {}) {
  return Object.assign(document.createElement(name), of);
}
