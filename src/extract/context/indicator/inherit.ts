import type { Indicator, Topic } from '../../../model/index.ts';
import { quick } from '../../text/quick.ts';
import { type Earlier, rate, type Sight } from './sight.ts';

/** "(tăng 137 hộ so với đầu năm": nothing of its own but that it rises or falls. */
const RISES = quick(/(?<!\p{L})(?:tăng|giảm|vượt)(?:\s+(?:thêm|được|trên|hơn|gần|khoảng|tương ứng|bình quân))*\s*$/u);
/** "90,7 tỷ đồng, bằng 108,6% so với cùng kỳ" */
const AS_BEFORE = /(?<!\p{L})bằng\s*$|\(\s*đạt\s*$/u;
/** "bằng 76,01% tổng số hộ nghèo" is a share of them. */
const SHARE_OF =
  /^\s*(?:của\s+|so với\s+|trong\s+|trên\s+)?(?:(?:tổng(?:\s+số)?|số|toàn bộ)\s+(?:hộ|người|lao động|dân|học|hội|đối tượng)|lực lượng lao động|lllđ|dân số)/u;
/** "chiếm 3,20% so với tổng số hộ toàn tỉnh" is the rate itself. */
const OF_ALL = /^\s*(?:của |so với |trong |trên )?(?:tổng )?số hộ(?! (?:cận )?nghèo)/u;

/** "giảm 670 hộ (tương ứng giảm 3,13%)": households fall by a number, their rate by points. */
const RATE_OF: Readonly<Partial<Record<Indicator, Indicator>>> = {
  'pov.poor_households': 'pov.poor_rate',
  'pov.near_poor_households': 'pov.near_poor_rate',
  'pov.escaped_households': 'pov.poor_rate',
  'pov.poor_rate': 'pov.poor_rate',
  'pov.near_poor_rate': 'pov.near_poor_rate',
};
const RATED = quick(
  /(?<!\p{L})(?:chiếm|t[ỷỉ] lệ|tương ứng|tương đương|bằng)(?:\s+(?:là|t[ỷỉ] lệ|trên|hơn|gần|khoảng|với))*\s*:?\s*$/u,
);

/** No noun of its own behind the number but that of its unit. */
const BARE_TAIL =
  /^\s*(?:(?:lượt )?(?:hộ|người|khẩu|nhân khẩu|trường hợp|em|trẻ|cháu|căn|nhà|con|tấn|tạ|kg)(?!\p{L}))?\s*(?:$|[,;.)/(]|và(?!\p{L})|so với|\s*$)/u;
/** At most a place or level before it: "; Ninh Hải: 258.420 kg", "cấp huyện 5,6 tỷ đồng". */
const BARE_LEAD =
  /^[\s,;:()–-]*(?:(?:và|trong đó|trong số này|cụ thể|gồm|bao gồm|riêng|còn lại|còn|là)[\s,:]+)*(?:\p{L}[\p{L}.]*\s*){0,5}[:(]?\s*$/u;
const WORDS_OF_ITS_OWN = quick(
  /(?<!\p{L})(?:với|hộ|người|lao động|học|trẻ|em|nữ|nam|kinh phí|tiền|tổng|trị giá|giá|mỗi|mức|nợ|vay|quà|nhà|nghèo|thu|chi|trả|đạt|chiếm|tỷ lệ|hỗ trợ|cấp (?!tỉnh|huyện|xã|trung ương|phường|thị|thành|quận)\p{L}+|cho|tặng|trao|xây|sửa|làm|được|đã|có|cần|chưa|tăng|giảm|bảo hiểm|trợ cấp|gạo|giống|con|đối tượng|thành viên|hội viên|kế hoạch|chỉ tiêu|đang|mới)(?!\p{L})/u,
);

/** "… là Đồng Tiến (05 hộ)": the words before the bracket. */
const BRACKETED = /((?:\p{L}+\s+){0,3}\p{L}+)\s*\(\s*$/u;

interface Inherited {
  indicator: Indicator | null;
  topic: Topic;
}

const same = ({ unit, earlier }: Sight): Earlier | undefined => earlier.find((one) => one.unit === unit);

/** "Thuận Bắc: 807.720 kg; Ninh Hải: 258.420 kg": a bare item of a list is what the one before it was. */
const listed = (sight: Sight): Inherited | null => {
  const { lead, tail, kind, head } = sight;
  if (head || kind === 'percentage' || kind === 'count' || !/\p{L}/u.test(lead) || !BARE_TAIL.test(tail)) return null;
  const item = BRACKETED.exec(lead)?.[1] ?? lead;
  if (!BARE_LEAD.test(item) || WORDS_OF_ITS_OWN.test(item)) return null;
  const before = same(sight);
  return before?.indicator ? { indicator: before.indicator, topic: before.topic } : null;
};

/** "chiếm tỷ lệ 4,82%" of the poor households just counted. */
const rated = (sight: Sight): Inherited | null => {
  const { lead, tail, rest } = sight;
  if (!rate(sight) || !RATED.test(lead) || /nghèo/u.test(lead)) return null;
  if (SHARE_OF.test(rest) ? !OF_ALL.test(rest) : !BARE_TAIL.test(tail)) return null;
  const counted = sight.earlier.find(({ indicator }) => indicator !== 'pop.households');
  const indicator = counted?.indicator && RATE_OF[counted.indicator];
  return counted && indicator ? { indicator, topic: counted.topic } : null;
};

/** "trích 34 tỷ đồng tặng quà …, tương ứng mỗi trường hợp 100.000 đồng": a share of the money just named. */
const EACH = quick(/(?<!\p{L})mỗi(?:\s+(?!vay|năm|tháng)\p{L}+){1,2}\s*(?:là|được|nhận)?\s*$/u);
const each = (sight: Sight): Inherited | null => {
  const before =
    sight.kind === 'money' && EACH.test(sight.lead) && sight.earlier[0]?.unit === sight.unit
      ? sight.earlier[0]
      : undefined;
  return before?.indicator ? { indicator: before.indicator, topic: before.topic } : null;
};

/** "tỉ lệ hộ nghèo giảm 5,15%, hộ cận nghèo tăng 1,01%": whose number it is that changed is said. */
const NAMES_THE_POOR = quick(/(?<!\p{L})(?:hộ|tỷ lệ|tỉ lệ|người|khẩu) (?:cận )?nghèo(?!\p{L})/u);
/** A change of what stands before it. */
const changed = (sight: Sight): Inherited | null => {
  if (!(sight.role === 'change' || RISES.test(sight.lead)) || !BARE_TAIL.test(sight.tail)) return null;
  if (NAMES_THE_POOR.test(sight.lead)) return null;
  const before = rate(sight) ? sight.earlier[0] : same(sight);
  if (!before?.indicator) return null;
  const indicator = (rate(sight) && RATE_OF[before.indicator]) || before.indicator;
  return { indicator, topic: before.topic };
};

/** "so với cùng kỳ năm 2019 (6.481 người); so với chỉ tiêu giao (8.700 người) đạt 107%": what the stock is held against. */
const HELD_AGAINST = quick(
  /(?<!\p{L})(?:so với|so) (?:cùng (?:kỳ|thời điểm)|chỉ tiêu|kế hoạch|kh|mục tiêu|năm|đầu năm|cuối năm)(?!\p{L})[^;.()]*\(\s*$/u,
);
const REACHES = /(?<!\p{L})(?:đạt|bằng|hoàn thành|tăng|giảm|vượt)(?:\s+(?:trên|hơn|gần|khoảng))*\s*\(?\s*$|^\s*\(\s*$/u;
const heldAgainst = (sight: Sight): Inherited | null => {
  const { lead, before, role, tail } = sight;
  const compared = HELD_AGAINST.test(before) && BARE_TAIL.test(tail);
  const reached = rate(sight) && role === 'achievement' && REACHES.test(lead);
  const of = compared ? same(sight) : reached ? sight.earlier[0] : undefined;
  return of?.indicator ? { indicator: of.indicator, topic: of.topic } : null;
};

/** A change, an achievement or a share said of the figure that it follows. */
const followed = (sight: Sight): Inherited | null => {
  const { head, role, kind, unit, lead, tail, topic } = sight;
  const compared = rate(sight) && AS_BEFORE.test(lead) && !SHARE_OF.test(tail) && !/^\s*(?:của )?tổng số/u.test(tail);
  if (!head || !(role === 'change' || role === 'achievement' || compared)) return null;
  if (kind !== 'percentage' && unit !== head.unit) return null;
  const share = rate(sight) && role === 'change' && head.indicator ? RATE_OF[head.indicator] : undefined;
  return { indicator: share ?? head.indicator, topic };
};

/** "Con số này của năm 2021 là 25,91%" */
const POINTS_BACK = quick(/(?<!\p{L})(?:con số|t[ỷỉ] lệ|mức|số) này(?!\p{L})[^;.]{0,40}$/u);
const pointed = (sight: Sight): Inherited | null => {
  const before =
    POINTS_BACK.test(sight.lead) && sight.earlier.find(({ unit, role }) => unit === sight.unit && role !== 'change');
  return before ? { indicator: before.indicator, topic: before.topic } : null;
};

/** "tặng quà cho 210 người có công, 95 hộ nghèo; ngân sách huyện tặng cho 40 người": all of them were given the same. */
const SERVED: ReadonlySet<Indicator | null> = new Set([
  'gift.recipients',
  'relief.recipients',
  'health.patients',
  'hi.cards',
]);
const PEOPLE: ReadonlySet<string> = new Set(['person', 'household', 'person_turn', 'household_turn', 'case']);
const ONE_MORE = /^\s*(?:[,;]|và|,\s*và|;\s*và)?\s*(?:(?:hơn|gần|trên|khoảng|và|cho|có)\s*)*$/u;
const BY_ANOTHER =
  /^[\s;,]*(?:và\s+)?(?:ngân sách|nguồn|quà)[^,;.\d]{0,40}(?<!\p{L})cho(?:\s+(?:hơn|gần|trên|khoảng))*\s*$/u;
const DOES = /^\s*(?:lượt\s+)?\p{L}+(?:\s+\p{L}+){0,4}?\s+(?:được|vay|tham gia|đã|bị|thoát|đang|không|chưa)(?!\p{L})/u;
const enumerated = ({ kind, unit, lead, tail, role, earlier }: Sight): Inherited | null => {
  if (kind !== 'count' || !PEOPLE.has(unit) || role === 'change' || DOES.test(tail)) return null;
  if (!ONE_MORE.test(lead) && !BY_ANOTHER.test(lead)) return null;
  const of = earlier.find((one) => PEOPLE.has(one.unit));
  return of && SERVED.has(of.indicator) ? { indicator: of.indicator, topic: of.topic } : null;
};

/** "trong đó có 1.200 người là học sinh": a trait of those counted, not what pupils got. */
const PART = /^[\s,;(]*(?:trong (?:đó|số (?:đó|này))|riêng)[\s,:]*(?:có|gồm)?(?:\s+(?:hơn|gần|trên|khoảng))*\s*$/u;
const IS = /^\s*(?:(?:lượt\s+)?(?:người|trường hợp|đối tượng|em)\s+)?(?:là|ở|tại|thuộc|trong)(?!\p{L})/u;
const trait = ({ kind, unit, lead, tail, earlier }: Sight): Inherited | null => {
  if (kind !== 'count' || !PEOPLE.has(unit) || !PART.test(lead) || !IS.test(tail)) return null;
  const of = earlier.find((one) => PEOPLE.has(one.unit));
  return of && !/^(?:pov|pop)/u.test(of.indicator ?? '') && of.topic !== 'poverty_reduction'
    ? { indicator: of.indicator, topic: of.topic }
    : null;
};
/** "Trong đó có 52 nghìn người khuyết tật nặng" of the beneficiaries that the sentence before counted. */
const OPENS_PARTS = /^[\s–•+*-]*(?:trong (?:đó|số (?:đó|này))|bao gồm|gồm)(?!\p{L})/u;
const HELD: ReadonlySet<Indicator | null> = new Set(['sp.beneficiaries', 'merit.beneficiaries', 'relief.recipients']);
const beneficiaries = ({ kind, unit, tail, sentence, earlier, topic }: Sight): Inherited | null => {
  if (kind !== 'count' || !PEOPLE.has(unit) || !OPENS_PARTS.test(sentence) || DOES.test(tail)) return null;
  const of = earlier.find((one) => PEOPLE.has(one.unit));
  return of && HELD.has(of.indicator) && (of.topic === topic || of.indicator === 'relief.recipients')
    ? { indicator: of.indicator, topic: of.topic }
    : null;
};

/** What a figure is of that says only more of one before it, or null where it speaks for itself. */
export const inherited = (sight: Sight): Inherited | null =>
  followed(sight) ??
  pointed(sight) ??
  changed(sight) ??
  heldAgainst(sight) ??
  rated(sight) ??
  each(sight) ??
  enumerated(sight) ??
  trait(sight) ??
  beneficiaries(sight) ??
  listed(sight);
