// Puts a button beside each address that can be copied. Without it the addresses are links, which can be copied too.
"use strict";
for (const link of navigator.clipboard ? document.querySelectorAll("a[data-copy]") : []) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = link.dataset.copy;
  button.setAttribute("aria-label", `${link.dataset.copy}: ${link.dataset.name}`);
  button.addEventListener("click", async () => {
    const said = document.getElementById("copied");
    try {
      await navigator.clipboard.writeText(link.href);
      said.textContent = `${said.dataset.done}: ${link.dataset.name}`;
      button.textContent = said.dataset.done;
    } catch {
      said.textContent = `${said.dataset.failed} ${link.href}`;
      button.textContent = link.dataset.copy;
    }
  });
  link.after(" ", button);
}
