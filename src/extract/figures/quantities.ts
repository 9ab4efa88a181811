import type { Span } from '../../model/index.ts';
import { shift, toNumber } from '../numbers/decimal.ts';
import { nounAfter } from '../numbers/nouns.ts';
import { atEnd } from '../text/at-end.ts';
import type { Layout } from '../text/layout.ts';
import { matches, quick } from '../text/quick.ts';
import { type Declared, declaredAt, declaredUnits } from './declared.ts';
import { type Candidate, type Quantity, quantity, type Scene } from './draft.ts';

type Rule = (scene: Scene, index: number) => Quantity | null;

const between = (scene: Scene, a: Candidate, b: Candidate): string =>
  scene.folded.slice(a.token.span.end, b.token.span.start);

/** "4,82%", "1,2 điểm phần trăm". */
const percent: Rule = ({ candidates }, i) => {
  const sign = candidates[i]?.token.sign;
  return sign === 'percent' || sign === 'percentage_point' ? quantity('percentage', sign, null, 'percent_sign') : null;
};

/** "4.627 triệu đồng", "500.000đ", "700 USD" (the catalogue has no foreign currency: `item`, named in unitText). */
const money: Rule = ({ candidates, folded }, i) => {
  const { token } = candidates[i] as Candidate;
  if (token.sign === 'VND') return quantity('money', 'VND', null, 'currency_sign');
  if (token.sign !== 'foreign') return null;
  const written = folded.slice(token.numeral.end, token.span.end);
  const start = token.numeral.end + (written.length - written.trimStart().length);
  const ahead = { start: token.span.start, end: token.numeral.start };
  return quantity('money', 'item', written ? { start, end: token.span.end } : ahead, 'foreign_currency');
};

/** "163 suất học bổng cho học sinh THCS, 114 suất cho học sinh THPT": a bare "suất" is of what was last given. */
const ofScholarships = (folded: string, paragraph: Span, noun: Span): boolean => {
  if (!/^(?:suất|xuất|phần)$/u.test(folded.slice(noun.start, noun.end))) return false;
  const before = folded.slice(Math.max(paragraph.start, noun.start - 240), noun.start);
  return before.lastIndexOf('học bổng') > before.lastIndexOf('quà');
};

/** "31 tổ": a group of borrowers where the paragraph tells of loans; else a team of an office. */
const ofBorrowers = (folded: string, paragraph: Span, noun: Span): boolean =>
  folded.slice(noun.start, noun.end) === 'tổ' &&
  !/^\s*(?:trưởng|viên|công tác|hợp tác|tự quản|hòa giải|dân cư|an ninh|bảo vệ|giúp việc|kiểm tra|giám sát)(?!\p{L})/u.test(
    folded.slice(noun.end, noun.end + 16),
  ) &&
  /(?<!\p{L})(?:vay vốn|vốn vay|tiết kiệm|dư nợ|tk&vv|tín dụng|ủy thác|uỷ thác)(?!\p{L})/u.test(
    folded.slice(Math.max(paragraph.start, noun.start - 300), Math.min(paragraph.end, noun.end + 120)),
  );

/** "120/242 tổng số lao động" */
const SUMMED_BEHIND = /^\s+(?:trên )?tổng số\s+/u;

/** "1.855 hộ", "1,3 triệu hộ", "139 ha". */
const countedNoun: Rule = ({ candidates, folded }, i) => {
  const { token, paragraph } = candidates[i] as Candidate;
  if (token.noun?.unit === 'gift' && ofScholarships(folded, paragraph, token.noun))
    return quantity('count', 'scholarship', token.noun, 'counted_noun');
  if (token.noun?.unit === 'organisation' && ofBorrowers(folded, paragraph, token.noun))
    return quantity('count', 'item', token.noun, 'counted_noun');
  const summed = token.noun ? null : SUMMED_BEHIND.exec(folded.slice(token.span.end, token.span.end + 24));
  const of = summed && nounAfter(folded, token.span.end + summed[0].length);
  if (of?.kind === 'count' && token.exponent === 0) return quantity('count', of.unit, of, 'counted_noun');
  return (
    token.noun &&
    quantity(
      token.noun.kind,
      token.noun.unit,
      token.noun,
      token.noun.kind === 'count' ? 'counted_noun' : 'measure_unit',
    )
  );
};

