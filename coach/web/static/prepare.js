// Preparing: what is not kept yet is not called kept, and goes out even where the page is left before
// the pause that keeps it. A printed agenda shows what its items come from.
"use strict";

const sent = new WeakMap();
const said = (form) => new URLSearchParams(new FormData(form)).toString();

document.addEventListener("input", (event) => {
  event.target.closest("form.answer")?.setAttribute("data-unkept", "");
});

document.addEventListener("htmx:before:request", (event) => {
  if (event.target.matches?.("form.answer")) sent.set(event.target, said(event.target));
});

document.addEventListener("htmx:after:swap", (event) => {
  const form = event.target;
  if (sent.has(form) && sent.get(form) === said(form)) form.removeAttribute("data-unkept");
});

document.addEventListener("htmx:error", (event) => {
  const told = event.target.querySelector?.("form.answer > .under > .told");
  if (told) told.textContent = "Not kept: the coach does not answer. Is it still running?";
});

// Before the next page is asked for, so that it already knows; a phone only ever hides a page.
for (const leaving of ["beforeunload", "pagehide"]) {
  window.addEventListener(leaving, () => {
    for (const form of document.querySelectorAll("form.answer[data-unkept]")) {
      if (navigator.sendBeacon(form.action, new FormData(form))) form.removeAttribute("data-unkept");
    }
  });
}

let opened = [];
window.addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll(".line details:not([open])")];
  for (const one of opened) one.open = true;
});
window.addEventListener("afterprint", () => {
  for (const one of opened) one.open = false;
});
