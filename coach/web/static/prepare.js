// Preparing: no word is lost when a page is left while its form still waits to be kept; and a
// printed agenda shows all that its items come from.
"use strict";

const unkept = new Set();
const sent = new WeakMap();
const said = (form) => new URLSearchParams(new FormData(form)).toString();

document.addEventListener("input", (event) => {
  const form = event.target.closest("form.answer");
  if (form) unkept.add(form);
});

document.addEventListener("htmx:before:request", (event) => {
  if (event.target.matches?.("form.answer")) sent.set(event.target, said(event.target));
});

document.addEventListener("htmx:after:swap", (event) => {
  const form = event.target;
  if (unkept.has(form) && sent.get(form) === said(form)) unkept.delete(form);
});

window.addEventListener("pagehide", () => {
  for (const form of unkept) navigator.sendBeacon(form.action, new FormData(form));
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(".line details:not([open])")];
  for (const one of opened) one.open = true;
});
window.addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
});
