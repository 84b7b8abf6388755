// Files and what they should say, from standard input → those files as the form would save them.

import { readFileSync } from "node:fs";
import { lees, schrijf } from "../formulier/behoud.js";

const asked = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(asked.map(({ text, value }) => schrijf(text, value ?? lees(text)))));
