// What a reader prefers: a light or dark theme, and how much may move.

const still = matchMedia("(prefers-reduced-motion: reduce)");

/** Tell whether the reader asked for little movement; read anew each time, since it can change. */
export const calm = () => still.matches;

/** @param {() => void} act */
export const whenCalmChanges = (act) => still.addEventListener("change", act);

/**
 * Paint now, and again whenever the theme changes. The function it gives paints once more.
 *
 * @param {Element} place
 * @param {(colour: Colour) => void} paint
 */
export function themed(place, paint) {
  const repaint = () => {
    const style = getComputedStyle(place);
    paint((role) => style.getPropertyValue(`--cv-${role}`).trim());
  };
  const watch = { attributeFilter: ["data-md-color-scheme"] };
  new MutationObserver(repaint).observe(document.body, watch);
  repaint();
  return repaint;
}
