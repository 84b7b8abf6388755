// The form and the files it changes, on this computer alone: node dienst.js MAP [POORT].

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const [folder = "..", port = "8081"] = process.argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
process.env.GIT_REPO_DIRECTORY = resolve(here, folder);

const express = require("express");
const { registerLocalFs } = require("decap-server/dist/middlewares");
const app = express();
let own = new Set();

// Decap's middleware answers any site, and so any page in the same browser; this one answers ours.
app.use((request, response, next) => {
  const { host, origin = `http://${host}` } = request.headers;
  if (own.has(host) && origin === `http://${host}`) next();
  else response.status(403).end();
});
app.use(express.static(here, { dotfiles: "deny" }));
await registerLocalFs(app, { logLevel: "error" });

const server = app.listen(Number(port), "127.0.0.1", () => {
  const { port: at } = server.address();
  own = new Set([`localhost:${at}`, `127.0.0.1:${at}`]);
  console.log(`Het formulier staat op http://localhost:${at}/ (stoppen: Ctrl-C).`);
});
server.on("error", (fault) => {
  const taken = `Poort ${port} is bezet. Staat het formulier al open? Kies anders een andere: npm start -- .. 8082`;
  console.error(fault.code === "EADDRINUSE" ? taken : fault.message);
  process.exit(1);
});
