// Served by `make serve` only, never published: reloads the page after a build, and shows what held one up.
// In a block, since a theme's scripts have names of their own.
"use strict";
{
  const own = document.currentScript.dataset.build;
  const panel = document.createElement("section");
  let events = null;

  function show(trouble) {
    panel.replaceChildren();
    panel.hidden = !trouble.length;
    for (const line of trouble) {
      panel.append(Object.assign(document.createElement("p"), { textContent: line }));
    }
  }

  function hear(message) {
    const { build, trouble } = JSON.parse(message.data);
    if (build !== own) {
      location.reload();
    }
    show(trouble);
  }

  // A tab that nobody sees does not listen: browsers allow six connections to a host, and some people open more tabs.
  function listen() {
    events?.close();
    events = document.hidden ? null : new EventSource("/.jobboard/events");
    events?.addEventListener("message", hear);
  }

  panel.className = "jobboard-trouble";
  panel.setAttribute("role", "alert");
  panel.hidden = true;
  document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/.jobboard/preview.css" }));
  document.body.append(panel);
  document.addEventListener("visibilitychange", listen);
  listen();
}
