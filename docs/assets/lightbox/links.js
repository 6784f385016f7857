// The links to the pictures become buttons that open them large, here. The window itself is
// loaded when a reader comes near one of them; where it cannot be, the picture opens alone.

const said = document.getElementById("cv-lightbox");
const links = said ? [...document.querySelectorAll(".cv-enlarge")] : [];
const figures = links.map((link) => link.closest(".cv-figure"));

let built;

function load() {
  built ??= import("./lightbox.js").then(({ default: lightbox }) =>
    lightbox(JSON.parse(said.textContent), figures),
  );
  return built;
}

for (const [i, link] of links.entries()) {
  const opens = () =>
    load().then(
      (open) => open(figures[i]),
      () => location.assign(link.href),
    );
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.ariaHasPopup = "dialog";
  button.append(...link.childNodes);
  link.replaceWith(button);
  const picture = figures[i].querySelector(".cv-picture");
  picture.dataset.cvOpens = "";
  for (const place of [button, picture]) place.addEventListener("click", opens);
  for (const near of ["pointerenter", "focusin"]) {
    figures[i].addEventListener(near, () => load().catch(() => {}), { once: true });
  }
}
