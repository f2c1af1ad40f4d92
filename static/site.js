// The little that needs a script. Everything on these pages reads and links without it.
"use strict";

// "/" goes to the search field, from any page.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.getElementById("q");
  const link = document.querySelector("a[data-search]");
  if (!field && !link) return;
  event.preventDefault();
  if (field) field.focus();
  else location.href = `${link.href}#q`;
});

// A button beside each citation that copies it.
for (const section of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  for (const text of section.querySelectorAll(".citation")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = section.dataset.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = section.dataset.copied;
      setTimeout(() => { button.textContent = section.dataset.copy; }, 2000);
    });
    text.after(button);
  }
}