const LINK = {
  pair: /^\s*\/\s*$/,
  range: /^\s*(?:[-–—÷~]|đến|tới)\s*$/u,
  levels: /^\s*(?:(?:tăng|giảm)\s+)?(?:lên|xuống)(?:\s+(?:còn|đến|tới|thành))?\s*$/u,
  list: /^\s*(?:,|;|và|hoặc)\s*$/u,
  outOf: /^\s*(?:trong|trên|\/)\s+(?:tổng )?(?:số )?$/u,
};

/** A price whose currency is left out: "mỗi suất 500.000 và 20 quyển tập". */
const PRICE = atEnd(
  /(?<!\p{L})(?:mỗi (?:suất|phần|em|cháu|hộ|người|gia đình|trường hợp)|trị giá|số tiền)(?:\s+(?:là|được|nhận|trị giá|hỗ trợ|trên|hơn|gần|khoảng|từ))*\s*$/u,
);
const isGiven = ({ folded, candidates }: Scene, i: number): boolean => {
  const { token, sentence } = candidates[i] as Candidate;
  return PRICE.test(folded.slice(Math.max(sentence.start, token.span.start - 48), token.span.start));
};
const isPrice = (scene: Scene, i: number): boolean => {
  const { numeral } = (scene.candidates[i] as Candidate).token;
  return /[.,]000$/.test(scene.folded.slice(numeral.start, numeral.end)) && isGiven(scene, i);
};

const PER_HEAD =
  /^\s*\/\s*(?:người|hộ|suất|phần|em|cháu|khẩu|tháng|trường hợp|gia đình|cụ|lao động|học sinh)(?!\p{L})/u;
/** "(trung ương 400.000/người; địa phương 100.000 đồng/người)" */
const isPerHead = ({ folded, candidates }: Scene, i: number): boolean => {
  const { token } = candidates[i] as Candidate;
  return (
    /^[1-9]\d{1,2}[.,]000$/.test(folded.slice(token.numeral.start, token.numeral.end)) &&
    PER_HEAD.test(folded.slice(token.span.end, token.span.end + 16))
  );
};

/** "ĐVT: triệu đồng … Hộ nghèo: 21.450; 812 hộ": a column of the unit declared, beside one with a noun of its own. */
const isInColumn = ({ layout, candidates, folded }: Scene, i: number): boolean => {
  const [here, next] = [candidates[i] as Candidate, candidates[i + 1] as Candidate];
  return (
    folded.slice(here.token.span.end, next.token.span.start).trim() === ';' &&
    next.token.noun !== null &&
    declaredAt(declarationsOf(layout), here.token.span.start) !== null
  );
};

/** A number takes the unit of the next one that it is tied to: "18/21 xã", "2.000 - 2.500 hộ", "từ 120 lên 150 người", "180 và 50 học viên". */
const tied =
  (rule: string, link: RegExp): Rule =>
  (scene, i) => {
    const here = scene.candidates[i] as Candidate;
    const next = scene.candidates[i + 1];
    if (!next?.quantity || here.token.noun || here.token.sign || !link.test(between(scene, here, next))) return null;
    if (rule === 'list' && (isPrice(scene, i) || isInColumn(scene, i))) return null;
    if (rule === 'list' && here.token.exponent !== next.token.exponent && here.token.exponent > 0) return null;
    const exponent = SHARES_MULTIPLIER[rule]?.(here, next) && here.token.exponent === 0 ? multiplierOf(next) : 0;
    return { ...next.quantity, rule, implied: true, exponent };
  };

/** The multiplier a number is written in, or took over from its own neighbour. */
const multiplierOf = ({ token, quantity }: Candidate): number => quantity?.exponent || token.exponent;

/** "120, 150 và 180 triệu đồng" are all millions; "500.000 và 2 triệu đồng", "180 và 2 nghìn học viên" are not. */
const ofOneSize = (here: Candidate, next: Candidate): boolean => {
  const ratio = toNumber(here.token.value) / (toNumber(next.token.value) / 10 ** next.token.exponent);
  return next.quantity?.kind === 'money' ? ratio < 1000 : here.token.decimals > 0 || (ratio > 0.1 && ratio < 10);
};

const SHARES_MULTIPLIER: Readonly<Record<string, (here: Candidate, next: Candidate) => boolean>> = {
  range: () => true,
  levels: () => true,
  pair: (here, next) => next.quantity?.kind === 'money' && ofOneSize(here, next),
  list: ofOneSize,
  sources: ofOneSize,
};

