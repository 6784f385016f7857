// What a page does beyond being read. Everything is readable without it.

import "./languages.js";
import "./late.js";
import "./lightbox/links.js";
import "./progress.js";
import "./questions.js";
import "./seconds.js";
import "./theme.js";
import "./widgets.js";

// A term of the glossary is explained where it stands; without this, it leads to the glossary.
if (document.querySelector(".cv-term")) import("./terms.js");
