import type { Subject, Unit } from '../../model/index.ts';
import { within } from '../text/dictionary.ts';
import type { Layout } from '../text/layout.ts';
import { quick } from '../text/quick.ts';
import { codesOf, type Mention } from './mentions.ts';
import { firstRun, NEXT_YEAR, nearestRun, ownMentions, PLACES, RATE_BEFORE, strong } from './own.ts';
import type { Stated } from './statements.ts';

export interface Subjects {
  codes: Subject[];
  /** Taken from the statement or sentence around it, not from the figure's own words. */
  implied: boolean;
  /** The figure that this one goes on from, where it names no group and may take that one's; else null. */
  from: number | null;
}

const GIVEN: ReadonlySet<Unit> = new Set([
  'house',
  'bicycle',
  'wheelchair',
  'scholarship',
  'book',
  'animal',
  'gift',
  'item',
  'document',
]);
const CLASSES: ReadonlySet<Unit> = new Set(['class', 'course']);
const HOUSEHOLDS: ReadonlySet<Unit> = new Set(['household', 'household_turn']);
const PEOPLE: ReadonlySet<Unit> = new Set(['person', 'person_turn', 'household', 'household_turn', 'case']);

/** "27 xã không còn hộ nghèo": the places are counted, of those whom they have no more. */
const NONE = quick(/(?<!\p{L})(?:hết|không còn|xóa xong)(?!\p{L})/u);
const haveNone = (folded: string, { draft, tail }: Stated): boolean =>
  PLACES.has(draft.unit) && NONE.test(folded.slice(draft.span.end, tail.end));

/** "…, 100% thôn có điện": a share of places behind a comma is not of the people before it. */
export const OF_PLACES =
  /^\s*(?:số\s+|các\s+)*(?:xã|phường|huyện|quận|tỉnh|thôn|bản|ấp|khu|trường|trạm|cơ sở|doanh nghiệp|cơ quan|chi hội|đơn vị)(?!\p{L})/u;
const sharesPlaces = (folded: string, { draft, lead, tail }: Stated): boolean =>
  draft.kind === 'percentage' &&
  /,\s*(?:có\s*)?$/u.test(folded.slice(lead.start - 1, lead.end)) &&
  OF_PLACES.test(folded.slice(draft.span.end, tail.end));

/** Groups of borrowers, as places and offices, have none unless their own words name them. */
const GROUP = /^\s*tổ (?:tiết kiệm|tk|vay vốn|hợp tác)(?!\p{L})/u;

type Words = Pick<Layout, 'folded' | 'text'>;

/** The groups each figure is about: its own words, else those of its statement, else of the figure it goes on from. */
export const subjectsOf = (
  layout: Words,
  stated: readonly Stated[],
  mentions: readonly Mention[],
  leadIn: (stated: Stated) => Mention[],
): Subjects[] => {
  const { folded } = layout;
  const own = stated.map((one, i) =>
    ownMentions(folded, one, mentions, stated[i + 1]?.draft.sentence !== one.draft.sentence),
  );
  const told: Subjects[] = [];
  stated.forEach((one, i) => {
    const codes = (found: readonly Mention[]) =>
      codesOf(found, HOUSEHOLDS.has(one.draft.unit) || countsHouseholds(stated, one));
    const named = haveNone(folded, one) ? [] : (audienceOf(folded, stated, own, i) ?? (own[i] as Mention[]));
    if (named.length || PLACES.has(one.draft.unit) || GROUP.test(folded.slice(one.draft.span.end, one.tail.end))) {
      const still = stillOf(folded, stated, told, i, codes(named));
      told.push({ codes: byPeople(folded, stated, told, i) ?? still, implied: false, from: null });
      return;
    }
    if (sharesPlaces(folded, one)) {
      told.push({ codes: [], implied: false, from: null });
      return;
    }
    const people = byPeople(folded, stated, told, i);
    if (people) {
      told.push({ codes: people, implied: true, from: i - 1 });
      return;
    }
    const implied = isWhole(folded, one) ? [] : impliedIn(folded, stated, own, mentions, i);
    const from = implied.length ? null : goesOnFrom(layout, stated, i);
    const opening = from === null && !implied.length ? openingOf(folded, stated, mentions, leadIn, i) : [];
    const earlier =
      from === null
        ? codes(implied.length ? implied : opening)
        : one.draft.kind === 'money'
          ? jointly(folded, stated, told, from)
          : (told[from] as Subjects).codes;
    const homes = one.draft.unit === 'house' && from !== null && earlier.join() === 'poor_person';
    told.push({ codes: homes ? [] : otherHalf(folded, one, earlier), implied: true, from });
  });
  return told;
};

