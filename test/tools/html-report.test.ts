/** The page of `lint -f html` in headless Chromium: what a person does with it, on a screen and on paper, without a request or a word on the console. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { lintFile } from '../../src/app/outcome.js';
import { rules } from '../../src/judge/rules/index.js';
import { selectRules } from '../../src/judge/select.js';
import { addToSummary, emptySummary, loadReporter, type ReportOptions, render } from '../../src/write/result/index.js';
import { standInFolder } from '../support/folder.js';
import { manyResults } from '../support/many-results.js';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const options: ReportOptions = { lang: 'zh', color: 0, width: Number.POSITIVE_INFINITY, catalogue: rules, toolVersion: '0.1.0' };

standInFolder();

let browser: Browser;
before(async () => {
  assert.notEqual(executablePath, undefined, 'Chromium is not installed');
  browser = await chromium.launch({ executablePath: executablePath!, args: FLAGS });
});
after(async () => browser.close());

/** A wrong total, and running text with a tag in it. */
async function onePage(): Promise<string> {
  const report = JSON.parse(readFileSync(new URL('../../fixtures/documents/2021/suqian-2024.json', import.meta.url), 'utf8'));
  report.tables.requests.outcomes.granted.enterprise += 3;
  report.sections[0].paragraphs[1] += '<script>document.title = "!"</script>我街道,再接再厉。';
  const bytes = new TextEncoder().encode(JSON.stringify(report));
  const { result, view } = await lintFile(async () => bytes, '宿迁市2024.json', { lang: 'zh', rules: selectRules(rules, {}) }, true);
  const stream = (await loadReporter('html'))(options);
  return stream.start() + stream.file(result, view!) + stream.end(addToSummary(emptySummary, result));
}

async function manyPage(): Promise<string> {
  const files = manyResults(300, 9);
  return render(await loadReporter('html'), { schemaVersion: 2, files, summary: files.reduce(addToSummary, emptySummary) }, options);
}

/** The pages of a pdf as text. */
function pagesOf(pdf: Uint8Array): readonly string[] {
  writeFileSync('page.pdf', pdf);
  return execFileSync('pdftotext', ['-layout', 'page.pdf', '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
}

/** Waits in this process, as long as the runner lets it: the policy of the page forbids to evaluate code in it. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(20);
}

/** Opens a page; afterwards nothing may have been asked for or complained of. */
async function visit(html: string, act: (page: Page) => Promise<void>): Promise<void> {
  const file = resolve('report.html');
  writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (request.url().split('#')[0] !== pathToFileURL(file).href) said.push(request.url());
  });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await act(page);
  assert.deepEqual(said, []);
  await page.close();
}

test('one report: numbers and places lead to each other, sums show, lists filter, nothing of the report runs', async () => {
  await visit(await onePage(), async (page) => {
    assert.notEqual(await page.title(), '!');
    const wrong = page.locator('.document td.marked.error').first();
    await wrong.locator('a.ref').hover();
    assert.equal(await page.locator('#bubble').isVisible(), true);
    assert.equal(await page.locator('#bubble table.sum').count(), 1);
    assert.ok((await page.locator('.document .lit').count()) > 3, 'the cells of the sum are framed');
    await page.mouse.move(2, 2);
    assert.equal(await page.locator('#bubble').isVisible(), false);
    const target = await wrong.locator('a.ref').getAttribute('href');
    await wrong.locator('a.ref').focus();
    assert.equal(await page.locator('#bubble').isVisible(), true);
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#bubble').isVisible(), false);
    await page.keyboard.press('Enter');
    await until(async () => (await page.evaluate('document.activeElement.id')) === target!.slice(1));
    await page.locator(`${target} .where a`).click();
    await until(async () => (await page.evaluate('document.activeElement.className')) === 'ref error');
    const fold = page.locator('.finding details').first();
    await fold.locator('summary').click();
    await until(async () => (await fold.locator('dl dt').count()) === 4);
    const boxes = page.locator('.list-filter input');
    if ((await boxes.count()) > 0) {
      await boxes.first().uncheck();
      assert.equal(await page.locator('.finding.error:visible').count(), 0);
    }
  });
});

