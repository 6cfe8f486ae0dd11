/** The page as the user sees it: where reports are dropped, how far the check is, what it found, what can be taken away. */
import { version } from '../../base/version.js';
import { Refusal, startDesk } from './client.js';
import type { Checked, GivenFile } from './desk.js';
import { type Collected, droppedFiles, pickedFiles } from './dropped.js';
import { button, element } from './elements.js';
import { hashOf, type PageSettings, settingsOf } from './settings.js';
import { pageWords } from './words.js';

const NOTHING: Collected = { files: [], tooLarge: [] };

let settings = settingsOf(location.hash);
let previous = NOTHING;
const words = () => pageWords[settings.lang];
const desk = startDesk(document.getElementById('worker')!.textContent!);
const root = document.getElementById('main')!;
const notices = element('div', { id: 'notices', role: 'alert' });

function say(...lines: readonly string[]): void {
  notices.append(...lines.map((line) => element('p', {}, line)));
}

/** Runs what the user asked for; what goes wrong is said on the page. */
async function attempt(act: () => Promise<void>): Promise<void> {
  notices.replaceChildren();
  try {
    await act();
  } catch (error) {
    if (error instanceof Refusal) say(error.said.sentence[settings.lang], error.said.remedy[settings.lang]);
    else {
      say(words().bug);
      notices.append(element('pre', {}, `gov-report ${version}\n${error instanceof Error ? error.stack || error.message : String(error)}`));
    }
  }
}

function keep({ name, bytes }: GivenFile): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart]));
  element('a', { href: url, download: name.slice(name.lastIndexOf('/') + 1) }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function set(changed: Partial<PageSettings>): void {
  const { unitClass, year, ...rest } = { ...settings, ...changed };
  settings = { ...rest, ...(unitClass === undefined ? {} : { unitClass }), ...(year === undefined ? {} : { year }) };
  history.replaceState(null, '', hashOf(settings));
}

/** A place to drop files on, with buttons for those who do not drag. */
function dropZone(kind: 'reports' | 'previous', take: (collected: Collected) => Promise<void>): HTMLElement {
  const { dropReports, dropPrevious, pickFiles, pickFolder } = words();
  const picker = (folder: boolean): HTMLInputElement => {
    const input = element('input', { type: 'file', multiple: true, hidden: true, tabindex: '-1', webkitdirectory: folder });
    input.addEventListener('change', () => attempt(async () => take(await pickedFiles(input.files ?? []))));
    return input;
  };
  const files = picker(false);
  const folder = picker(true);
  const id = `${kind}-title`;
  const zone = element(
    'section',
    { class: `drop ${kind}`, 'aria-labelledby': id },
    element('h2', { id }, words()[kind]),
    element('p', {}, kind === 'reports' ? dropReports : dropPrevious),
    element(
      'p',
      { class: 'buttons' },
      button(pickFiles, () => files.click(), kind === 'reports' ? { class: 'main' } : {}),
      button(pickFolder, () => folder.click()),
    ),
    files,
    folder,
  );
  zone.addEventListener('dragover', (event) => {
    event.preventDefault();
    zone.classList.add('over');
  });
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    event.stopPropagation();
    zone.classList.remove('over');
    const { dataTransfer } = event;
    if (dataTransfer) attempt(async () => take(await droppedFiles(dataTransfer)));
  });
  return zone;
}

function settingsForm(): HTMLElement {
  const { unitClass, fromName, classes, year, fromTitle, settings: title } = words();
  const option = (value: string, label: string, chosen: boolean): HTMLElement => element('option', { value, selected: chosen }, label);
  const kind = element('select', { id: 'class' }, option('', fromName, !settings.unitClass));
  for (const [value, label] of Object.entries(classes)) kind.append(option(value, label, value === settings.unitClass));
  kind.addEventListener('change', () => set({ unitClass: (kind.value || undefined) as PageSettings['unitClass'] & string }));
  const number = element('input', { id: 'year', type: 'number', min: '2019', max: '2099', placeholder: fromTitle, value: String(settings.year ?? '') });
  number.addEventListener('change', () => {
    const chosen = settingsOf(`#year=${number.value}`).year;
    const { year: _year, ...rest } = settings;
    settings = rest;
    set(chosen === undefined ? {} : { year: chosen });
  });
  return element(
    'details',
    { class: 'settings', open: settings.unitClass !== undefined || settings.year !== undefined },
    element('summary', {}, title),
    element('p', {}, element('label', { for: 'class' }, unitClass), kind),
    element('p', {}, element('label', { for: 'year' }, year), number),
  );
}

function showStart(): void {
  const text = words();
  document.documentElement.lang = settings.lang === 'zh' ? 'zh-CN' : 'en';
  document.title = `${text.title} - gov-report`;
  const previousZone = dropZone('previous', async (collected) => {
    previous = { files: [...previous.files, ...collected.files], tooLarge: collected.tooLarge };
    if (collected.tooLarge.length > 0) say(text.tooLarge(collected.tooLarge.join('、')));
    showPrevious();
  });
  const chosen = element('p', { role: 'status', class: 'chosen' });
  previousZone.append(chosen);
  const showPrevious = (): void => {
    chosen.replaceChildren();
    if (previous.files.length === 0) return;
    const clear = button(text.clear, () => {
      previous = NOTHING;
      showPrevious();
    });
    chosen.append(text.previousCount(previous.files.length), ' ', clear);
  };
  showPrevious();
  const switchLanguage = button(
    text.otherLanguage,
    () => {
      set({ lang: settings.lang === 'zh' ? 'en' : 'zh' });
      showStart();
    },
    { class: 'language', lang: settings.lang === 'zh' ? 'en' : 'zh-CN' },
  );
  notices.replaceChildren();
  root.className = 'start';
  root.replaceChildren(
    element('header', {}, element('h1', {}, text.title), element('p', {}, text.subtitle), switchLanguage),
    notices,
    dropZone('reports', check),
    previousZone,
    settingsForm(),
    element(
      'p',
      { class: 'blank' },
      button(text.blank, () => attempt(async () => keep(await desk.blank([settings])))),
    ),
    element('footer', {}, element('p', {}, text.private), element('p', {}, `gov-report ${version}`)),
  );
}