/** The stretch that may name what a number counts before it: from the previous number or the clause's start. */
const leadOf = (scene: Scene, i: number): Span => {
  const here = scene.candidates[i] as Candidate;
  const previous = scene.candidates[i - 1];
  const floor = Math.max(
    here.sentence.start,
    previous && previous.sentence === here.sentence ? previous.token.span.end : 0,
  );
  const start = Math.max(floor, here.token.span.start - 120);
  return { start, end: here.token.span.start };
};

const APPROXIMATELY = '(?:\\s*(?:trên|hơn|gần|dưới|khoảng|ước|xấp xỉ|chừng|chỉ|mới|tới|đến|lên|thêm|được|đạt|tổng))*';
const NAMES_COUNT = new RegExp(
  `(?::|(?<!\\p{L})(?:là|còn|có|đạt|gồm|giảm|tăng|với|lên|xuống|bằng|được|chiếm))${APPROXIMATELY}\\s*$`,
  'u',
);
const HEAD_NOUN = quick(/(?<!\p{L})(?:tổng số|số lượng|số|lượng|con số)\s+/gu);
const MONEY_WORDS =
  /(?:tiền|kinh phí|vốn|dư nợ|ngân sách|trị giá|giá trị|quỹ|nguồn|chi phí|thu nhập|doanh số|trợ cấp|mức|nợ|đóng|hỗ trợ|vay|tổng chi|đầu tư|học phí|viện phí)(?!\p{L})/u;
/** "Ngân sách huyện: 1.250" under "ĐVT: triệu đồng" counts no districts. */
const NAMES_MONEY =
  /^[\s\-+•–]*(?:tổng\s+)?(?:ngân sách|kinh phí|nguồn vốn|nguồn|vốn|số tiền|tiền|dư nợ|doanh số|quỹ|trị giá)(?!\p{L})/u;

/** "mỗi em được 1 triệu": whom a sum is for, not what is counted. */
const EACH = atEnd(/(?<!\p{L})mỗi\s+$/u);