test('one report on paper: no fixed pane, no control, every sum and explanation', async () => {
  await visit(await onePage(), async (page) => {
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    assert.equal(await page.locator('.list-filter:visible, .skip:visible, #bubble:visible').count(), 0);
    assert.equal(await page.evaluate("getComputedStyle(document.querySelector('aside')).position"), 'static');
    assert.equal(await page.locator('.rules dl:visible').count(), await page.locator('.rules details').count());
    assert.ok((await page.locator('.finding table.sum:visible').count()) >= 2, 'sums are notes');
    assert.ok((await page.pdf({ preferCSSPageSize: true })).length > 20_000, 'it prints');
  });
});

test('three hundred reports open in one page; filters, search, sorting and the pages behind', async () => {
  const html = await manyPage();
  assert.ok(Buffer.byteLength(html) < 3_000_000, 'size');
  await visit(html, async (page) => {
    const rows = page.locator('#units tbody tr:visible');
    const count = (): Promise<string | null> => page.locator('#shown').textContent();
    assert.equal(await rows.count(), 300);
    await page.fill('#filters [name=text]', '云溪 水务');
    assert.deepEqual([await rows.count(), await count()], [3, '3']);
    assert.equal(await page.locator('#matrix tbody tr:visible').count(), 3);
    await page.click('#filters [type=reset]');
    await until(async () => (await count()) === '300');
    await page.selectOption('#filters [name=verdict]', 'unchecked');
    assert.deepEqual([await rows.count(), await count()], [1, '1']);
    await page.selectOption('#filters [name=severity]', 'error');
    assert.equal(await page.locator('#none').isVisible(), true);
    await page.click('#filters [type=reset]');
    await until(async () => (await count()) === '300');
    const fault = page.locator('.faults button').first();
    const rule = await fault.getAttribute('data-rule');
    await fault.click();
    assert.equal(await page.locator('#filters [name=rule]').inputValue(), rule);
    assert.equal(await page.locator('#matrix thead th:visible').count(), 1);
    await page.click('#filters [type=reset]');
    await until(async () => (await count()) === '300');

    const errors = page.locator('#units thead th').nth(3);
    await errors.locator('button').click();
    assert.equal(await errors.getAttribute('aria-sort'), 'descending');
    const values = await page.locator('#units tbody tr td:nth-child(4)').allTextContents();
    assert.deepEqual(
      values,
      [...values].sort((a, b) => Number(b || -1) - Number(a || -1)),
    );
    const link = rows.first().locator('a');
    const name = await link.textContent();
    await link.click();
    await until(async () => (await page.locator('#unit').isVisible()) && (await page.locator('#unit h2').textContent()) === name);
    assert.equal(await page.locator('#overview').isVisible(), false);
    assert.equal(await page.locator('#unit .finding').count(), 9);
    assert.ok((await page.locator('#unit .fix').count()) > 3, 'what to do is completed');
    const first = page.url();
    await page.locator('.unit-nav .next').click();
    await until(() => page.url() !== first);
    await page.goBack();
    await page.goBack();
    await until(() => page.locator('#overview').isVisible());
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('#filters:visible').count(), 0);
  });
});

test('many reports on paper: every page of the tables has their heads', async () => {
  await visit(await manyPage(), async (page) => {
    const pages = pagesOf(await page.pdf({ preferCSSPageSize: true }));
    const rows = pages.map((text) => [...text.matchAll(/(?:不通过|须核实|通过|未能检查) +\d/g)].length);
    const units = pages.filter((_, index) => index > 0 && rows[index]! > 0);
    assert.ok(units.length > 3, `${units.length} pages`);
    for (const text of units) assert.match(text.trimStart(), /^单位 +年度 +结论 +错误 +警告 +提示 +已豁免 +文件\n/);
  });
});
