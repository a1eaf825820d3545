// Records in (one JSON a line), an index of Pagefind out, into the folder that is named. Run by pipeline/pagefind.py in
// the folder of the project, so that the package is found there. Pagefind's own pages and styles are left out.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { close, createIndex } from "pagefind";

const OURS = /^(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|pagefind\..*\.pf_meta|(?:index|fragment|filter)\/.*)$/;
const folder = process.argv.at(-1);

function sound({ errors, ...answer }) {
  if (errors.length) throw new Error(errors.join("; "));
  return answer;
}

try {
  const { index } = sound(await createIndex({}));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line) sound(await index.addCustomRecord(JSON.parse(line)));
  }
  const { files } = sound(await index.getFiles());
  for (const { path, content } of files.filter(({ path }) => OURS.test(path))) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await close();
}