/** "57 sổ vàng tiết kiệm được 240 triệu": what was saved or collected is money. */
const COLLECTED = atEnd(
  /(?<!\p{L})(?:tiết kiệm|vận động|quyên góp|ủng hộ|huy động|đóng góp|thu) được(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u,
);

/** "142 hộ với 280 triệu": the noun before the amount has its own number. */
const isNounOfPrevious = ({ candidates, folded }: Scene, i: number): boolean => {
  const noun = candidates[i - 1]?.token.noun;
  const between = noun ? folded.slice(noun.end, candidates[i]?.token.span.start) : '';
  return /^\s*(?:vay |được vay |vay vốn )?(?:với|được|nhận)(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u.test(between);
};

/** The counted noun that stands before the number: "Hộ nghèo: 1.460", "trong đó hộ nghèo là 21.800", "số người tham gia giảm 1,2 triệu". */
const leadNoun: Rule = (scene, i) => {
  const { token } = scene.candidates[i] as Candidate;
  if (token.sign) return null;
  const lead = leadOf(scene, i);
  const text = scene.folded.slice(lead.start, lead.end);
  if (!NAMES_COUNT.test(text)) return null;
  if (token.exponent > 0 && (MONEY_WORDS.test(text) || isNounOfPrevious(scene, i))) return null;
  const clause = Math.max(text.lastIndexOf(';'), text.lastIndexOf('('), text.lastIndexOf('. '), -1) + 1;
  const head = matches(HEAD_NOUN, text.slice(clause)).at(-1);
  const from = head ? clause + head.index + head[0].length : Math.max(clause, text.lastIndexOf(',') + 1);
  if (!head && (NAMES_MONEY.test(text.slice(from)) || (token.exponent >= 6 && COLLECTED.test(text)))) return null;
  for (const offset of head ? [lead.start + from] : wordStarts(scene.folded, lead.start + from, lead.end)) {
    if (EACH.test(scene.folded.slice(lead.start, offset))) continue;
    const noun = nounAfter(scene.folded, offset);
    if (noun?.unit === 'document' && /(?<!\p{L})theo\s+$/u.test(scene.folded.slice(lead.start, offset))) continue;
    if (noun && noun.kind === 'count') return quantity('count', noun.unit, noun, 'noun_before', true);
  }
  return null;
};

const ENDS_COUNT = /^\s*(?:[,;.)](?!\d)|\((?!\s*\d{4}\s*\))|$|\n|(?:chiếm|đạt|tăng|giảm|trong đó|và)(?!\p{L}))/u;
/** A clause that only names what is counted: "số hộ thoát nghèo 424.169", "tổng số thẻ BHYT đã cấp 12.000". */
const COUNT_OF = /^[\s\-+•*–·]*(?:trong đó,?:?\s+|và\s+|còn\s+)?(?:tổng )?(?:số lượng|số)\s+(?:lượt\s+)?(?=\p{L})/u;
/** "hộ nghèo 1.245; hộ cận nghèo 980": a group heads its item. */
const GROUP_HEADS =
  /^[\s\-+•*–·]*(?:trong đó,?:?\s+|và\s+|còn\s+)?(?=(?:hộ|người|trẻ em|lao động|học sinh|sinh viên|đối tượng|phụ nữ|nhân khẩu)(?!\p{L}))/u;
const NOT_COUNTED = quick(
  /(?<!\p{L})(?:trên|dưới|từ|đủ|tròn|tuổi|lớp|loại|nhóm|chương trình|quyết định|theo|năm|tháng|ngày|số)(?:\s+\p{L}+)?\s*$/u,
);
/** "số thoát nghèo 16.067": households, without their noun. */
const HOUSEHOLDS_UNSAID = /^(?:(?:tái|thoát|cận) nghèo|nghèo|phát sinh (?:mới|nghèo)|phát sinh)(?!\p{L})/u;

/** "nhà 167", "xã 135" */
const NAMES_POLICY = /^(?:1(?:02|16|34|35|43|67|77)|322|755)$/;

/** The count that ends a clause of nothing but its noun: "Số hộ tái nghèo 10.087, chiếm 0,04%". */
const countBehindNoun: Rule = (scene, i) => {
  const { token } = scene.candidates[i] as Candidate;
  if (token.sign || token.noun || token.exponent > 0 || token.decimals > 0) return null;
  const written = scene.folded.slice(token.numeral.start, token.numeral.end);
  if (/^(?:19|20)\d\d$/.test(written) || !ENDS_COUNT.test(scene.folded.slice(token.span.end, token.span.end + 16)))
    return null;
  const lead = leadOf(scene, i);
  const text = scene.folded.slice(lead.start, lead.end);
  const clause = Math.max(...[',', ';', '(', ':', '. ', '\n'].map((mark) => text.lastIndexOf(mark)), -1) + 1;
  const { sentence } = scene.candidates[i] as Candidate;
  if (clause === 0 && lead.start > sentence.start) return null;
  const own = text.slice(clause);
  const head =
    COUNT_OF.exec(own) ?? (/\d{3}$/.test(written) && !NAMES_POLICY.test(written) ? GROUP_HEADS.exec(own) : null);
  if (!head || own.length > 80 || NOT_COUNTED.test(own.slice(head[0].length))) return null;
  const at = lead.start + clause + head[0].length;
  const noun = nounAfter(scene.folded, at);
  if (noun?.kind === 'count') return quantity('count', noun.unit, noun, 'noun_before', true);
  return HOUSEHOLDS_UNSAID.test(own.slice(head[0].length))
    ? quantity('count', 'household', null, 'noun_before', true)
    : null;
};

/** "tỷ suất sinh thô đạt 17,45": a rate that the catalogue has no unit for. */
const RATE_ALONE = quick(
  new RegExp(
    `(?<!\\p{L})(?:t[ỷỉ] suất|t[ỷỉ] số (?:giới tính|phụ thuộc)|mức sinh)(?!\\p{L})[^.;,]{0,60}(?::|(?<!\\p{L})(?:là|còn|đạt|ở mức|có|giảm|tăng|xuống|lên))${APPROXIMATELY}\\s*$`,
    'u',
  ),
);
const rateAlone: Rule = (scene, i) => {
  const { token } = scene.candidates[i] as Candidate;
  if (token.sign || token.noun || token.exponent > 0) return null;
  const lead = leadOf(scene, i);
  return RATE_ALONE.test(scene.folded.slice(lead.start, lead.end))
    ? quantity('count', 'item', null, 'rate_alone', true)
    : null;
};

/** "so với lực lượng lao động (436.210)": how many they are, alone in brackets. */
const inOwnBrackets: Rule = (scene, i) => {
  const { token } = scene.candidates[i] as Candidate;
  const written = scene.folded.slice(token.numeral.start, token.numeral.end);
  if (token.sign || token.noun || token.decimals > 0 || !/^\d{1,3}(?:[.,]\d{3})+$/.test(written)) return null;
  const lead = leadOf(scene, i);
  const open = /\(\s*$/.exec(scene.folded.slice(lead.start, lead.end));
  if (!open || !/^\s*\)/.test(scene.folded.slice(token.span.end, token.span.end + 4))) return null;
  const words = [...scene.folded.slice(lead.start, lead.start + open.index).matchAll(/\p{L}+/gu)].slice(-3);
  for (const { index } of words) {
    const noun = nounAfter(scene.folded, lead.start + index);
    if (noun?.kind === 'count') return quantity('count', noun.unit, noun, 'noun_before', true);
  }
  return null;
};

/** The starts of the first words of a stretch: a lead names its noun early ("trong đó hộ nghèo là"). */
const wordStarts = (folded: string, start: number, end: number): number[] =>
  [...folded.slice(start, end).matchAll(/(?<![\p{L}\p{M}\d])(?<!(?:thời|t[ỷỉ]|lãi)\s)\p{L}/gu)]
    .slice(0, 5)
    .map((match) => start + match.index);

/** Thousands of something that the catalogue has no noun for are no money. */
const UNKNOWN_NOUN =
  /^\s+(?!(?:mỗi|một|tiền|cho|và|để|từ|nữa|trở|đến|tới|là|thì|với|hỗ trợ|của|theo|trong|khi|nếu|vào|ở|tại)(?!\p{L}))\p{L}/u;

/** "4 tỷ 280 triệu" */
const BILLIONS = /t[ỷỉ](?!\p{L})/u;
/** "4 hộ/52 triệu", "142 hộ với 280 triệu": what a number of people got. */
const HANDED = atEnd(
  /\s(?:hộ|người|lao động|em|học sinh|sinh viên|căn|nhà|suất|phần|đối tượng|trường hợp|lượt)\s*(?:\/|(?:được )?(?:vay )?(?:vốn )?(?:với|nhận|được)(?:\s+(?:trên|hơn|gần|khoảng))*\s)\s*$/u,
);

/** "trên 16 tỷ", "20 triệu": the currency is left out. Tỷ without a noun is money; smaller ones need a word of money. */
const bareMoney: Rule = (scene, i) => {
  const here = scene.candidates[i] as Candidate;
  if (here.token.sign || here.token.noun) return null;
  if (here.token.exponent === 0 && (isPrice(scene, i) || isPerHead(scene, i)))
    return quantity('money', 'VND', null, 'currency_left_out', true);
  if (here.token.exponent < 3) return null;
  if (here.token.exponent >= 6 && isGiven(scene, i)) return quantity('money', 'VND', null, 'currency_left_out', true);
  const behind = scene.folded.slice(here.token.span.end, here.token.span.end + 12);
  if (here.token.exponent < 6 && UNKNOWN_NOUN.test(behind)) return null;
  const lead = leadOf(scene, i);
  const near = scene.folded.slice(
    Math.max(here.sentence.start, lead.start - 60),
    Math.min(here.sentence.end, here.token.span.end + 24),
  );
  const written = scene.folded.slice(here.token.numeral.start, here.token.span.end);
  const words = scene.folded.slice(lead.start, lead.end);
  if (here.token.exponent < 9 && !BILLIONS.test(written) && !HANDED.test(words) && !COLLECTED.test(words))
    if (!MONEY_WORDS.test(near)) return null;
  return quantity('money', 'VND', null, 'currency_left_out', true);
};

/** "12 hộ …, 560 triệu": no count is so much more than the one it goes on from. */
const MOST_APART = 1000;

/** "con số này giảm 1,2 triệu": the unit of the count named just before. */
const sameCount: Rule = (scene, i) => {
  const here = scene.candidates[i] as Candidate;
  const previous = scene.candidates[i - 1];
  if (here.token.sign || here.token.noun || !previous?.quantity || previous.paragraph !== here.paragraph) return null;
  const lead = scene.folded.slice(previous.token.span.end, here.token.span.start);
  const follows =
    here.token.exponent >= 3 ||
    /(?:con số này|còn|lên|xuống|trong đó[^.;]{0,40}(?:là|có)|(?:chỉ tiêu|kế hoạch)[^.;]{0,60}\slà|(?:năm|tháng|quý)\s+[\d/.]+(?:\s+(?:là|có|đạt)|:)|tăng|giảm)(?:\s+(?:thêm|khoảng|trên|hơn|gần|được))*\s*$/u.test(
      lead,
    );
  if (!follows || lead.length > 120 || previous.quantity.kind !== 'count') return null;
  if (toNumber(here.token.value) > toNumber(previous.token.value) * MOST_APART) return null;
  return { ...previous.quantity, rule: 'same_count', implied: true };
};

const COMPONENT_LEAD = /^[\s,;]*(?:và\s+)?(?:(?:trong đó|gồm|bao gồm)\s*:?\s*)?(?=[^\d]*\p{L})[\p{L}\d\s-]{2,60}:?\s$/u;
const COMPONENT_END = /^\s*(?:[,;)]|\.(?!\d)|và\s)/u;

