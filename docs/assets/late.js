// The letters of code and formulas come when a reader is near them: see styles/text.css.

const LATE = { "cv-code-near": ".md-content code", "cv-math-near": ".md-content .katex" };
const root = document.documentElement;
const all = () => root.classList.add(...Object.keys(LATE));

for (const [name, selector] of Object.entries(LATE)) {
  const near = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    root.classList.add(name);
    near.disconnect();
  });
  for (const place of document.querySelectorAll(selector)) near.observe(place);
}

// Who scrolls will read on, and whoever prints wants all of it.
addEventListener("scroll", all, { once: true, passive: true });
addEventListener("beforeprint", all);
