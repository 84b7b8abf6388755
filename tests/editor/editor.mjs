// What the YAML extension of VS Code says of texts, by the language server that it runs on, in a
// folder that is opened with the settings in it: node editor.mjs FOLDER. From standard input:
// [{path, text, line, column}]; out: per text its completions, what hovering tells and red lines.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const program = new URL("node_modules/yaml-language-server/bin/yaml-language-server", import.meta.url);
const server = spawn("node", [fileURLToPath(program), "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const [folder] = process.argv.slice(2);
const rootUri = pathToFileURL(folder).href;
const settings = opened(JSON.parse(readFileSync(`${folder}/.vscode/settings.json`, "utf8")));
const answers = new Map();
const told = new Map(); // by address, who waits for its red lines
let asked = 0;
let read = Buffer.alloc(0);

// The settings of yaml, as VS Code sends them: yaml.schemaStore.enable is {schemaStore: {enable}}.
function opened(given) {
  const yaml = { hover: true, completion: true, validate: true };
  for (const [name, value] of Object.entries(given)) {
    const [section, key, inner] = name.split(".");
    if (section === "yaml") yaml[key] = inner ? { [inner]: value } : value;
  }
  return yaml;
}

function send(message) {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}

function ask(method, params) {
  asked += 1;
  send({ id: asked, method, params });
  return new Promise((resolve) => answers.set(asked, resolve));
}

function take(message) {
  if (message.method === "textDocument/publishDiagnostics") {
    told.get(message.params.uri)?.(message.params.diagnostics);
  } else if (message.method && message.id !== undefined) {
    const wanted = message.params?.items?.map(({ section }) => (section === "yaml" ? settings : {}));
    send({ id: message.id, result: wanted ?? null });
  } else {
    answers.get(message.id)?.(message.result);
  }
}

server.stdout.on("data", (part) => {
  read = Buffer.concat([read, part]);
  for (let head = read.indexOf("\r\n\r\n"); head >= 0; head = read.indexOf("\r\n\r\n")) {
    const length = Number(/Content-Length: (\d+)/.exec(read.subarray(0, head))[1]);
    if (read.length < head + 4 + length) return;
    take(JSON.parse(read.subarray(head + 4, head + 4 + length)));
    read = read.subarray(head + 4 + length);
  }
});

async function look({ path, text, line, column }) {
  const uri = pathToFileURL(path).href;
  const red = new Promise((resolve) => told.set(uri, resolve));
  const textDocument = { uri, languageId: "yaml", version: 1, text };
  send({ method: "textDocument/didOpen", params: { textDocument } });
  const rood = (await red).map((fault) => fault.range.start.line);
  const position = { line, character: column };
  const found = await ask("textDocument/completion", { textDocument: { uri }, position });
  const over = await ask("textDocument/hover", { textDocument: { uri }, position });
  return {
    aanvullen: (found?.items ?? found ?? []).map((item) => item.label),
    uitleg: over?.contents?.value ?? "",
    rood,
  };
}

const capabilities = {
  textDocument: { completion: {}, hover: { contentFormat: ["markdown"] } },
  workspace: { configuration: true, workspaceFolders: true },
};
const workspaceFolders = [{ uri: rootUri, name: "monitor" }];
await ask("initialize", { processId: process.pid, rootUri, workspaceFolders, capabilities });
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: settings } } });
const seen = [];
for (const text of JSON.parse(readFileSync(0, "utf8"))) seen.push(await look(text));
console.log(JSON.stringify(seen));
server.kill();
process.exit(0);
