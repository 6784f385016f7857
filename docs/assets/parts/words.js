// Words and numbers as the language of the page writes them.

export const language = document.documentElement.lang;

/** @type {Map<string, Intl.NumberFormat>} to make one takes as long as to write a hundred numbers */
const formats = new Map();

/** @param {Intl.NumberFormatOptions} options */
function format(options) {
  const key = JSON.stringify(options);
  const made = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, made);
  return made;
}

/**
 * Write a number with at most so many decimals. A true minus is as wide as a plus.
 *
 * @param {number} value
 * @param {number} [decimals]
 * @param {Intl.NumberFormatOptions} [options]
 */
export function number(value, decimals = 2, options = {}) {
  // Only what is negative has a sign, or -0.001 would be written as -0.
  const how = format({ maximumFractionDigits: decimals, signDisplay: "negative", ...options });
  return how.format(value).replace("-", "−");
}

/**
 * @param {number} value a share of one
 * @param {number} [decimals]
 */
export const percent = (value, decimals = 0) => number(value, decimals, { style: "percent" });

/**
 * Put values into the braces of a word.
 *
 * @param {string} word
 * @param {Record<string, string | number>} values
 */
export const fill = (word, values) =>
  word.replace(/\{(\w+)\}/g, (brace, name) => `${values[name] ?? brace}`);

/**
 * Choose between `NAME_one` and `NAME_other` as the language does for this count.
 *
 * @param {Words} words
 * @param {string} name
 * @param {number} count
 */
export function counted(words, name, count) {
  const form = `${name}_${new Intl.PluralRules(language).select(count)}`;
  return fill(words[form] ?? words[`${name}_other`], { n: number(count) });
}
