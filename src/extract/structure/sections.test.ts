import { describe, expect, test } from '@jest/globals';
import type { Block } from '../../model/index.ts';
import { sections } from './sections.ts';

const BODY =
  'Trong năm, các xã đã rà soát và lập danh sách 1.204 hộ, trao đủ chế độ cho từng hộ theo quy định của Nhà nước.';

type Shape = Partial<Pick<Block, 'bold' | 'level' | 'kind'>>;

/** A document with a block a line; `**line**` is bold and `## line` a heading of that depth. */
function documentOf(source: string) {
  const blocks: Block[] = [];
  let text = '';
  for (const raw of source.split('\n')) {
    const [, hashes = '', starred, plain = ''] = /^(?:(#+) )?(?:\*\*(.+)\*\*|(.*))$/.exec(raw) ?? [];
    const line = (starred ?? plain).replaceAll('…', BODY);
    if (!line) continue;
    text += text ? '\n\n' : '';
    const shape: Shape = {
      bold: starred !== undefined,
      level: hashes.length || null,
      kind: hashes ? 'heading' : 'paragraph',
    };
    blocks.push({
      span: { start: text.length, end: text.length + line.length },
      kind: 'paragraph',
      level: null,
      bold: false,
      ...shape,
    });
    text += line;
  }
  return { text, blocks };
}

const outlineOf = (source: string) =>
  sections(documentOf(source)).map(
    ({ level, number, heading }) => '  '.repeat(level - 1) + `${number} ${heading}`.trim(),
  );

describe('sections: how officials number', () => {
  test.each<[string, string, string[]]>([
    [
      'roman, decimal, nested decimal',
      'I. ĐẶC ĐIỂM TÌNH HÌNH\n…\nII. KẾT QUẢ\n1. Công tác giảm nghèo\n1.1. Rà soát hộ nghèo\n…\n1.2. Hỗ trợ nhà ở\n…\n2. Bảo trợ xã hội\n…',
      [
        'I ĐẶC ĐIỂM TÌNH HÌNH',
        'II KẾT QUẢ',
        '  1 Công tác giảm nghèo',
        '    1.1 Rà soát hộ nghèo',
        '    1.2 Hỗ trợ nhà ở',
        '  2 Bảo trợ xã hội',
      ],
    ],
    [
      'parts, letters, roman numerals, figures, small letters',
      'Phần thứ nhất\nTÌNH HÌNH THỰC HIỆN NĂM 2022\nA. CÔNG TÁC CHỈ ĐẠO\n…\nB. KẾT QUẢ\nI. Lĩnh vực lao động\n1. Việc làm\na) Trong nước\n…\nb) Ngoài nước\n…\nPhần thứ hai\nPHƯƠNG HƯỚNG\n…',
      [
        'Phần thứ nhất TÌNH HÌNH THỰC HIỆN NĂM 2022',
        '  A CÔNG TÁC CHỈ ĐẠO',
        '  B KẾT QUẢ',
        '    I Lĩnh vực lao động',
        '      1 Việc làm',
        '        a Trong nước',
        '        b Ngoài nước',
        'Phần thứ hai PHƯƠNG HƯỚNG',
      ],
    ],
    [
      'dashes and strokes as closing marks',
      'I- Kết quả\n…\n1/ Về nhà ở\n…\n2/ Về y tế\n…\nII/ Tồn tại\n…',
      ['I Kết quả', '  1 Về nhà ở', '  2 Về y tế', 'II Tồn tại'],
    ],
    [
      'chapter and item',
      'CHƯƠNG I: QUY ĐỊNH CHUNG\nMục 1. Phạm vi\n…\nMục 2. Đối tượng\n…\nCHƯƠNG II: TỔ CHỨC\n…',
      ['CHƯƠNG I QUY ĐỊNH CHUNG', '  Mục 1 Phạm vi', '  Mục 2 Đối tượng', 'CHƯƠNG II TỔ CHỨC'],
    ],
    [
      'figures in brackets under small letters',
      '1. Tín dụng\na) Hộ nghèo\n(1) Cho vay mới\n…\n(2) Thu nợ\n…\nb) Hộ cận nghèo\n…',
      ['1 Tín dụng', '  a Hộ nghèo', '    1 Cho vay mới', '    2 Thu nợ', '  b Hộ cận nghèo'],
    ],
    [
      'letters under roman numerals where those come first',
      'I. KẾT QUẢ\nA. Giảm nghèo\n…\nB. Bảo trợ xã hội\n…\nII. NHIỆM VỤ\n…',
      ['I KẾT QUẢ', '  A Giảm nghèo', '  B Bảo trợ xã hội', 'II NHIỆM VỤ'],
    ],
    [
      'numbers that restart, skip or begin late',
      '3. Y tế\n…\n5. Giáo dục\n…\n1. Thuận lợi\n…\n2. Khó khăn\n…',
      ['3 Y tế', '5 Giáo dục', '1 Thuận lợi', '2 Khó khăn'],
    ],
    [
      'no closing mark behind nested figures',
      '2. Kết quả\n2.1 Về việc làm\n…\n2.2 Về dạy nghề\n…',
      ['2 Kết quả', '  2.1 Về việc làm', '  2.2 Về dạy nghề'],
    ],
  ])('%s', (_, source, outline) => expect(outlineOf(source)).toEqual(outline));
});

describe('sections: where the heading ends', () => {
  test.each<[string, string, string[]]>([
    [
      'at a colon with text behind',
      '1. Công tác giảm nghèo: …\n2. Công tác trẻ em: …',
      ['1 Công tác giảm nghèo', '2 Công tác trẻ em'],
    ],
    [
      'at a full stop with text behind',
      '1. Chính sách nhà ở. …\n2. Chính sách y tế. …',
      ['1 Chính sách nhà ở', '2 Chính sách y tế'],
    ],
    [
      'a closing full stop or colon is left out',
      'a. Nguồn vốn ủy thác qua các hội.\n…\nb. Hoạt động của tổ tiết kiệm:\n…',
      ['a Nguồn vốn ủy thác qua các hội', 'b Hoạt động của tổ tiết kiệm'],
    ],
    ['number alone on its line', 'I.\nKẾT QUẢ ĐẠT ĐƯỢC\n…\nII.\nHẠN CHẾ\n…', ['I KẾT QUẢ ĐẠT ĐƯỢC', 'II HẠN CHẾ']],
    [
      'broken after a word that wants another',
      'I. TÌNH HÌNH VÀ\nKẾT QUẢ THỰC HIỆN\n…\nII. KIẾN NGHỊ\n…',
      ['I TÌNH HÌNH VÀ KẾT QUẢ THỰC HIỆN', 'II KIẾN NGHỊ'],
    ],
  ])('%s', (_, source, outline) => expect(outlineOf(source)).toEqual(outline));

  test('a heading broken over two printed lines', () => {
    const text = `1. Kết quả thực hiện các chính sách\nđối với người cao tuổi\n${BODY}\n2. Kết quả khác\n${BODY}`;
    expect(sections({ text, blocks: [] }).map((each) => each.heading)).toEqual([
      'Kết quả thực hiện các chính sách đối với người cao tuổi',
      'Kết quả khác',
    ]);
  });
});

describe('sections: headings without a number', () => {
  test('capitals above figures, bold lines below them', () => {
    const source =
      'ĐÁNH GIÁ CHUNG\n1. Thuận lợi\n**Về chính sách**\n…\n**Về nguồn lực**\n…\n2. Khó khăn\n…\nPHƯƠNG HƯỚNG\n…';
    expect(outlineOf(source)).toEqual([
      'ĐÁNH GIÁ CHUNG',
      '  1 Thuận lợi',
      '    Về chính sách',
      '    Về nguồn lực',
      '  2 Khó khăn',
      'PHƯƠNG HƯỚNG',
    ]);
  });

  test('the depth that a word processor gives', () => {
    expect(outlineOf('# Kết quả chung của huyện\n…\n## Giảm nghèo bền vững\n…\n# Nhiệm vụ thời gian tới\n…')).toEqual([
      'Kết quả chung của huyện',
      '  Giảm nghèo bền vững',
      'Nhiệm vụ thời gian tới',
    ]);
  });

  test('bold bullets head sections; plain ones do not', () => {
    expect(
      outlineOf('1. Kết quả\n**- Về y tế:**\n…\n**- Về giáo dục:**\n…\n- Cấp 1.200 thẻ bảo hiểm y tế.\n2. Tồn tại\n…'),
    ).toEqual(['1 Kết quả', '  - Về y tế', '  - Về giáo dục', '2 Tồn tại']);
  });
});

describe('sections: refusals', () => {
  test.each<[string, string]>([
    [
      'tasks in whole sentences',
      '1. Tiếp tục tăng cường công tác lãnh đạo; …\n2. Đẩy mạnh tuyên truyền. …\n3. Thực hiện tốt chính sách, … …',
    ],
    ['a list of names', 'Các xã thực hiện gồm:\n1. Xã Bình Hòa\n2. Xã Bình Tân\n3. Xã Tây Phú\n…'],
    ['items with their values', '1. Hộ nghèo: 1.204 hộ\n2. Hộ cận nghèo: 3.331 hộ\n3. Hộ thoát nghèo: 200 hộ'],
    [
      'values at the start of a line',
      '1.855 hộ nghèo được hỗ trợ.\n18/21 xã đạt chuẩn.\n2,5 tỷ đồng đã giải ngân.\n30.4 triệu đồng là mức bình quân.',
    ],
    ['contents with page numbers', 'I. KẾT QUẢ ........ 3\nII. NHIỆM VỤ ........ 12'],
    ['bullets', `- Công tác tuyên truyền được quan tâm.\n+ Toàn huyện có 12 hộ.\n…`],
    ['signature and recipients', 'Nơi nhận:\n- Như trên;\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Văn An'],
    [
      'letterhead and title',
      'ỦY BAN NHÂN DÂN\nHUYỆN PHÙ MỸ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nBÁO CÁO\nKẾT QUẢ CÔNG TÁC GIẢM NGHÈO\nNĂM 2022\n…',
    ],
    ['a caption over a table', '**Bảng 1. Số hộ nghèo theo xã**\n…'],
  ])('%s', (_, source) => expect(outlineOf(source)).toEqual([]));
});

describe('sections: ids, parents and spans', () => {
  const source = 'I. KẾT QUẢ\n1. Nhà ở\n…\n1. Y tế\n…\nII. TỒN TẠI\n…';
  const found = sections(documentOf(source));

  test('ids are paths and never repeat', () => {
    expect(found.map((each) => [each.id, each.parent])).toEqual([
      ['s-I', null],
      ['s-I-1', 's-I'],
      ['s-I-1~2', 's-I'],
      ['s-II', null],
    ]);
  });

  test('no section goes on behind the signature, and an annex is none', () => {
    const { text, blocks } = documentOf(
      'I. KẾT QUẢ\n…\nII. NHIỆM VỤ\n…\nNơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nLê Văn An\nPHỤ LỤC SỐ LIỆU\n…',
    );
    const outline = sections({ text, blocks });
    expect(outline.map((each) => each.number)).toEqual(['I', 'II']);
    expect(outline[1]?.span.end).toBe(text.indexOf('Nơi nhận'));
  });

  test('a section ends where the next of its level or higher begins', () => {
    const { text } = documentOf(source);
    expect(
      found.map(({ span }) =>
        text
          .slice(span.start, span.end)
          .match(/\p{Lu}[\p{Lu}\p{L} ]+/gu)?.[0]
          ?.trim(),
      ),
    ).toHaveLength(4);
    expect(found[0]?.span.end).toBe(found[3]?.span.start);
    expect(found[1]?.span.end).toBe(found[2]?.span.start);
    expect(found[3]?.span.end).toBe(text.length);
  });
});
