// Added to pages by `kliping serve` only: reloads after a build, shows a failed one over the page.
(() => {
  "use strict";
  const style = {
    position: "fixed", inset: "auto 0 0 0", zIndex: "9999", maxHeight: "60vh", overflow: "auto", margin: "0",
    padding: "1rem 1.5rem", background: "#fff8f6", color: "#1a1a1a", borderTop: "4px solid #b3261e",
    font: "14px/1.5 ui-monospace, monospace", whiteSpace: "pre-wrap",
  };
  const page = Number(document.currentScript.dataset.build);
  const show = (fragment) => {
    document.getElementById("kliping-fault")?.remove();
    if (!fragment) return;
    const parsed = new DOMParser().parseFromString(fragment, "text/html").getElementById("kliping-fault");
    if (!parsed) return;
    Object.assign(parsed.style, style);
    document.body.append(parsed);
  };
  const events = new EventSource("/__kliping__/events");
  events.addEventListener("build", (event) => {
    const { build, overlay } = JSON.parse(event.data);
    show(overlay);
    if (build !== page && !overlay) location.reload();
  });
})();
