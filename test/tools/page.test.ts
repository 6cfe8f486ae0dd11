/** The offline page in headless Chromium, opened from the disk: what a clerk does with it, without a request or a word on the console. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import { type Browser, chromium, type Download, type Page } from 'playwright-core';
import { bundlePage } from '../../scripts/page.js';
import { parseBytes } from '../../src/read/index.js';
import { standInFolder } from '../support/folder.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const fixture = (name: string): Buffer => readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

standInFolder();

let browser: Browser;
let html = '';
before(async () => {
  assert.notEqual(executablePath, undefined, 'Chromium is not installed');
  browser = await chromium.launch({ executablePath: executablePath!, args: FLAGS });
  ({ html } = await bundlePage());
});
after(async () => browser.close());

/** Opens the page; `quiet` fails when it asked for anything or said anything on the console. */
async function open(address = '', width = 1280): Promise<{ readonly page: Page; readonly quiet: () => void }> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (!/^(?:blob|data|about):/.test(request.url()) && !request.url().includes(encodeURIComponent('年报自查'))) said.push(request.url());
  });
  writeFileSync('年报自查.html', html);
  await page.goto(pathToFileURL(resolve('年报自查.html')).href + address);
  await page.waitForSelector('h1');
  return { page, quiet: () => assert.deepEqual(said, []) };
}

const picker = (page: Page, kind: 'reports' | 'previous') => page.locator(`section.${kind} input[type=file]:not([webkitdirectory])`);

async function check(page: Page, files: readonly string[]): Promise<void> {
  await picker(page, 'reports').setInputFiles([...files]);
  await page.frameLocator('iframe').locator('h1').waitFor({ timeout: 120_000 });
}

async function download(page: Page, name: string): Promise<Uint8Array> {
  const [file] = (await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('button', { name }).click()])) as [Download, unknown];
  await file.saveAs(file.suggestedFilename());
  return new Uint8Array(readFileSync(file.suggestedFilename()));
}

/** What axe finds in the page and in the results that it frames. */
async function violations(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(axe);
    found.push(
      ...(await frame.evaluate<string[]>(
        'axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => id + " " + nodes[0].html))',
      )),
    );
  }
  return found;
}

test('one report: the document with its findings, the commented copy, the repaired one, the list', async () => {
  const { page, quiet } = await open();
  assert.deepEqual(await violations(page), []);
  writeFileSync('张家坡镇2020.docx', fixture('2019/zhangjiapo-2020.docx'));
  await check(page, ['张家坡镇2020.docx']);
  const frame = page.frameLocator('iframe');
  assert.ok((await frame.locator('.finding').count()) > 0);
  assert.ok((await frame.locator('.document mark, .document .marked').count()) > 0, 'findings are marked in the document');
  assert.deepEqual(await violations(page), []);

  const annotated = await download(page, '下载批注版');
  assert.ok(Object.hasOwn(unzipSync(annotated), 'word/comments.xml'));
  assert.equal((await parseBytes(annotated)).report.unit, '张家坡镇');

  await page.getByRole('button', { name: '修改有把握的问题' }).click();
  await page.locator('dialog tbody tr').first().waitFor();
  assert.deepEqual(await violations(page), []);
  const mended = await download(page, '下载修改版');
  assert.match(new TextDecoder().decode(unzipSync(mended)['word/document.xml']!), /<w:ins /);
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('dialog').count(), 0);

  assert.ok(Object.hasOwn(unzipSync(await download(page, '下载问题清单（Excel）')), 'xl/workbook.xml'));
  quiet();
  await page.close();
});

test('many reports with wrong files among them, last year’s beside: an overview, and each report with its own buttons', async () => {
  const { page, quiet } = await open('#lang=en');
  const names = Array.from({ length: 60 }, (_, index) => `单位${index}.json`);
  const report = JSON.parse(fixture('2021/suqian-2024.json').toString('utf8')) as { unit: string };
  for (const name of names) writeFileSync(name, JSON.stringify({ ...report, unit: `${name.slice(0, -5)}镇人民政府` }));
  writeFileSync('去年.json', fixture('2021/suqian-2023.json'));
  writeFileSync('照片.docx', 'not a report');
  await picker(page, 'previous').setInputFiles(['去年.json']);
  await page.getByText('1 report of last year').waitFor();
  await check(page, [...names, '照片.docx']);
  const frame = page.frameLocator('iframe');
  assert.equal(await frame.locator('#units tbody tr').count(), 61);
  assert.equal(await page.getByRole('button', { name: 'Download with comments' }).count(), 0);
  await frame.getByRole('link', { name: '单位1镇人民政府' }).first().click();
  await page.getByRole('button', { name: 'Download with comments' }).waitFor();
  await page.getByRole('button', { name: 'Download with comments' }).click();
  await page.locator('#notices p').first().waitFor();
  assert.match(await page.locator('#notices').innerText(), /Comments can only be written into/);
  const zip = unzipSync(await download(page, 'Download everything (zip)'));
  assert.deepEqual(Object.keys(zip).sort(), ['problems.xlsx', 'results.html']);
  await page.getByRole('button', { name: 'Check other reports' }).click();
  await page.locator('section.reports').waitFor();
  quiet();
  await page.close();
});

test('a drop of files is a check; a drop beside the zone changes nothing', async () => {
  const { page, quiet } = await open();
  const drop = (selector: string): Promise<void> =>
    page.evaluate(
      ([where, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text!], '宿迁.json'));
        document.querySelector(where!)!.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      },
      [selector, fixture('2021/suqian-2024.json').toString('utf8')],
    );
  await drop('footer');
  assert.equal(await page.locator('iframe').count(), 0);
  await drop('section.reports');
  await page.frameLocator('iframe').locator('h1').waitFor({ timeout: 60_000 });
  quiet();
  await page.close();
});

test('settings live in the address, the blank form follows them, and narrow screens need no scrolling aside', async () => {
  const { page, quiet } = await open('#class=township&year=2020', 420);
  assert.equal(await page.locator('#class').inputValue(), 'township');
  const blank = await parseBytes(await download(page, '下载空白报告'));
  assert.equal(blank.report.edition, '2019');
  await page.locator('#year').fill('2024');
  await page.locator('#year').blur();
  assert.match(page.url(), /#class=township&year=2024$/);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 420);
  await page.getByRole('button', { name: 'English' }).click();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  assert.deepEqual(await violations(page), []);
  quiet();
  await page.close();
});
