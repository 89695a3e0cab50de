import { build, transform } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// Brotli bytes. What a visitor downloads is a promise of the product; a build that breaks it fails.
const budget = { loader: 2_000, chat: 30_000 };

const styles = {
  name: 'styles',
  setup(b) {
    b.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

const shared = {
  bundle: true,
  minify: true,
  write: true,
  outdir: 'dist',
  target: ['chrome105', 'firefox104', 'safari16.4'],
  legalComments: 'none',
  // Not the automatic runtime, which costs more bytes.
  tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  jsxFactory: 'h',
  jsxFragment: 'Fragment',
  // SignalR looks for require only on Node; the helper that esbuild would make of it costs every visitor a file.
  define: { 'process.env.NODE_ENV': '"production"', require: 'undefined' },
  plugins: [styles],
  metafile: true,
};

await rm('dist', { recursive: true, force: true });
await mkdir('dist');

const chat = await build({
  ...shared,
  entryPoints: { chat: 'src/chat.ts' },
  format: 'esm',
  splitting: true,
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
});
const chatFile = Object.entries(chat.metafile.outputs).find(([, o]) => o.entryPoint === 'src/chat.ts')[0].replace('dist/', '');

await build({
  ...shared,
  entryPoints: { loader: 'src/loader.ts' },
  format: 'iife',
  define: { ...shared.define, CHAT_FILE: JSON.stringify(chatFile) },
});

const size = {};
for (const name of await readdir('dist')) {
  const bytes = await readFile(`dist/${name}`);
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  size[name] = brotli.length;
  await writeFile(`dist/${name}.br`, brotli);
  await writeFile(`dist/${name}.gz`, gzipSync(bytes, { level: 9 }));
}

await writeFile('dist/LICENSES.txt', await licenses());
check();

/** The code that a chat needs at once, and the texts of the largest language. What is fetched later, when it is wanted, is not in it. */
function check() {
  const cutOut = [...loadedWith(`dist/${chatFile}`)].slice(1);
  if (cutOut.length > 0) {
    console.error(`error : a part that is fetched later imports what the chat needs at once (see ui/later), which makes it another file for everybody to wait for: ${cutOut}.`);
    process.exitCode = 1;
  }
  const bytes = files => [...files].reduce((sum, file) => sum + size[file.replace('dist/', '')], 0);
  const code = bytes(loadedWith(`dist/${chatFile}`));
  const texts = Math.max(...Object.entries(chat.metafile.outputs)
    .filter(([, o]) => /^src\/strings\/\w+\.ts$/.test(o.entryPoint))
    .map(([file]) => bytes([file])));
  const took = { loader: size['loader.js'], chat: code + texts };
  for (const part of Object.keys(budget)) {
    console.log(`${part}: ${took[part]} of ${budget[part]} bytes (brotli)`);
    if (took[part] > budget[part]) {
      console.error(`error : the widget's ${part} is larger than its budget.`);
      process.exitCode = 1;
    }
  }
}

/** A file, and those that it imports at once. */
function loadedWith(file, all = new Set()) {
  if (all.has(file)) return all;
  all.add(file);
  chat.metafile.outputs[file].imports.filter(i => i.kind === 'import-statement').forEach(i => loadedWith(i.path, all));
  return all;
}

async function licenses() {
  const parts = ['preact', '@microsoft/signalr', 'lucide'];
  const texts = await Promise.all(parts.map(async p => {
    const folder = `node_modules/${p}`;
    const file = (await readdir(folder)).find(n => /^licen[cs]e/i.test(n));
    const { version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    return `${p} ${version} (${license})\n\n${file ? await readFile(`${folder}/${file}`, 'utf8') : ''}`;
  }));
  return texts.join('\n----\n\n');
}