/** "hộ dân tộc Khmer đã giảm 78 hộ nghèo, còn 677 hộ nghèo": of the same people, whose name was said once. */
const stillOf = (
  folded: string,
  stated: readonly Stated[],
  told: readonly Subjects[],
  i: number,
  codes: Subject[],
): Subject[] => {
  const { draft, clause, lead } = stated[i] as Stated;
  const before = stated[i - 1];
  if (!before || before.clause.start !== clause.start || before.draft.unit !== draft.unit) return codes;
  if (!LEVEL.test(folded.slice(lead.start, lead.end))) return codes;
  const earlier = (told[i - 1] as Subjects).codes;
  return earlier.length === codes.length + 1 &&
    earlier.includes('ethnic_minority') &&
    codes.every((code) => earlier.includes(code))
    ? earlier
    : codes;
};

/** "… khó khăn do dịch bệnh, đã chi 120 triệu đồng cho 80 người có công": the money went to those counted, whoever is named before it. */
const PAID_TO = /^\s*cho(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u;

/** "hộ nghèo nhiều nhất là dân tộc Thái với 420 hộ, tiếp đó là dân tộc Mông (310 hộ); dân tộc Kinh (25 hộ)" */
const PEOPLE_NAMED =
  /^[\s;,)(]*(?:(?:tiếp (?:đó|đến|theo)|kế (?:đó|đến|tiếp))(?: là)?|và|còn)?\s*(?:dân tộc|đồng bào)\s+(\p{L}+)(?:\s+\p{L}+)?\s*(?:với|có|là|[:(])?\s*$/u;
const byPeople = (
  folded: string,
  stated: readonly Stated[],
  told: readonly Subjects[],
  i: number,
): Subject[] | null => {
  const [one, before] = [stated[i] as Stated, stated[i - 1]];
  if (before?.draft.sentence !== one.draft.sentence || before.draft.unit !== one.draft.unit) return null;
  const name = PEOPLE_NAMED.exec(folded.slice(one.lead.start, one.lead.end))?.[1];
  const poor = (told[i - 1] as Subjects).codes.filter((code) => code !== 'ethnic_minority');
  if (!name || !poor.length || !poor.every((code) => /poor_/u.test(code))) return null;
  return name === 'kinh' ? poor : [...poor, 'ethnic_minority' as const].sort();
};

/** Meetings are held for those counted right behind: "475 cuộc tập huấn … cho 23.990 lượt nông dân". */
const audienceOf = (
  folded: string,
  stated: readonly Stated[],
  own: readonly Mention[][],
  i: number,
): Mention[] | null => {
  const { draft, clause } = stated[i] as Stated;
  const next = stated[i + 1];
  if (draft.kind === 'money' && next?.draft.kind === 'count' && PEOPLE.has(next.draft.unit))
    return PAID_TO.test(folded.slice(draft.span.end, next.draft.span.start)) && strong(own[i + 1] ?? []).length
      ? countedAs(next.draft.unit, own[i + 1] as readonly Mention[])
      : null;
  const served = draft.unit === 'works' && /(?<!\p{L})phục vụ(?:\s+cho)?\s*$/u;
  if (
    !(draft.unit === 'event' || served) ||
    own[i]?.length ||
    next?.clause.start !== clause.start ||
    !PEOPLE.has(next.draft.unit)
  )
    return null;
  return (served || GIVES_TO).test(folded.slice(draft.span.end, next.draft.span.start))
    ? (own[i + 1] as Mention[])
    : null;
};

/** "4 tỷ đồng hỗ trợ hộ nghèo và 2 tỷ đồng cứu đói": what it paid for is said of it. */
const PAYS_FOR = /^\s*(?:để\s+)?(?:cứu đói|cứu trợ|mua|xây|sửa|tặng quà|trợ cấp)(?!\p{L})/u;
const paysForOwn = (folded: string, { draft, follows, tail }: Stated): boolean =>
  draft.kind === 'money' && follows !== null && PAYS_FOR.test(folded.slice(draft.span.end, tail.end));

/** "300 căn nhà cho hộ nghèo, 80 căn nhà ở xã hội" */
const OTHER_HOUSES =
  /^\s*(?:căn\s+|ngôi\s+)?nhà\s+(?:ở\s+)?(?:xã hội|tình nghĩa|tình thương|đại đoàn kết|công vụ)(?!\p{L})/u;
const isOtherHouses = ({ unit }: Stated['draft'], behind: string): boolean =>
  unit === 'house' && OTHER_HOUSES.test(behind);

/** Behind a semicolon a number with a predicate of its own is no member of the list before. */
const sharesVerb = (folded: string, { draft, lead, tail }: Stated): boolean => {
  const behind = folded.slice(draft.span.end, tail.end);
  if (OTHERS.test(behind) || isOtherHouses(draft, behind)) return false;
  return (
    !folded.slice(lead.start, lead.end).includes(';') ||
    !/^\s*(?:\p{L}+\s+){1,8}?(?:được|đã|có|vay|tham gia|thoát|hưởng|sử dụng|dùng)(?!\p{L})/u.test(behind)
  );
};

/** What came of it is another statement: "…, góp phần giúp 4 nghìn hộ nghèo". */
const RESULT = quick(/(?<!\p{L})(?:góp phần|qua đó|từ đó|nhờ đó|trong đó|trong số đó)(?!\p{L})/u);

/** The groups that other figures of its statement name for a figure that names none. */
const impliedIn = (
  folded: string,
  stated: readonly Stated[],
  own: readonly (readonly Mention[])[],
  mentions: readonly Mention[],
  i: number,
): readonly Mention[] => {
  const one = stated[i] as Stated;
  const at = (index: number): readonly Mention[] => own[index] as readonly Mention[];
  if (paysForOwn(folded, one)) return [];
  for (let head = one.follows; head !== null; head = headOf(stated, head)) {
    if (at(head).length) return one.draft.kind === 'money' ? listedWith(folded, stated, own, head) : at(head);
  }
  for (
    let next = i + 1;
    one.draft.unit !== 'item' && next < stated.length && (stated[next] as Stated).follows === next - 1;
    next += 1
  ) {
    if (strong(at(next)).length) {
      const between = folded.slice(one.draft.span.end, (stated[next] as Stated).draft.span.start);
      return RESULT.test(between) ? [] : strong(at(next));
    }
  }
  const listed = one.continues === null ? undefined : stated[one.continues];
  if (listed?.draft.unit === one.draft.unit && at(i - 1).length && sharesVerb(folded, one)) return at(i - 1);
  if (GIVEN.has(one.draft.unit)) {
    const whole = wholeBefore(folded, stated, own, i);
    if (whole.length) return whole;
    const given = ofRecipients(folded, stated, own, mentions, i);
    if (given.length) return given;
  }
  if (pairedWithNext(folded, stated, i) && at(i + 1).length) return at(i + 1);
  const given = one.draft.kind === 'money' ? ofPeople(folded, stated, own, i) : [];
  if (given.length) return given;
  if (goesOnAsShare(folded, stated, i)) {
    let of = i - 1;
    while (!at(of).length && of > 0 && isRangeEnd(stated, of)) of -= 1;
    if (at(of).length) return at(of);
  }
  if (CLASSES.has(one.draft.unit)) return ofTrainees(stated, own, i);
  const same = elliptic(folded, stated, rootOf(stated, i));
  return same === null ? [] : at(same);
};

/** "703 căn nhà cho người có công, trong đó xây mới 304 căn, sửa chữa 399 căn": parts are for those the whole is for. */
const wholeBefore = (
  folded: string,
  stated: readonly Stated[],
  own: readonly (readonly Mention[])[],
  i: number,
): readonly Mention[] => {
  const { draft, clause } = stated[i] as Stated;
  for (let at = i - 1; stated[at]?.clause.start === clause.start; at -= 1) {
    const before = stated[at] as Stated;
    if (before.draft.unit === draft.unit && own[at]?.length)
      return PARTS.test(folded.slice(before.draft.span.end, draft.span.start)) ? (own[at] as readonly Mention[]) : [];
  }
  return [];
};

/** The groups that open the clause of its first figure, else those of the lines before. */
const openingOf = (
  folded: string,
  stated: readonly Stated[],
  mentions: readonly Mention[],
  leadIn: (stated: Stated) => Mention[],
  i: number,
): Mention[] => {
  const one = stated[i] as Stated;
  let at = i - 1;
  while (stated[at]?.clause.start === one.clause.start && PLACES.has((stated[at] as Stated).draft.unit)) at -= 1;
  if (stated[at]?.clause.start === one.clause.start) return [];
  const opening = strong(within(mentions, { start: one.clause.start, end: one.lead.start }));
  return nearestRun(folded, opening.length ? opening : strong(leadIn(one)));
};

/** "vận động 957 triệu đồng, hỗ trợ cho 3.179 đối tượng": those for whom the money just told of was meant. */
const isPaidFor = (folded: string, stated: readonly Stated[], i: number): boolean => {
  const [{ draft, tail, clause }, before] = [stated[i] as Stated, stated[i - 1]];
  return (
    before?.clause.start === clause.start &&
    before.draft.kind === 'money' &&
    before.follows === null &&
    NAMELESS.test(folded.slice(draft.span.end, tail.end))
  );
};

/** What costs something itself: its price is not said of those spoken of before it. */
const BUILT: ReadonlySet<Unit> = new Set(['works', 'model', 'facility', 'school']);

/** Households listed behind persons are others: "45.000 lao động có việc làm, 31.000 hộ được vay". */
const ALONE = /^\s*,\s*(?:(?:trên|hơn|gần|khoảng)\s*)?$/u;

/** Within one clause a figure that names nobody speaks of those spoken of just before; beyond it where its words point back. */
const goesOnFrom = ({ folded, text }: Words, stated: readonly Stated[], i: number): number | null => {
  const one = stated[i] as Stated;
  if (startsAnew(folded, one) && !isPaidFor(folded, stated, i)) return null;
  if (one.follows !== null && BUILT.has((stated[one.follows] as Stated).draft.unit)) return one.follows;
  for (let at = i - 1; at >= 0; at -= 1) {
    const before = stated[at] as Stated;
    if (before.draft.sentence !== one.draft.sentence || before.clause.start !== one.clause.start) break;
    if (PLACES.has(before.draft.unit)) continue;
    const lead = folded.slice(one.lead.start, one.lead.end);
    const behind = folded.slice(one.draft.span.end, one.tail.end);
    if (paysForOwn(folded, one)) return null;
    if (HOUSEHOLDS.has(one.draft.unit) && before.draft.unit === 'person' && ALONE.test(lead)) return null;
    if (
      one.draft.unit === 'house' &&
      before.draft.unit === 'house' &&
      (BUILDS.test(lead) || isOtherHouses(one.draft, behind)) &&
      FOR.test(folded.slice(before.draft.span.end, before.tail.end))
    )
      return null;
    return at;
  }
  return pointsBack({ folded, text }, stated, i);
};

/** Openings that go on with what the sentence before said: "Trong đó …", "Mỗi phần quà trị giá …", "Con số này …". */
const POINTS_BACK =
  /^[\s–•+*“"(;-]*(?:trong (?:đó|số (?:này|đó|trên))|theo đó|cụ thể|con số (?:này|đó)|sau (?:khi )?(?:được )?(?:học nghề|đào tạo|học xong|khóa học|khi học|tốt nghiệp)|tổng (?:số )?(?:tiền|kinh phí|giá trị|trị giá)[^.;,\d]{0,32} này|(?:số|nguồn) (?:tiền|kinh phí|quà|gạo|vốn)?\s*(?:này|trên|đó)|mỗi (?:suất|phần|hộ|người|căn|nhà|em|cháu|đối tượng|trường hợp|học sinh|khẩu)|(?:các|những) (?:lớp|khóa|lao động|người|hộ|em|cháu|đối tượng|học viên)[^.;,\d]{0,24} (?:này|nói trên|nêu trên))(?!\p{L})/u;
/** A part of what the sentence before told: "Riêng năm 2009, số tiền vận động là …". */
const OF_THAT = /^[\s–•+*“"(;-]*riêng(?!\p{L})[^.;:]{0,48}(?:là|đạt|:)\s*$/u;
/** "…, hỗ trợ một lần 900.000 đồng cho mỗi người" goes on with those counted before. */
const EACH = /^\s*cho mỗi (?:người|hộ|em|cháu|đối tượng|trường hợp|học sinh|khẩu|lao động)(?!\p{L})/u;
/** Openings that do so within a paragraph, where they say how much each one got. */
const RATE_OF_EACH = /^[\s–•+*“"(;-]*(?:với )?(?:mức|định mức) (?:hỗ trợ|quà|trợ cấp|chi|tặng|cấp|hưởng)/u;
/** "Cấp cho 50 hộ trên": the counted noun itself points back. */
const THOSE =
  /^\s*(?:hộ|người|em|cháu|đối tượng|trường hợp|học sinh|gia đình)(?:\s+\p{L}+)?\s+(?:này|nói trên|kể trên|trên(?! địa bàn))(?!\p{L})/u;
/** A name in a list, or one half of a people: "; Ninh Hải: 258 kg", "; thành thị: 3,3%". */
const NAME =
  /^[\s;]*(?:và\s+|riêng\s+|tại\s+)*(?:(?:(?:TP|TX|TT)\.?\s+)?\p{Lu}\p{Ll}*(?:[\s'’-]+\p{Lu}\p{Ll}*){0,4}|(?:huyện|xã|phường|thị xã|thị trấn|thành phố|tỉnh|quận)\s+\p{Lu}[^\d;:,.]{0,32}|(?:khu vực\s+)?(?:nông thôn|thành thị|miền núi|đồng bằng)|nam|nữ|BH(?:XH|YT|TN)(?:\s+(?:bắt buộc|tự nguyện|hộ gia đình))?)\s*:?\s*$/u;
/** Money of the statement before a semicolon: "…; tổng kinh phí thực hiện 92 tỷ đồng". */
const ITS_COST =
  /^[\s;]*(?:và\s+)?(?:với\s+)?(?:tổng\s+)?(?:số\s+)?(?:kinh phí|số tiền|tiền|trị giá|giá trị)(?:\s+(?:của dự án|dự án(?:\s+\p{L}+){0,3}?|mô hình|thực hiện|chi trả|hỗ trợ|đã|là|được|trên|hơn|gần|khoảng|giải ngân|trợ cấp|chi))*\s*:?\s*$/u;
/** How far back such words can point. */
const NEAR = 320;

const pointsBack = ({ folded, text }: Words, stated: readonly Stated[], i: number): number | null => {
  const { draft, clause, lead, tail } = stated[i] as Stated;
  const isNear = (at: number) => at >= 0 && draft.span.start - (stated[at] as Stated).draft.span.end <= NEAR;
  let at = i - 1;
  while (isNear(at) && PLACES.has((stated[at] as Stated).draft.unit)) at -= 1;
  const before = stated[at];
  if (!before || !isNear(at)) return null;
  const opening = folded.slice(clause.start, draft.span.start);
  const own = { start: Math.max(clause.start, lead.start), end: lead.end };
  if (POINTS_BACK.test(opening) || OF_THAT.test(opening) || THOSE.test(folded.slice(draft.span.end, tail.end)))
    return at;
  if (
    before.draft.paragraph === draft.paragraph &&
    RATE_OF_EACH.test(opening) &&
    PER_HEAD.test(folded.slice(draft.span.end, tail.end))
  )
    return at;
  if (
    before.draft.paragraph === draft.paragraph &&
    draft.kind === 'money' &&
    EACH.test(folded.slice(draft.span.end, tail.end))
  )
    return at;
  if (before.draft.sentence !== draft.sentence) return null;
  const { draft: first, tail: rest } = stated[rootOf(stated, at)] as Stated;
  if (
    NAMELESS.test(folded.slice(draft.span.end, tail.end)) &&
    folded.slice(first.span.end, rest.end).trim().startsWith('đối tượng')
  )
    return at;
  if (
    BARE.test(folded.slice(own.start, own.end)) &&
    (draft.kind === 'count' || SHARE_OF_PLACES.test(folded.slice(draft.span.end, tail.end)))
  )
    return at;
  if (draft.kind === 'money' && before.draft.kind === 'count' && ITS_COST.test(folded.slice(own.start, own.end)))
    return at;
  return NAME.test(text.slice(own.start, own.end)) ? at : null;
};
/** People counted by a noun that tells nothing of them are those just told of. */
const NAMELESS = /^\s*đối tượng\s*$/u;
/** A number with no words before it goes on with a list. */
const BARE = /^\s*;\s*(?:và\s+)?(?:(?:trên|hơn|gần|khoảng)\s*)?$/u;
const SHARE_OF_PLACES =
  /^\s*(?:số\s+|các\s+)*(?:xã|phường|huyện|quận|tỉnh|thôn)(?:[\s,]+(?:và|số|xã|phường|huyện|quận|thôn|bản|ấp|thị|trấn|thành|phố|tỉnh))*\s*$/u;
const PER_HEAD =
  /(?:\/|mỗi|cho (?:01|1|một))\s*(?:người|khẩu|nhân khẩu|hộ|em|cháu|học sinh|đối tượng|lao động|trường hợp)/u;

/** "(Nữ: 4,4%; Nam: 3,1%)": what is said of women is not said of men or of places. */
const MEN_OR_PLACE = /^[\s;,(]*(?:khu vực\s+)?(?:nam|nông thôn|thành thị|miền núi|đồng bằng)\s*:?\s*$/u;
const otherHalf = (folded: string, { lead }: Stated, codes: Subject[]): Subject[] =>
  MEN_OR_PLACE.test(folded.slice(lead.start, lead.end)) ? codes.filter((code) => code !== 'woman') : codes;

/** People served otherwise, other people, another loan: what was said before is not said of them. */
const ANEW =
  /^[\s,]*(?:và\s+)?(?:đã\s+)?(?:hỗ trợ|khám|miễn|giảm|cấp|tổ chức|mở|tư vấn|giới thiệu|trợ cấp|cho vay|phát sinh)(?!\p{L})/u;
export const OTHERS =
  /^\s*(?:lượt )?(?:y,? ?)?(?:bác sĩ|y sĩ|thầy thuốc|tình nguyện viên|nhân viên|giáo viên|đại biểu|(?:đối tượng|người|hộ|trường hợp) (?:còn lại|khác)(?!\p{L})|người (?:được )?hưởng (?:các )?(?:chế độ|bhxh|bảo hiểm xã hội|lương hưu|trợ cấp (?:bhxh|tuất|thai sản|ốm đau))|đối tượng (?!chính sách|bảo trợ|hưởng|thụ hưởng|được|tham gia|này)\p{L})/u;
const NAMED_LOAN = quick(
  /(?<!\p{L})(?:cho vay|chương trình|ns ?& ?vsmt|nsvsmt|nước sạch|gqvl|giải quyết việc làm|xklđ|sxkd|nhà ở xã hội|vốn vay \p{L}+|vốn (?:nước|sản xuất|giải quyết|học sinh|nhà ở|xuất khẩu|hộ)|thu nợ|(?:tổng|nâng|đưa) dư nợ|nợ (?:quá hạn|xấu|khoanh))(?!\p{L})/u,
);
/** What a pair is measured on: "95 hộ nghèo trên tổng số 1.320 hộ". */
const WHOLE = /(?:(?:trên|trong) tổng(?: số)?|nghèo\s*\/)\s*$/u;
const isWhole = (folded: string, { draft }: Stated): boolean =>
  draft.kind === 'count' &&
  WHOLE.test(folded.slice(Math.max(draft.sentence.start, draft.span.start - 24), draft.span.start));
const startsAnew = (folded: string, one: Stated): boolean => {
  const { draft, lead, tail } = one;
  const before = folded.slice(lead.start, lead.end);
  if (isWhole(folded, one)) return true;
  if (
    draft.kind === 'money' &&
    (NAMED_LOAN.test(before) || /^\s*(?:cho|vào)\s+quỹ(?!\p{L})/u.test(folded.slice(draft.span.end, tail.end)))
  )
    return true;
  return PEOPLE.has(draft.unit) && (ANEW.test(before) || OTHERS.test(folded.slice(draft.span.end, tail.end)));
};

/** Homes built beside others were not built for those: "sửa 2 căn nhà cho gia đình chính sách, cất mới 3 căn". */
const FOR = quick(/(?<!\p{L})cho(?!\p{L})/u);
const BUILDS = /^[\s,]*(?:và\s+)?(?:đã\s+)?(?:xây|cất|dựng|làm|sửa|hỗ trợ xây|hỗ trợ sửa)(?!\p{L})/u;

const headOf = (stated: readonly Stated[], i: number): number | null =>
  (stated[i] as Stated).follows ?? (stated[i] as Stated).continues;

/** Words of time and level that name nothing counted: "…; đến cuối năm còn 2.260 hộ". */
const LEVEL =
  /^[\s;,–-]*(?:(?:đến|tính đến|cuối|đầu|hết|tới|ngày|năm|quý|tháng|kỳ|nay|hiện|nay|vẫn|toàn (?:xã|huyện|tỉnh|thành phố)|trong|và|thì|con số này|giảm|tăng|còn|xuống|lên|từ|là|có|chỉ|lại|khoảng|trên|hơn|gần|ước|[\d/.-]+)\s*)+$/u;

/** The figure earlier in the sentence whose group this one has left out, or null. */
const elliptic = (folded: string, stated: readonly Stated[], i: number): number | null => {
  const { draft, lead, tail } = stated[i] as Stated;
  const behind = folded.slice(draft.noun && !draft.unitImplied ? draft.noun.end : draft.span.end, tail.end);
  if (!LEVEL.test(folded.slice(lead.start, lead.end)) || /\p{L}/u.test(behind)) return null;
  for (let at = i - 1; stated[at]?.draft.sentence === draft.sentence; at -= 1) {
    if ((stated[at] as Stated).draft.unit === draft.unit) return at;
  }
  return null;
};

const sameKind = (a: Stated['draft'], b: Stated['draft']): boolean =>
  a.unit === b.unit || (PEOPLE.has(a.unit) && PEOPLE.has(b.unit));

const JOINED = /(?:,|và)\s*(?:(?:trên|hơn|gần|khoảng)\s*)?$/u;

/** Money behind a list goes to all of the list: "3.256 hộ nghèo và 214 hộ chính sách, kinh phí …". */
const listedWith = (
  folded: string,
  stated: readonly Stated[],
  own: readonly (readonly Mention[])[],
  head: number,
): readonly Mention[] => {
  const all = own[head] as readonly Mention[];
  const [before, here] = [stated[head - 1], stated[head] as Stated];
  if (before?.draft.sentence !== here.draft.sentence || !sameKind(before.draft, here.draft)) return all;
  const joined = JOINED.test(folded.slice(before.draft.span.end, here.draft.span.start));
  return joined ? [...listedWith(folded, stated, own, head - 1), ...all] : all;
};

/** Right before those that something goes to: "cho 15 hộ nghèo", "dành tặng người khuyết tật". */
const GIVES_TO = quick(
  /(?<!\p{L})(?:cho|tặng|giúp|hỗ trợ|tới|đến|dành cho|trao)(?:\s+(?:cho|các|những|gần|hơn|trên|khoảng|em|hàng \p{L}+|lượt|đối tượng|là))*\s*$/u,
);

/** Groups as the figure that counts them has them: households stay households. */
const countedAs = (unit: Unit, mentions: readonly Mention[]): Mention[] =>
  mentions.map((mention) => (HOUSEHOLDS.has(unit) ? { ...mention, person: mention.value } : mention));

const PARTS = quick(/(?<!\p{L})(?:gồm|trong đó|bao gồm)(?!\p{L})/u);
/** Money said of a list goes to all of the list: "86 người có công và 198 người cao tuổi được nhận quà, mức quà là …". */
const jointly = (folded: string, stated: readonly Stated[], told: readonly Subjects[], from: number): Subject[] => {
  const { codes } = told[from] as Subjects;
  const [before, here] = [stated[from - 1], stated[from] as Stated];
  if (before?.clause.start !== here.clause.start || !PEOPLE.has(here.draft.unit) || !sameKind(before.draft, here.draft))
    return codes;
  const between = folded.slice(before.draft.span.end, here.draft.span.start);
  if (PARTS.test(between)) return (told[from - 1] as Subjects).codes;
  return JOINED.test(between) ? [...new Set([...jointly(folded, stated, told, from - 1), ...codes])].sort() : codes;
};

/** "đến năm 2025 đạt 40% và đến năm 2030 đạt 55% cơ quan có lãnh đạo là nữ": what two years aim at is named once. */
const pairedWithNext = (folded: string, stated: readonly Stated[], i: number): boolean => {
  const [{ draft }, next] = [stated[i] as Stated, stated[i + 1]];
  return (
    draft.kind === 'percentage' &&
    next?.draft.kind === 'percentage' &&
    next.draft.sentence === draft.sentence &&
    NEXT_YEAR.test(folded.slice(draft.span.end, next.draft.span.start))
  );
};

interface Behind {
  at: number;
  draft: Stated['draft'];
  /** The words since the number before. */
  between: string;
}

/** The numbers behind one in its clause. */
const behindInClause = (folded: string, stated: readonly Stated[], i: number): Behind[] => {
  const { clause, draft } = stated[i] as Stated;
  const found: Behind[] = [];
  for (let at = i + 1; (stated[at] as Stated | undefined)?.clause.start === clause.start; at += 1) {
    const { draft: other } = stated[at] as Stated;
    const last = found.at(-1)?.draft ?? draft;
    found.push({ at, draft: other, between: folded.slice(last.span.end, other.span.start) });
  }
  return found;
};

/** "cho các hộ đối với 3 chương trình: …": what is listed behind the colon tells no more whom it is for. */
const OPENS_LIST = /(?<!cho|gồm|như|là)\s*:/u;

/** Things given go to those named last in their clause: "xây mới 12 nhà, sửa chữa 18 nhà cho …", "2 con bò, 5 con dê cho 15 hộ nghèo". */
const ofRecipients = (
  folded: string,
  stated: readonly Stated[],
  own: readonly (readonly Mention[])[],
  mentions: readonly Mention[],
  i: number,
): readonly Mention[] => {
  const { clause, draft, tail } = stated[i] as Stated;
  const bare = /^\s*(?:và\s*)?$/u.test(folded.slice(draft.noun?.end ?? draft.span.end, tail.end));
  const others = behindInClause(folded, stated, i);
  for (const { at, draft: other, between } of others) {
    const named = own[at] as readonly Mention[];
    if (PEOPLE.has(other.unit)) return GIVES_TO.test(between) ? countedAs(other.unit, named) : [];
    if (draft.unit === 'house' && other.kind === 'count' && !(bare && other.unit === 'house')) return [];
    if (named.length) return named;
    if (other.kind === 'count' && !GIVEN.has(other.unit)) return [];
  }
  const { end } = (others.at(-1)?.draft ?? draft).span;
  const list = folded.slice(end, clause.end).search(OPENS_LIST);
  const behind = within(mentions, { start: end, end: list < 0 ? clause.end : end + list });
  const first = behind.findIndex(({ span }) => GIVES_TO.test(folded.slice(end, span.start)));
  return first < 0 ? [] : firstRun(folded, strong(behind.slice(first)));
};

/** Money goes to those counted right behind it: "3,4 tỷ đồng (tăng 450 triệu đồng) giúp cho 827 hội viên vay". */
const ofPeople = (
  folded: string,
  stated: readonly Stated[],
  own: readonly (readonly Mention[])[],
  i: number,
): readonly Mention[] => {
  for (const { at, draft: other, between } of behindInClause(folded, stated, i)) {
    if (/,(?!\s*(?:để\s+)?(?:hỗ trợ|giúp|trợ giúp)\s[^,]*$)/u.test(between)) return [];
    if (PEOPLE.has(other.unit))
      return GIVES_TO.test(between) ? countedAs(other.unit, own[at] as readonly Mention[]) : [];
  }
  return [];
};

/** "Tỷ lệ nữ tham gia cấp ủy cấp huyện đạt 15,4%, cấp xã đạt 21,2%": a further share of the same group. */
const goesOnAsShare = (folded: string, stated: readonly Stated[], i: number): boolean => {
  const one = stated[i] as Stated;
  const before = stated[i - 1];
  if (before?.draft.sentence !== one.draft.sentence || before.draft.kind !== 'percentage') return false;
  const words = folded.slice(one.lead.start, one.lead.end);
  return one.draft.kind === 'percentage' && words.length <= 48 && RATE_BEFORE.test(words);
};

/** The upper number of a range has no words of its own. */
const isRangeEnd = (stated: readonly Stated[], i: number): boolean =>
  (stated[i] as Stated).draft.comparator === 'le' && (stated[i - 1] as Stated).draft.comparator === 'ge';

/** The figure that a statement opens with. */
const rootOf = (stated: readonly Stated[], i: number): number => {
  const { follows } = stated[i] as Stated;
  return follows === null ? i : rootOf(stated, follows);
};

/** Classes take the subject of their trainees (spec/figures.md, "Settled cases"). */
const ofTrainees = (stated: readonly Stated[], own: readonly (readonly Mention[])[], i: number): readonly Mention[] => {
  const { sentence } = (stated[i] as Stated).draft;
  for (let next = i + 1; stated[next]?.draft.sentence === sentence; next += 1) {
    if (stated[next]?.draft.unit === 'person' && own[next]?.length) return own[next] as readonly Mention[];
  }
  return [];
};

/** Money and shares said of households keep the household's group. */
const countsHouseholds = (stated: readonly Stated[], one: Stated): boolean => {
  const head = one.follows === null ? null : (stated[one.follows] as Stated);
  return head !== null && one.draft.kind !== 'count' && HOUSEHOLDS.has(head.draft.unit);
};
