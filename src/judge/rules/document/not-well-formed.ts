import type { Sentence } from '../../../base/errors.js';
import type { SourceNote } from '../../../form/place.js';
import { defineRule } from '../../rule.js';

/** As many damaged parts are named. */
const MOST_NAMED = 3;

const KINDS = ['missing', 'header', 'xml'] as const satisfies readonly NonNullable<SourceNote['damage']>[];

/** The parts by name, once each. */
function named(parts: readonly string[]): Sentence {
  const shown = parts.slice(0, MOST_NAMED);
  const more = parts.length > shown.length;
  return {
    zh: `${shown.join('、')}${more ? `等${parts.length}个部分` : ''}`,
    en: `${shown.join(', ')}${more ? ` and ${parts.length - shown.length} more` : ''}`,
  };
}

export default defineRule({
  id: 'document/not-well-formed',
  severity: 'error',
  basis: { document: '《信息技术 文档处理与文件格式 Office Open XML》（ISO/IEC 29500-2、XML 1.0）', clause: '包的组成与良构性' },
  docs: {
    zh: {
      title: '文件已损坏',
      what: '文字和表格读得出来，但文件本身不合规范：缺少内容类型清单，压缩包前后两处记录不一致，或者某个部分（正文、样式、页眉、页脚等）不是合格的 XML。',
      why: '这样的文件 Word 打不开，或者打开时要求修复，修复后的文字和数可能与这里检查的不同。',
      fix: '用 WPS 或者 LibreOffice 打开，核对无误后另存为 .docx；打不开的，重新取得原稿。',
    },
    en: {
      title: 'The file is damaged',
      what: 'Text and tables could be read, but the file itself is not in order: the list of content types is missing, the two records of its archive disagree, or a part (text, styles, header, footer …) is no well-formed XML.',
      why: 'Word refuses to open such a file or offers to repair it; what it shows then may differ from what was checked here.',
      fix: 'Open it in WPS or LibreOffice, compare it and save it as .docx; obtain the original again if that fails.',
    },
  },
  message: {
    zh: {
      missing: '文件已损坏：缺少 {parts}，Word 无法打开',
      header: '文件已损坏：压缩包中 {parts} 的前后两处记录不一致',
      xml: '文件已损坏：其中的 {parts} 不合 XML 语法，Word 可能无法打开',
    },
    en: {
      missing: 'The file is damaged: {parts} is missing, Word cannot open it',
      header: 'The file is damaged: the archive holds two records of {parts} that disagree',
      xml: 'The file is damaged: {parts} is not well-formed XML, Word may not open it',
    },
  },
  examples: {
    good: [{ name: '文件完好' }],
    bad: [
      {
        name: '页脚不是合格的 XML',
        notes: [{ kind: 'damaged', damage: 'xml', count: 1, place: {}, block: 0, on: '', sample: 'word/footer1.xml' }],
        expect: [''],
      },
    ],
  },
  *check(_report, { reading }) {
    for (const kind of KINDS) {
      const parts = new Set(reading.notes.flatMap(({ damage, sample }) => (damage === kind && sample !== undefined ? [sample] : [])));
      if (parts.size > 0) yield { on: '', message: kind, data: { parts: named([...parts]) } };
    }
  },
});
