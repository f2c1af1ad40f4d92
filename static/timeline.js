// Another topic, outlet or year comes in place: of its page only the text is fetched. From a disk its link is followed as ever.
"use strict";

let shown = location.pathname;
for (const link of document.head.querySelectorAll("link")) link.href = link.href; // whole, as the page's place will change

// Puts a page of the site in place of this one; its styles and scripts are here already.
const turn = async (address, isNew) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const side = document.querySelector(".show input:checked")?.id;
  if (isNew) history.pushState(null, "", address); // first, for the new links begin there
  shown = location.pathname;
  document.title = page.title;
  document.body.replaceWith(page.body);
  const again = side && document.getElementById(side);
  if (again) again.checked = true;
  document.getElementById("main").focus({ preventScroll: true });
};

document.addEventListener("click", (event) => {
  const link = event.target.closest(".filters a, .skyline a, .years a");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (!location.protocol.startsWith("http") || link.hash || link.pathname === shown) return;
  event.preventDefault();
  turn(link.href, true).catch(() => { location.href = link.href; });
});

// Back and forward; what only goes to an anchor of the same page is the browser's.
addEventListener("popstate", () => {
  if (location.pathname !== shown) turn(location.href, false).catch(() => location.reload());
});