/** No list of components is longer; the cost stays linear. */
const LONGEST_LIST = 600;

const inBrackets = ({ folded }: Scene, offset: number, paragraph: Span): boolean => {
  const before = folded.slice(Math.max(paragraph.start, offset - LONGEST_LIST), offset);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
};

/** "60 học viên (may công nghiệp 35, trồng nấm 25)": a count in brackets is of the whole before them. */
const component: Rule = (scene, i) => {
  const { token, paragraph } = scene.candidates[i] as Candidate;
  const written = scene.folded.slice(token.numeral.start, token.numeral.end);
  if (token.sign || token.noun || token.exponent > 0 || token.decimals > 0 || /^(?:19|20)\d\d$/.test(written))
    return null;
  const from = Math.max(paragraph.start, token.span.start - LONGEST_LIST);
  const before = scene.folded.slice(from, token.span.start);
  const bracket = Math.max(
    before.lastIndexOf('('),
    before.search(/(?:trong đó|gồm|bao gồm)\s*:(?![\s\S]*(?:trong đó|gồm)\s*:)/u),
  );
  if (bracket < 0 || before.includes(')', bracket)) return null;
  const open = from + bracket;
  const behind = before[bracket] === '(' ? open + 1 : scene.folded.indexOf(':', open) + 1;
  let at = i - 1;
  const isWhole = ({ token: { span, sign } }: Candidate) =>
    span.start < open && sign !== 'percent' && !inBrackets(scene, span.start, paragraph);
  while (at >= 0 && !isWhole(scene.candidates[at] as Candidate)) at -= 1;
  const whole = scene.candidates[at];
  if (whole?.quantity?.kind !== 'count' || whole.token.span.start < paragraph.start) return null;
  if (/[.;:]/.test(scene.folded.slice(whole.token.span.end, open)) || open - whole.token.span.end > 90) return null;
  const previous = scene.candidates[i - 1] as Candidate;
  const lead = scene.folded.slice(Math.max(behind, previous.token.span.end), token.span.start);
  if (!COMPONENT_LEAD.test(lead) || !COMPONENT_END.test(scene.folded.slice(token.span.end, token.span.end + 8)))
    return null;
  return toNumber(token.value) < toNumber(whole.token.value)
    ? { ...whole.quantity, rule: 'component', implied: true }
    : null;
};

