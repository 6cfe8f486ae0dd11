/** Putting faults into a Word document: other words in the paragraphs and cells of a report, their formatting kept. */
import { openWordPackage, readDocx } from '../../src/read/formats/docx/index.js';
import { recognise } from '../../src/read/recognise/report.js';
import { partsOf } from './docx-compare.js';
import { pack } from './docx-parts.js';

/** The document with these texts at these pointers. Each must be one paragraph of the file. */
export function spoiled(bytes: Uint8Array, texts: Readonly<Record<string, string>>): Uint8Array {
  const { locations } = recognise(readDocx(bytes));
  let xml = openWordPackage(bytes).main;
  const places = Object.entries(texts).map(([pointer, text]) => ({ text, offset: locations.get(pointer)!.place.offset! }));
  for (const { text, offset } of places.sort((a, b) => b.offset - a.offset)) {
    const end = xml.indexOf('</w:p>', offset);
    let first = true;
    const paragraph = xml.slice(offset, end).replace(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/g, () => {
      const shown = first ? `<w:t xml:space="preserve">${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t>` : '<w:t></w:t>';
      first = false;
      return shown;
    });
    xml = xml.slice(0, offset) + paragraph + xml.slice(end);
  }
  return pack({ ...Object.fromEntries(partsOf(bytes)), 'word/document.xml': xml });
}

/** One wrong cell and ten tidiness faults for the 2021 base report. */
export const FAULTS: Readonly<Record<string, string>> = {
  '/tables/requests/outcomes/partiallyGranted/naturalPerson': '21',
  '/title': '云岭县人民政府2024年度政府信息公开工作年度报告',
  '/tables/disclosure/licensing/decisions': '1,286',
  '/tables/disclosure/penalties/decisions': '４３１',
  '/tables/requests/newlyReceived/total': '1 1 0',
  '/tables/requests/outcomes/granted/total': '',
  '/sections/0/paragraphs/0': '[bookmark: _GoBack]2024年,云岭县人民政府坚持以人民为中心，依法履行政府信息公开职责，各项工作平稳有序。',
  '/sections/0/paragraphs/3': '(三)政府信息管理。严格执行公开属性源头认定和发布前审查，定期清理已失效的文件。',
  '/sections/4/paragraphs/0': '存在的主要问题:一是部分领域公开内容更新不够及时，二是政策解读形式较为单一。',
  '/sections/4/paragraphs/1': '改进情况：下一步将完善信息发布协调机制&nbsp;，开展业务培训，丰富图解和视频等解读形式。。',
};