async function check({ files, tooLarge }: Collected): Promise<void> {
  const text = words();
  if (tooLarge.length > 0) say(text.tooLarge(tooLarge.join('、')));
  if (files.length === 0) {
    say(text.nothing);
    return;
  }
  const bar = element('progress', { max: String(files.length), value: '0', 'aria-label': text.working });
  const line = element('p', { role: 'status' }, text.working);
  root.className = 'busy';
  root.replaceChildren(notices, element('section', { class: 'wait' }, line, bar));
  try {
    const checked = await desk.check([files, previous.files, settings], (done, total, name) => {
      bar.max = total;
      bar.value = done;
      line.textContent = text.checking(done, total, name);
    });
    showResults(checked);
  } catch (error) {
    showStart();
    throw error;
  }
}

/** The number of the report that the results show, from the address of their frame; the first when there is only one. */
function shownIn(frame: HTMLIFrameElement, reports: number): number | undefined {
  if (reports === 1) return 0;
  const number = /^#u([1-9][0-9]*)/.exec(frame.contentWindow?.location.hash ?? '')?.[1];
  return number === undefined ? undefined : Number(number) - 1;
}

function showResults({ page, entries, unreadable }: Checked): void {
  const text = words();
  const frame = element('iframe', { title: text.resultFrame, srcdoc: page });
  const own = element('span', { class: 'own' });
  const doing = element('p', { role: 'status', class: 'doing' });
  const download = (label: string, make: () => Promise<GivenFile>): HTMLElement => button(label, () => attempt(async () => keep(await make())));
  const showOwn = (): void => {
    const index = shownIn(frame, entries.length);
    const entry = index === undefined ? undefined : entries[index];
    own.replaceChildren();
    if (index === undefined || entry?.status !== 'checked') return;
    own.append(
      element('strong', {}, entry.unit ?? entry.name),
      button(text.annotated, () => attempt(async () => keep(await desk.annotate([index]))), { title: text.annotatedHint, class: 'main' }),
      button(text.repair, () => attempt(async () => showChanges(index)), { title: text.repairHint }),
    );
  };
  frame.addEventListener('load', () => {
    // What a frame is given as text has the address of this page: its links to findings would leave it.
    frame.contentDocument?.addEventListener('click', (event) => {
      const hash = (event.target as Element).closest('a[href^="#"]')?.getAttribute('href');
      if (hash === null || hash === undefined || !frame.contentWindow || hash === frame.contentWindow.location.hash) return;
      event.preventDefault();
      frame.contentWindow.location.hash = hash;
    });
    frame.contentWindow?.addEventListener('hashchange', showOwn);
    showOwn();
  });
  const everything = button(text.everything, () =>
    attempt(async () => {
      const { file, without } = await desk.everything([], (done, total, name) => {
        doing.textContent = text.checking(done, total, name);
      });
      doing.textContent = '';
      keep(file);
      say(...without.map(({ name, sentence }) => text.without(name, sentence[settings.lang])));
    }),
  );
  root.className = 'results';
  root.replaceChildren(
    element(
      'nav',
      { 'aria-label': text.actions },
      element('h1', {}, text.title),
      button(text.again, showStart),
      own,
      download(text.problems, () => desk.problems([])),
      download(text.keepPage, () => desk.results([])),
      everything,
      button(text.print, () => frame.contentWindow?.print()),
      doing,
    ),
    notices,
    frame,
  );
  say(...unreadable.map(({ name, sentence }) => text.unreadablePrevious(name, sentence[settings.lang])));
  frame.focus();
}

async function showChanges(index: number): Promise<void> {
  const text = words();
  const { file, lines, skipped } = await desk.repair([index]);
  const rows = lines.map(({ number, before, after }) =>
    element('tr', {}, element('td', {}, String(number)), element('td', {}, element('del', {}, before)), element('td', {}, element('ins', {}, after))),
  );
  const heads = [text.place, text.before, text.after].map((head) => element('th', { scope: 'col' }, head));
  const dialog = element('dialog', { 'aria-labelledby': 'changes-title' }, element('h2', { id: 'changes-title' }, text.changes));
  if (file)
    dialog.append(
      element(
        'div',
        { class: 'scroll', tabindex: '0', role: 'region', 'aria-labelledby': 'changes-title' },
        element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)),
      ),
    );
  else dialog.append(element('p', {}, text.noChanges));
  if (skipped > 0) dialog.append(element('p', {}, text.skipped(skipped)));
  const close = button(text.close, () => dialog.close());
  dialog.append(element('p', { class: 'buttons' }, ...(file ? [button(text.download, () => keep(file), { class: 'main' })] : []), close));
  dialog.addEventListener('close', () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
}

// A file dropped beside the zone must not replace the page.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => event.preventDefault());
addEventListener('hashchange', () => {
  settings = settingsOf(location.hash);
  if (root.className === 'start') showStart();
});
if ('toSorted' in Array.prototype) showStart();
else root.replaceChildren(element('p', { role: 'alert' }, pageWords.zh.tooOld), element('p', { lang: 'en' }, pageWords.en.tooOld));