const OPENS_PARTS = /^[\s\-+•*]*trong (?:đó|số (?:đó|này))(?!\p{L})/u;
const PART_LEAD =
  /^(?:[\s\-+•*]*trong (?:đó|số (?:đó|này))\s*[,:]?|\s*[,;](?:\s+và)?|\s+và)\s+(?:(?:tại|ở|trong|do|thuộc)\s+)?\p{L}[\p{L}\s-]{2,48}[:\s]\s*$/u;
const NO_PART =
  /(?<!\p{L})(?:tăng|giảm|năm|tháng|quý|ngày|số|lớp|loại|điều|khoản|quyết định|nghị quyết|chương trình)\s+$/u;
/** "Trong đó, ngoài xã hội là 539 người, trại giam 78, cơ sở khác 135.": parts of what was counted before. */
const partInSentence: Rule = (scene, i) => {
  const { token, sentence, paragraph } = scene.candidates[i] as Candidate;
  const written = scene.folded.slice(token.numeral.start, token.numeral.end);
  if (token.sign || token.noun || token.exponent > 0 || token.decimals > 0 || /^(?:19|20)\d\d$/.test(written))
    return null;
  if (!OPENS_PARTS.test(scene.folded.slice(sentence.start, sentence.start + 32))) return null;
  const previous = scene.candidates[i - 1];
  const from = previous?.sentence === sentence ? (previous.token.noun?.end ?? previous.token.span.end) : sentence.start;
  const lead = scene.folded.slice(from, token.span.start);
  const ends = COMPONENT_END.test(`${scene.folded.slice(token.span.end, token.span.end + 8)};`);
  if (!PART_LEAD.test(lead) || NO_PART.test(lead) || !ends) return null;
  const counted = scene.candidates.slice(Math.max(0, i - 12), i).filter((c) => c.paragraph === paragraph);
  const unit = counted.at(-1)?.quantity;
  const whole = counted.some((c) => c.quantity?.unit === unit?.unit && toNumber(c.token.value) > toNumber(token.value));
  return unit?.kind === 'count' && whole ? { ...unit, rule: 'component', implied: true } : null;
};

