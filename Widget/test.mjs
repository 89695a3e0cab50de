import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Node 20 does not read TypeScript, so the tests are bundled first.
const folder = mkdtempSync(join(tmpdir(), 'widget-tests-'));
const tests = readdirSync('src', { recursive: true }).filter(f => f.endsWith('.test.ts')).map(f => join('src', f));
try {
  await build({ entryPoints: tests, bundle: true, platform: 'node', format: 'esm', outdir: folder, outExtension: { '.js': '.mjs' }, logLevel: 'warning' });
  const files = readdirSync(folder, { recursive: true }).filter(f => f.endsWith('.mjs')).map(f => join(folder, f));
  process.exitCode = spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
