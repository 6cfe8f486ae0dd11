/** Accuracy on hand-made sentences: which claims are read rightly, wrongly, or left aside; none may be read from distractors. */
import { readClaims } from '../src/judge/claims/read.js';
import { distractors, named, type PhraseCase, phrases } from '../test/support/claim-sentences.js';
import { isSpokenOf, pairs, saidOf } from '../test/support/pairs.js';

/** What became of the sentences of one phrase. */
export interface PhraseScore {
  readonly phrase: string;
  readonly sentences: number;
  /** Sentences in which exactly the expected claims were read. */
  readonly rightSentences: number;
  readonly right: number;
  readonly wrong: number;
  readonly leftAside: number;
  /** What is not right, for the reader: sentence and claim. */
  readonly remarks: readonly string[];
}

/** The claims of a text of the report of a county government for 2024, as `value` with the sets of cells they may mean. */
function read(text: string): readonly { readonly value: number; readonly ways: readonly string[]; readonly words: string }[] {
  const { claims } = readClaims({ paragraphs: [{ pointer: '/p', text, section: 0 }], sections: ['overview'], year: 2024, unit: '云岭县人民政府' });
  const ways = (readings: (typeof claims)[number]['readings']): readonly string[] =>
    readings.map((reading) =>
      reading
        .map(({ pointer, sign }) => (sign === 1 ? pointer : `-${pointer}`))
        .sort()
        .join(),
    );
  return claims.filter(({ doubt }) => !doubt).map(({ value, readings, span }) => ({ value, ways: ways(readings), words: text.slice(...span) }));
}

/** Scores the sentences of one phrase. */
export function score({ phrase, sentences }: PhraseCase): PhraseScore {
  let [right, wrong, leftAside, rightSentences] = [0, 0, 0, 0];
  const remarks: string[] = [];
  for (const [text, ...expected] of sentences) {
    const found = [...read(text)];
    const before = remarks.length;
    for (const claim of expected) {
      const [name, value] = claim.split(' ') as [string, string];
      const cells = [...named[name]!].sort().join();
      const index = found.findIndex((candidate) => candidate.value === Number(value) && candidate.ways.includes(cells));
      if (index === -1) {
        leftAside += 1;
        remarks.push(`not read: ${claim} in ${text}`);
      } else {
        found.splice(index, 1);
        right += 1;
      }
    }
    wrong += found.length;
    remarks.push(...found.map(({ words, value }) => `wrongly read: ${words} as ${value} in ${text}`));
    if (remarks.length === before) rightSentences += 1;
  }
  return { phrase, sentences: sentences.length, rightSentences, right, wrong, leftAside, remarks };
}

/** Prints the scores of all phrases and distractors; true when everything is right. */
export function accuracyOfClaims(print: (line: string) => void): boolean {
  const scores = [...phrases, ...distractors].map(score);
  print('claims: phrase | sentences | right | wrong | left aside');
  for (const { phrase, sentences, right, wrong, leftAside, remarks } of scores) {
    print(`${phrase} | ${sentences} | ${right} | ${wrong} | ${leftAside}`);
    for (const remark of remarks) print(`  ${remark}`);
  }
  const total = (key: 'sentences' | 'rightSentences' | 'right' | 'wrong' | 'leftAside'): number => scores.reduce((sum, each) => sum + each[key], 0);
  print(`all | ${total('sentences')} (${total('rightSentences')} right) | ${total('right')} | ${total('wrong')} | ${total('leftAside')}`);
  return total('wrong') === 0 && total('leftAside') === 0;
}

/** Prints what is found, missed and falsely said of the pairs by authors who had not seen the lexicon, by kind. */
export function accuracyOfPairs(print: (line: string) => void): void {
  print('pairs: kind | found of wrong figures | right sentences spoken of');
  const rows = [...new Set(pairs.map(({ kind }) => kind))].map((kind) => {
    const own = pairs.filter((pair) => pair.kind === kind);
    const wrong = own.filter((pair) => pair.wrong !== undefined);
    const right = own.filter((pair) => pair.right !== undefined);
    const found = wrong.filter((pair) => saidOf(pair, pair.wrong!).length > 0).length;
    return { kind, wrong: wrong.length, found, right: right.length, spoken: right.filter((pair) => isSpokenOf(pair, pair.right!)).length };
  });
  for (const { kind, wrong, found, right, spoken } of rows) print(`${kind} | ${found}/${wrong} | ${spoken}/${right}`);
  const total = (key: 'wrong' | 'found' | 'right' | 'spoken'): number => rows.reduce((sum, row) => sum + row[key], 0);
  print(`all | ${total('found')}/${total('wrong')} | ${total('spoken')}/${total('right')}`);
  for (const { kind, wrong } of pairs.filter(({ missed }) => missed)) print(`  missed: ${kind}: ${wrong}`);
}
