/** The offline page: the whole program as one HTML file, whose policy allows its own script, style and worker and nothing else. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { SCRIPT } from '../src/write/result/html/script.js';
import { STYLE } from '../src/write/result/html/style.js';
import { pdfjs } from './pdfjs.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const source = (name: string): string => join(root, 'src', 'app', 'page', name);

/** The browsers that government offices have: Chromium of the last few years under its many names. */
const TARGET = 'chrome110';

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  write: false,
  platform: 'browser',
  target: TARGET,
} as const satisfies BuildOptions;

function sha256(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Script that can stand in an element: what the parser of HTML would take for a mark is written so that only JavaScript understands it. */
function inElement(script: string): string {
  return script.replace(/<(?=\/script|!--|script)/gi, '\\x3C').trim();
}

/** The page, and what went into it. */
export async function bundlePage(): Promise<{ readonly html: string; readonly metafiles: readonly Metafile[] }> {
  const [window, worker, style] = await Promise.all([
    build({ ...shared, format: 'iife', entryPoints: [source('window.ts')] }),
    build({ ...shared, format: 'iife', entryPoints: [source('worker.ts')], plugins: [pdfjs] }),
    build({ ...shared, entryPoints: [source('page.css')] }),
  ]);
  const text = ({ outputFiles }: { readonly outputFiles: readonly { readonly text: string }[] }): string => outputFiles[0]!.text.trim();
  const script = inElement(text(window));
  const css = text(style);
  // The results are shown in a frame, which the policy of the page binds too: their own script and style are named here as well.
  const policy = [
    "default-src 'none'",
    `script-src ${sha256(script)} ${sha256(SCRIPT)}`,
    `style-src ${sha256(css)} ${sha256(STYLE)}`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const html = [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    '<title>年报自查 - gov-report</title>',
    `<style>${css}</style>`,
    '</head>',
    '<body>',
    '<noscript><p>本页需要浏览器允许运行脚本（JavaScript）。This page needs JavaScript.</p></noscript>',
    '<main id="main"></main>',
    `<script type="text/plain" id="worker">${inElement(text(worker))}</script>`,
    `<script>${script}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
  return { html, metafiles: [window.metafile, worker.metafile] };
}
