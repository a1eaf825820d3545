// Puts a button beside whatever can be copied: a text, or the address of a link. Without it both can be copied by hand.
"use strict";
for (const it of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
  const text = it.dataset.text ?? it.href ?? it.textContent;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = it.dataset.copy;
  button.setAttribute("aria-label", `${it.dataset.copy}: ${it.dataset.name}`);
  button.addEventListener("click", async () => {
    const said = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = `${said.dataset.done}: ${it.dataset.name}`;
      button.textContent = said.dataset.done;
    } catch {
      said.textContent = `${said.dataset.failed} ${text}`;
      button.textContent = it.dataset.copy;
    }
  });
  it.after(" ", button);
}
