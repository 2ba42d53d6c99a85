// Bundles src/ into the one file the newsroom serves: npm run build
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../resources/static/newsroom/editor.js');

/** An icon file becomes data: [[tag, {attributes}], …]; nothing of it is parsed as markup in the browser. */
const icons = {
  name: 'icons',
  setup(b) {
    b.onLoad({ filter: /\.svg$/ }, ({ path }) => {
      const svg = readFileSync(path, 'utf8').replace(/<!--[\s\S]*?-->/g, '').replace(/[\s\S]*?<svg[\s\S]*?>/, '');
      const shapes = [...svg.matchAll(/<(\w+)\s([^>]*?)\/>/g)].map(([, tag, attributes]) => [
        tag, Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
      ]);
      return { contents: `export default ${JSON.stringify(shapes)}`, loader: 'js' };
    });
  },
};

const result = await build({
  absWorkingDir: here,
  entryPoints: ['src/index.js'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  write: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [icons],
});

const code = `${banner(result.metafile)}\n${result.outputFiles[0].text}`;
writeFileSync(target, code);
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`${relative(here, target)}: ${kb(Buffer.byteLength(code))}, gzip ${kb(gzipSync(code, { level: 9 }).length)}`);

/** Names, versions, copyright lines and licence texts of everything that went in. */
function banner(metafile) {
  const used = new Set();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) || [];
      if (name && bytesInOutput > 0) used.add(name);
    }
  }
  const texts = new Map();
  const lines = [...used].sort().map((name) => {
    const folder = join(here, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    if (!['MIT', 'ISC'].includes(license)) throw new Error(`${name}: licence ${license} has not been looked at`);
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? readFileSync(join(folder, file), 'utf8') : '';
    const holders = [...text.matchAll(/^Copyright .*$/gm)].map(([line]) => line.trim());
    if (!texts.has(license) && text) texts.set(license, permission(text));
    return ` * ${name} ${version} (${license})${holders.map((line) => `\n *   ${line}`).join('')}`;
  });
  const licences = [...texts].sort().map(([license, text]) => ` *\n * ${license}:\n${text.replace(/^/gm, ' * ').replace(/ +$/gm, '')}`);
  return `/*!\n * Cổng Làng, trình soạn thảo. Built by src/main/editor (npm run build); contains:\n *\n${lines.join('\n')}\n${licences.join('\n')}\n */`;
}

/** The permission paragraphs alone, without title and copyright lines and without later notices. */
function permission(text) {
  return text.slice(text.indexOf('Permission')).split(/\n---/)[0].replaceAll('*/', '').trim();
}
