// What every page shares: copying, printing, and asking before something goes for good.
"use strict";

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  await navigator.clipboard.writeText(source.value ?? source.textContent);
  const said = button.textContent;
  button.textContent = "Copied";
  setTimeout(() => { button.textContent = said; }, 1500);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

document.addEventListener("submit", (event) => {
  const question = event.submitter?.dataset.ask ?? event.target.dataset.ask;
  if (question && !window.confirm(question)) event.preventDefault();
});

// A field that cannot be sent yet stands open, so that the browser can say so beside it.
document.addEventListener("invalid", (event) => {
  const closed = event.target.closest("details:not([open])");
  if (closed) closed.open = true;
}, true);

// What is typed and not saved is not left without a question.
const unsaved = (form) => [...form.elements].some(
  (was) => was.name.startsWith("was-") && form.elements[was.name.slice(4)]?.value !== was.value);
window.addEventListener("beforeunload", (event) => {
  if ([...document.querySelectorAll("form[data-typed]")].some(unsaved)) event.preventDefault();
});

// What a draft keeps in a window until it is entered goes from every window then, or with its call; all of it with an erasure.
const elsewhere = new BroadcastChannel("entered");
elsewhere.onmessage = ({ data }) => { if (data) sessionStorage.removeItem(data); else sessionStorage.clear(); };
if (document.querySelector("[data-erased]")) {
  sessionStorage.clear();
  elsewhere.postMessage("");
}
const gone = document.querySelector("[data-gone]");
if (gone) {
  const place = `draft:${gone.dataset.gone}`;
  sessionStorage.removeItem(place);
  elsewhere.postMessage(place);
  history.replaceState(null, "", location.pathname); // another call may get its number
}