const SOURCE = '(?:ngân sách|nguồn|vốn|kinh phí|quỹ)(?:\\s+\\p{L}+){0,4}';
const LEVEL = '(?:cấp\\s+)?(?:trung ương|tỉnh|huyện|xã|địa phương|nhân dân|dân|doanh nghiệp)(?:\\s+đóng góp)?';
const OF_SOURCE = quick(new RegExp(`(?<!\\p{L})(?:${SOURCE}|(?<=,\\s+(?:và\\s+)?)${LEVEL})\\s*:?\\s*$`, 'u'));
const ANOTHER_SOURCE = new RegExp(`^\\s*[,;]\\s+(?:và\\s+)?(?:${SOURCE}|${LEVEL})\\s*:?\\s*$`, 'u');
const tiedSource = tied('sources', ANOTHER_SOURCE);
/** "ngân sách trung ương 340, tỉnh 120, huyện 45 triệu đồng": the last of the sources says what all are in. */
const sources: Rule = (scene, i) => {
  const { token, sentence } = scene.candidates[i] as Candidate;
  const found = tiedSource(scene, i);
  if (found?.kind !== 'money' || token.exponent > 0) return null;
  return OF_SOURCE.test(scene.folded.slice(Math.max(sentence.start, token.span.start - 60), token.span.start))
    ? found
    : null;
};

/** What a number counts by its own words; the first rule that speaks decides. */
const DIRECT: readonly Rule[] = [percent, money, countedNoun];
/** By its neighbours and the words before; these see what DIRECT found for the others. */
const SHARED: readonly Rule[] = [
  tied('pair', LINK.pair),
  tied('range', LINK.range),
  tied('levels', LINK.levels),
  tied('list', LINK.list),
  tied('out_of', LINK.outOf),
  sources,
];
/** "ĐVT: 1.000 đồng" above a list whose lines end in a sum: "Mai táng phí: 09 trường hợp; 27.000". */
const MONEY_COLUMN = quick(
  /(?<!\p{L})(?:đvt|đơn vị(?: tính)?)\s*:?\s*(?:(1[.,]000|nghìn|ngàn)|(triệu|1[.,]000[.,]000)|(t[ỷỉ]))?\s*(?:đồng|đ|vnđ)(?!\p{L})/gu,
);
/** No line of such a list is longer; the cost stays linear. */
const LINE = 300;
const lineBefore = (folded: string, offset: number): string => {
  const before = folded.slice(Math.max(0, offset - LINE), offset);
  return before.slice(before.lastIndexOf('\n') + 1);
};
const tableSum: Rule = (scene, i) => {
  const { token } = scene.candidates[i] as Candidate;
  if (token.sign || token.noun || token.exponent > 0) return null;
  const line = lineBefore(scene.folded, token.span.start);
  if (
    !/\d[^;|\t]*[;|\t]\s*$/u.test(line) ||
    !/^[ \t]*[.;]?[ \t]*(?:\n|$)/u.test(scene.folded.slice(token.span.end, token.span.end + 12))
  )
    return null;
  const said = [
    ...scene.folded.slice(Math.max(0, token.span.start - 4000), token.span.start).matchAll(MONEY_COLUMN),
  ].at(-1);
  if (!said) return null;
  const exponent = said[1] ? 3 : said[2] ? 6 : said[3] ? 9 : 0;
  return { ...quantity('money', 'VND', null, 'money_column', true), exponent };
};

/** The declarations of a text are read once. */
const declarations = new WeakMap<Layout, Declared[]>();
const declarationsOf = (layout: Layout): Declared[] => {
  const known = declarations.get(layout) ?? declaredUnits(layout);
  declarations.set(layout, known);
  return known;
};

