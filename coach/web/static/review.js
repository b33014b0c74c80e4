// Going through a draft: words light up where a line rests on them, and keys say yes and no.
"use strict";

const wide = () => window.matchMedia("(min-width: 60.01rem)").matches;
const lines = [...document.querySelectorAll(".ask")];
const answer = (line) => line.querySelector(".answers input:checked");
const enter = document.getElementById("verdict");

// A page that answers a form is the call's own page: loaded anew, it asks for that one.
if (enter) history.replaceState(null, "", enter.action + location.hash);

// --- words ---------------------------------------------------------------------------------------

function light(key, look = true) {
  for (const one of document.querySelectorAll("mark.lit")) one.classList.remove("lit");
  const words = [...document.querySelectorAll(`mark[data-of~="${key}"]`)];
  for (const one of words) one.classList.add("lit");
  if (look && words.length && wide()) words[0].scrollIntoView({ block: "center" });
}

function here(line, look = true) {
  for (const one of lines) one.classList.toggle("now", one === line);
  if (line) light(line.dataset.key, look);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".quote a[data-of]");
  const line = event.target.closest(".line[data-key]");
  if (link && wide()) event.preventDefault();
  if (link && !wide()) offerBack(line);
  if (!line || (!link && event.target.closest("a, button, input, textarea, select, summary, label"))) return;
  here(line, false);
  light(line.dataset.key);
});

function offerBack(line) {
  document.querySelector(".back")?.remove();
  const back = document.createElement("button");
  back.type = "button";
  back.className = "back primary";
  back.textContent = "Back to the line";
  back.addEventListener("click", () => {
    back.remove();
    line.scrollIntoView({ block: "center" });
    line.querySelector("a, input")?.focus({ preventScroll: true });
  });
  document.querySelector(".review").append(back);
}

// --- what is not entered yet: it stays in this window alone, under the mark of its draft and line --------

const place = enter && `draft:${new URL(enter.action).pathname}`;
const mark = enter?.elements.draft?.value;
const lineOf = (field) => field.closest?.(".ask, .beside")?.querySelector("[type=hidden]").value ?? "";
const read = (field) => field.dataset.was ?? field.defaultValue;
const fields = mark ? [...enter.elements].filter((one) => one.matches("textarea, select, input:not([type=radio], [type=hidden], [type=checkbox])") && !one.closest(".strike")) : [];
const edited = () => fields.filter((one) => one.name && read(one) !== undefined && one.value !== read(one));
const out = () => [...document.querySelectorAll(".leave input:checked")];

function keep() {
  if (!mark) return;
  const told = [...lines.map(answer).filter(Boolean), ...edited(), ...out()].map((one) => [one.name, one.value, lineOf(one)]);
  sessionStorage.setItem(place, JSON.stringify({ mark, told, lines: lines.map((one) => lineOf(one.querySelector("input"))) }));
}

function bringBack() {
  const kept = JSON.parse(sessionStorage.getItem(place));
  sessionStorage.removeItem(place);
  if (!mark) new BroadcastChannel("entered").postMessage(place);
  if (!mark || !kept) return;
  const overtaken = kept.mark !== mark;
  const bare = !lines.some(answer) && !edited().length && !out().length; // else the server told already what became of it
  for (const [name, value, line] of kept.told) {
    const there = enter.elements.namedItem(name);
    const same = line === lineOf(there?.[0] ?? there ?? enter);
    if (!there || (overtaken && !same)) continue;
    if (there instanceof RadioNodeList) there.value ||= value;
    else if (there.type === "checkbox") there.checked = true;
    else if (fields.includes(there) && there.value === read(there)) there.value = value;
  }
  if (overtaken && bare && kept.told.length) tellOfAnother(kept.lines ?? []);
  for (const one of edited()) one.closest("details")?.setAttribute("open", "");
}

function tellOfAnother(before) {
  const told = document.createElement("p");
  const news = lines.filter((one) => !before.includes(lineOf(one.querySelector("input")))).length;
  const what = news === 0 ? "none of its lines is new" : news === 1 ? "1 line is new or changed and waits for your answer" : `${news} lines are new or changed and wait for your answer`;
  [told.className, told.textContent] = ["notice", `This draft was changed since you went through it here: ${what}. Your answers to the others are kept.`];
  told.setAttribute("role", "alert");
  document.querySelector(".call-head").append(told);
}

if (enter) bringBack();

// --- yes and no ----------------------------------------------------------------------------------

