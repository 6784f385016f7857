// What a widget asks of the page around it: how its language writes numbers, and its theme.

const language = document.documentElement.lang;
const plurals = new Intl.PluralRules(language);

/** Whether the reader asked for little movement; read anew each time, since it can change. */
const still = matchMedia("(prefers-reduced-motion: reduce)");
export const calm = () => still.matches;
export const whenCalmChanges = (act) => still.addEventListener("change", act);

const formats = new Map(); // to make one takes as long as to write a hundred numbers with it

function format(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(language, options));
  return formats.get(key);
}

/** Write a number with at most so many decimals. A true minus is as wide as a plus. */
export function number(value, decimals = 2, options = {}) {
  // Only what is negative has a sign, or -0.001 would be written as -0.
  const how = format({ maximumFractionDigits: decimals, signDisplay: "negative", ...options });
  return how.format(value).replace("-", "−");
}

export const percent = (value, decimals = 0) => number(value, decimals, { style: "percent" });

/** Put values into the braces of a word. */
export const fill = (word, values) =>
  word.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

/** Choose between `NAME_one` and `NAME_other` as the language does for this count. */
export function counted(words, name, count) {
  const form = `${name}_${plurals.select(count)}`;
  return fill(words[form] ?? words[`${name}_other`], { n: number(count) });
}

/** Paint now, and again whenever the theme changes; `paint` gets a function from role to colour. */
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