/** In "131; 282.960" only the last number is in the unit declared. */
const ENDS_LINE = /^\s*(?:[;,.)](?!\s*\d)|\(|$)/u;
/** "Số hộ: 25" counts households whatever the list is in. */
const counts = (text: string): boolean => {
  const head = matches(HEAD_NOUN, text).at(-1);
  return head !== undefined && nounAfter(text, head.index + head[0].length)?.kind === 'count';
};

/** "ĐVT: triệu đồng" stands once above "Ngân sách xã: 340". */
const declaredUnit: Rule = (scene, i) => {
  const { token, paragraph } = scene.candidates[i] as Candidate;
  if (token.sign || token.noun || token.exponent > 0) return null;
  const said = declaredAt(declarationsOf(scene.layout), token.span.start);
  if (!said) return null;
  const before = scene.folded.slice(Math.max(paragraph.start, said.scope.start), token.span.start);
  const after = scene.folded.slice(token.span.end, Math.min(paragraph.end, token.span.end + 12));
  if (!/(?:\p{L}|[:)])\s*$/u.test(before)) return null;
  const next = scene.candidates[i + 1];
  const beside = next !== undefined && next.token.span.start <= token.span.end + 3 && isInColumn(scene, i);
  if (!(ENDS_LINE.test(after) || beside) || counts(before)) return null;
  return { ...quantity(said.kind, said.unit, said.words, 'unit_declared', true), exponent: said.exponent };
};

const NAMED_LINE = /^\s*(?:[-–+•*]\s*)?\p{L}[^\d:\n]{1,40}:\s*$/u;
/** "• Macao: 324 (182 lao động nữ)" below "• Rumania: 1.103 lao động …": the lines of a list count one thing. */
const likeLineAbove: Rule = (scene, i) => {
  const { token, paragraph } = scene.candidates[i] as Candidate;
  const above = scene.layout.paragraphs.findLast(({ end }) => end <= paragraph.start);
  if (token.sign || token.noun || token.exponent > 0 || token.decimals > 0 || !above) return null;
  if (paragraph.start - above.end > 8 || !NAMED_LINE.test(scene.folded.slice(paragraph.start, token.span.start)))
    return null;
  const first = scene.candidates.slice(Math.max(0, i - 12), i).find((c) => c.token.span.start >= above.start);
  if (first?.quantity?.kind !== 'count' || first.token.span.start >= above.end) return null;
  return NAMED_LINE.test(scene.folded.slice(above.start, first.token.span.start))
    ? { ...first.quantity, rule: 'list_line', implied: true }
    : null;
};

const BEFORE: readonly Rule[] = [
  tableSum,
  declaredUnit,
  rateAlone,
  leadNoun,
  countBehindNoun,
  inOwnBrackets,
  bareMoney,
  component,
  partInSentence,
  sameCount,
  likeLineAbove,
];

const first = (rules: readonly Rule[], scene: Scene, i: number): Quantity | null => {
  for (const rule of rules) {
    const found = rule(scene, i);
    if (found) return found;
  }
  return null;
};

const THOUSANDS = /^[1-9]\d{0,2}[.,]\d{3}$/;
/** People are counted in ones: "19.418/21.392 người" are thousands even where the dot sets off decimals elsewhere. */
const asCounted = (folded: string, candidate: Candidate): Candidate => {
  const { token, quantity } = candidate;
  if (quantity?.kind !== 'count' || token.noun || token.exponent > 0 || token.decimals !== 3) return candidate;
  if (!THOUSANDS.test(folded.slice(token.numeral.start, token.numeral.end))) return candidate;
  const value = shift(token.value, 3);
  return { ...candidate, token: { ...token, value, decimals: 0, doubt: 'separator_chosen' } };
};

/** Gives each candidate its quantity, or null where nothing tells what it counts. */
export const findQuantities = (scene: Scene): Candidate[] => {
  const candidates = scene.candidates.map((candidate) => ({ ...candidate }));
  const view: Scene = { ...scene, candidates };
  candidates.forEach((candidate, i) => {
    candidate.quantity = first(DIRECT, view, i);
  });
  for (let i = candidates.length - 1; i >= 0; i -= 1) {
    const candidate = candidates[i] as Candidate;
    candidate.quantity ??= first(SHARED, view, i);
  }
  candidates.forEach((candidate, i) => {
    candidate.quantity ??= first(BEFORE, view, i);
  });
  for (let i = candidates.length - 1; i >= 0; i -= 1) {
    const candidate = candidates[i] as Candidate;
    candidate.quantity ??= first(SHARED, view, i);
  }
  return candidates.map((candidate) => asCounted(scene.folded, candidate));
};