function count() {
  const said = enter?.querySelector("[data-count]");
  if (!said || !lines.length) return;
  const rest = document.createElement("span");
  rest.textContent = " answered";
  said.replaceChildren(`${lines.filter(answer).length} of ${lines.length}`, rest);
  keep();
}

function go(line) {
  if (!line) return;
  here(line);
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: "nearest" });
}

function say(line, word) {
  line.querySelector(`.answers [value=${word}]`).checked = true;
  count();
  const next = lines.slice(lines.indexOf(line) + 1).find((one) => !answer(one)) ?? lines.find((one) => !answer(one));
  if (next) go(next);
  else { here(line); enter.querySelector(".primary").focus(); }
}

function yesToTheRest() {
  for (const line of lines) if (!answer(line)) line.querySelector(".answers [value=yes]").checked = true;
  count();
  enter.querySelector(".primary").focus();
}

function edit(line) {
  const more = line.querySelector(".edit");
  if (!more) return;
  more.open = true;
  more.querySelector("textarea").focus();
}

if (enter && lines.length) {
  count();
  document.addEventListener("input", keep);
  let sent = false;
  enter.addEventListener("submit", (event) => {
    if (sent) event.preventDefault(); // a second click is no second entering
    sent = true;
    setTimeout(() => { sent = false; }, 3000);
  });
  document.addEventListener("change", (event) => {
    const line = event.target.closest(".ask");
    if (line && event.target.closest(".edit") && !answer(line)) line.querySelector(".answers [value=yes]").checked = true;
    count();
  });
  enter.querySelector("[data-rest]").addEventListener("click", (event) => {
    event.preventDefault();
    yesToTheRest();
  });
  document.addEventListener("focusin", (event) => {
    const line = event.target.closest(".ask");
    if (line) here(line, event.target.closest(".answers, .edit") === null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest("textarea, select, input:not([type=radio])")) return;
    const at = lines.findIndex((one) => one.classList.contains("now"));
    const line = lines[at] ?? lines.find((one) => !answer(one)) ?? lines[0];
    const keys = {
      y: () => say(line, "yes"), n: () => say(line, "no"), e: () => edit(line), a: yesToTheRest,
      j: () => go(lines[Math.min(at + 1, lines.length - 1)]), k: () => go(lines[Math.max(at - 1, 0)]),
    };
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });
}

// --- striking: the numbers of turns, by clicking the first and the last ----------------------------

const strike = document.getElementById("strike");
const add = document.getElementById("add");
strike?.parentElement.addEventListener("click", (event) => {
  const number = event.target.closest(".n");
  if (number && add.open) {
    add.querySelector("[name=new-turn]").value = number.textContent;
    add.querySelector("textarea").focus();
  }
  if (!number || !strike.open) return;
  event.preventDefault();
  const [first, last] = ["first", "last"].map((name) => strike.querySelector(`[name=${name}]`));
  const turn = Number(number.textContent);
  if (first.value === "" || last.value !== "" || turn < Number(first.value)) [first.value, last.value] = [turn, ""];
  else last.value = turn;
  for (const one of document.querySelectorAll(".turns .n")) {
    const n = Number(one.textContent);
    one.parentElement.classList.toggle("chosen", n >= Number(first.value) && n <= Number(last.value || first.value));
  }
});

// --- dropping a file ------------------------------------------------------------------------------

const drop = document.querySelector("[data-drop]");
for (const kind of drop ? ["dragover", "dragleave", "drop"] : []) {
  drop.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", kind === "dragover");
    if (kind !== "drop" || !event.dataTransfer.files.length) return;
    drop.querySelector("[type=file]").files = event.dataTransfer.files;
    tooLarge();
  });
}

// A file that would not be taken is told before it is sent: with it the rest of the form would be lost.
function tooLarge() {
  const file = drop.querySelector("[type=file]");
  const why = [...file.files].some((one) => one.size > Number(drop.dataset.most)) ? drop.dataset.tooLarge : "";
  file.setCustomValidity(why);
  file.toggleAttribute("aria-invalid", why !== "");
  for (const one of drop.querySelectorAll("[role=alert]")) one.remove();
  if (!why) return;
  const told = document.createElement("p");
  [told.className, told.id, told.textContent] = ["notice", "told", why];
  told.setAttribute("role", "alert");
  file.setAttribute("aria-describedby", "told");
  file.closest("label").after(told);
}

drop?.querySelector("[type=file]").addEventListener("change", tooLarge);
