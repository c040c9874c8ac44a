/**
 * The licences of everything that is inside the script-tag files, which those licences ask to travel
 * along: `dist/THIRD-PARTY-LICENSES.txt`, and one line at the top of each file that says so.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

export const LICENSES_FILE = 'THIRD-PARTY-LICENSES.txt';

/** The package folder of a module below node_modules; null for our own. */
function packageFolder(moduleId) {
  const [path] = moduleId.split('?');
  const parts = path?.split(/[\\/]node_modules[\\/]/) ?? [];
  const last = parts.at(-1);
  if (parts.length < 2 || !last) return null;
  const names = last.split(/[\\/]/);
  const depth = last.startsWith('@') ? 2 : 1;
  return path.slice(0, path.length - last.length) + names.slice(0, depth).join(sep);
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/** Vite plugin. */
export function licensesPlugin() {
  return {
    name: 'licenses',
    generateBundle(_options, bundle) {
      const folders = new Set();
      for (const output of Object.values(bundle)) {
        for (const id of Object.keys(output.modules ?? {})) {
          const folder = packageFolder(id);
          if (folder && existsSync(join(folder, 'package.json'))) folders.add(folder);
        }
      }
      const source = [...folders]
        .sort()
        .map(licenceOf)
        .join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: LICENSES_FILE, source });
    },
  };
}
