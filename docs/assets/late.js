// The letters of code come when a reader is near code: see styles/text.css.

const come = () => document.documentElement.classList.add("cv-code-near");
const near = new IntersectionObserver((entries) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  come();
  near.disconnect();
});
for (const place of document.querySelectorAll(".md-content code")) near.observe(place);

// Who scrolls will read on, and whoever prints wants all of it.
addEventListener("scroll", come, { once: true, passive: true });
addEventListener("beforeprint", come);
