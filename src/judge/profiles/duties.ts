/** What a profile asks of a report beyond the national form: data only, no code. */
import type { SectionKey } from '../../form/editions/index.js';
import type { Severity } from '../diagnostic.js';
import type { UnitClass } from '../organs/unit-class.js';
import type { LayoutDuty } from './layout.js';

/** A day of the year after the report year, `MM-DD`, by class of unit. */
export type Days = { readonly [unitClass in UnitClass]?: string };

/** A topic that the report must write about. */
export interface Topic {
  /** What the topic is called in messages. */
  readonly name: string;
  /** Where it must stand; anywhere in the text when absent. */
  readonly section?: SectionKey;
  /** Any of these words will do; inside one, `…` stands for up to 16 letters of the same sentence and `#` for a figure. */
  readonly phrases: readonly string[];
  /** The local document that asks for it, quoted in messages. */
  readonly basis?: string;
}

/** How long a section may be, in letters without blanks. */
export interface Length {
  readonly section: SectionKey;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly basis?: string;
}

/** When a figure has jumped against last year. */
export interface Jump {
  /** This many times last year's, or the same part of it. */
  readonly factor: number;
  /** Counts below this in both years are not compared. */
  readonly least: number;
  /** The same for amounts, in 万元. */
  readonly leastAmount: number;
}

/** A profile file. */
export interface ProfileFile {
  /** For editors. */
  readonly $schema?: string;
  /** What messages call it: 国家统一要求. */
  readonly name: string;
  /** The document that the profile rests on, for those of its duties that name none. */
  readonly basis?: string;
  /** Severities by rule id; `off` takes the rule out. */
  readonly rules?: { readonly [ruleId: string]: Severity | 'off' };
  /** Last days for publishing. */
  readonly publishBy?: Days;
  /** Last days for handing in to the supervising office, before publishing. */
  readonly submitBy?: Days;
  /** The preface (or the end) must give a telephone number or a mailbox. */
  readonly contact?: boolean;
  /** How many problems section 五 must name at least. */
  readonly leastProblems?: number;
  /** Section five must speak of the problems that last year's report named. */
  readonly followUp?: boolean;
  readonly lengths?: readonly Length[];
  readonly topics?: readonly Topic[];
  /** Wrong words with their right forms, beside the built-in list. */
  readonly wrongWords?: { readonly [wrong: string]: string };
  readonly jump?: Jump;
  /** Fees above this are taken for 元 written as 万元; in 万元, by class of unit. */
  readonly mostFees?: { readonly [unitClass in UnitClass]?: number };
  /** From this part of a section on (0 to 1) its text is alike with another unit's. */
  readonly alike?: number;
  /** How the document must be set; judged of .docx only. */
  readonly layout?: LayoutDuty;
}

/** A duty with the profile that asks for it. */
export interface Asked {
  readonly profile: string;
  readonly basis?: string;
}

/** What is asked of the setting, each part with the profile that asks for it. */
export type LayoutDuties = { readonly [part in keyof LayoutDuty]?: { readonly duty: NonNullable<LayoutDuty[part]> } & Asked };

/** The duties of several profiles together. */
export interface Duties {
  readonly publishBy: Days;
  readonly submitBy?: { readonly days: Days } & Asked;
  readonly contact?: Asked;
  readonly followUp?: Asked;
  readonly leastProblems?: { readonly least: number } & Asked;
  readonly lengths: readonly (Length & Asked)[];
  readonly topics: readonly (Topic & Asked)[];
  readonly wrongWords: { readonly [wrong: string]: string };
  readonly jump?: Jump;
  readonly mostFees: { readonly [unitClass in UnitClass]?: number };
  readonly alike?: number;
  readonly layout?: LayoutDuties;
}

/** Puts profiles together: a later one adds topics, words and days, and replaces what can only be one. Lengths are one a section. */
export function dutiesOf(profiles: readonly ProfileFile[]): Duties {
  let duties: Duties = { publishBy: {}, lengths: [], topics: [], wrongWords: {}, mostFees: {} };
  for (const profile of profiles) {
    const { name, publishBy = {}, submitBy, contact, leastProblems, lengths = [], topics = [], wrongWords = {}, mostFees = {} } = profile;
    const asked = (basis = profile.basis): Asked => ({ profile: name, ...(basis === undefined ? {} : { basis }) });
    const { contact: contactBefore, followUp: followUpBefore, ...before } = duties;
    const chosen = (wanted: boolean | undefined, earlier: Asked | undefined): Asked | undefined =>
      wanted === undefined ? earlier : wanted ? asked() : undefined;
    const contacted = chosen(contact, contactBefore);
    const followed = chosen(profile.followUp, followUpBefore);
    duties = {
      ...before,
      publishBy: { ...before.publishBy, ...publishBy },
      ...(submitBy ? { submitBy: { days: { ...before.submitBy?.days, ...submitBy }, ...asked() } } : {}),
      ...(contacted ? { contact: contacted } : {}),
      ...(followed ? { followUp: followed } : {}),
      ...(leastProblems === undefined ? {} : { leastProblems: { least: leastProblems, ...asked() } }),
      lengths: [
        ...before.lengths.filter(({ section }) => !lengths.some((other) => other.section === section)),
        ...lengths.map((length) => ({ ...length, ...asked(length.basis) })),
      ],
      topics: [
        ...before.topics.filter((topic) => !topics.some((other) => other.name === topic.name)),
        ...topics.map((topic) => ({ ...topic, ...asked(topic.basis) })),
      ],
      wrongWords: { ...before.wrongWords, ...wrongWords },
      ...(profile.jump ? { jump: profile.jump } : {}),
      mostFees: { ...before.mostFees, ...mostFees },
      ...(profile.alike === undefined ? {} : { alike: profile.alike }),
      ...(profile.layout ? { layout: { ...before.layout, ...askedLayout(profile.layout, asked()) } } : {}),
    };
  }
  return duties;
}

/** A later profile replaces a part of the setting as a whole. */
function askedLayout(layout: LayoutDuty, asked: Asked): LayoutDuties {
  return Object.fromEntries(Object.entries(layout).map(([part, duty]) => [part, { duty, ...asked }]));
}

/** The rules that each part of the setting sets to work. */
const LAYOUT_RULES: { readonly [part in keyof LayoutDuty]-?: string } = {
  page: 'layout/page',
  title: 'layout/title',
  body: 'layout/body',
  headings: 'layout/heading',
  pageNumber: 'layout/page-number',
  colour: 'layout/colour',
  table: 'layout/table',
};

/** The rules that a profile's own data sets to work, or that it sets a severity for. */
export function rulesAsked(profile: ProfileFile): readonly string[] {
  const parts: readonly (readonly [unknown, string])[] = [
    [profile.publishBy ?? profile.submitBy, 'identity/year'],
    [profile.contact || undefined, 'structure/contact'],
    [profile.leastProblems, 'structure/problems'],
    [profile.followUp || undefined, 'history/problems-not-followed-up'],
    [profile.lengths, 'structure/length'],
    [profile.topics, 'structure/required-topic'],
    [profile.wrongWords, 'text/wrong-word'],
    [profile.jump, 'history/jump'],
    [profile.mostFees, 'cells/unit'],
    [profile.alike, 'rollup/alike'],
    ...Object.entries(LAYOUT_RULES).map(([part, rule]) => [profile.layout?.[part as keyof LayoutDuty], rule] as const),
  ];
  return [...new Set([...parts.flatMap(([part, rule]) => (part === undefined ? [] : [rule])), ...Object.keys(profile.rules ?? {})])];
}
