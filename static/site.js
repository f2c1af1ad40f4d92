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

// The timeline shows everything, or only one side of its spine.
const spine = document.querySelector("#spine[data-label]");
if (spine && spine.querySelector(".happened") && spine.querySelector(".printed")) {
  const words = spine.dataset;
  const choices = document.createElement("fieldset");
  const legend = document.createElement("legend");
  choices.className = "show";
  legend.textContent = words.label;
  choices.append(legend);
  for (const [side, label] of [["", words.all], ["happened", words.happened], ["printed", words.printed]]) {
    const choice = document.createElement("label");
    const input = document.createElement("input");
    input.type = "radio";
    input.name = "side";
    input.checked = !side;
    input.addEventListener("change", () => show(side));
    choice.append(input, label);
    choices.append(choice);
  }
  spine.before(choices);

  function show(side) {
    if (side) spine.dataset.only = side;
    else delete spine.dataset.only;
    for (const row of spine.querySelectorAll(".row")) {
      row.classList.toggle("emptied", Boolean(side) && !row.querySelector(`.${side}`));
    }
  }
}
