import { quick } from '../../text/quick.ts';
import { all, counts, of, type Rule, type Sight } from './sight.ts';

/** What a review finds of a case, its own words first: "hưởng sai chính sách", "chưa được hưởng đầy đủ". */
const FOUND =
  /^(?:[^,;.:\d]|\s\d{4}){0,60}?(?<!\p{L})(?:(?:được )?hưởng (?:sai|trùng)|trùng hưởng|khai (?:man|khống)|giả mạo|sai (?:đối tượng|quy định|chính sách|chế độ)|(?:chưa|không) được hưởng|hưởng (?:chưa|không) (?:đúng|đủ|đầy đủ)|đề nghị (?:được )?(?:giải quyết|xem xét|công nhận)|không có hộ khẩu|không đúng (?:đối tượng|quy định|chế độ)|hưởng [^,;.:\d]{2,40}? nhưng|vi phạm)(?!\p{L})/u;
/** Cases told of behind one so found are of the same review. */
const REVIEWED = quick(
  /(?<!\p{L})(?:phát hiện|rà soát)(?!\p{L})[^;]*(?:hưởng sai|khai man|sai (?:đối tượng|quy định))|(?<!\p{L})(?:khai man|trùng hưởng)(?!\p{L})/u,
);
/** "xã kê thêm 24 hộ cận nghèo": entered by deceit, so that they are no stock. */
const ENTERED = quick(
  /(?<!\p{L})(?:kê (?:thêm|khống|vượt)|khai khống|lập khống|chi sai cho|cấp (?:nhầm|sai) cho)(?!\p{L})[^,;.\d]{0,24}$/u,
);
/** The dead are no recipients. */
const MARTYRS_COUNTED = quick(/(?<!\p{L})số (?:mộ )?liệt s[ĩỹ](?!\p{L})[^,;.\d]{0,40}$/u);

const wrong = (s: Sight): boolean =>
  FOUND.test(s.tail) || (s.unit === 'case' && (REVIEWED.test(s.sentence) || FOUND.test(s.rest)));

/** What reviews and inspections find wrong: nobody was served by this number. */
export const findingsNear: readonly Rule[] = [
  {
    indicator: null,
    topic: 'emergency_relief',
    when: all(
      counts,
      (s) => ENTERED.test(s.lead) && (s.occasion === 'tet' || /(?<!\p{L})tết(?!\p{L})/u.test(s.sentence)),
    ),
  },
  { indicator: null, topic: null, when: all(counts, (s) => ENTERED.test(s.lead)) },
  {
    indicator: null,
    topic: null,
    when: all(counts, of('merit_policy', 'social_protection', 'poverty_reduction', 'emergency_relief'), wrong),
  },
  { indicator: null, topic: 'merit_policy', when: all(counts, (s) => MARTYRS_COUNTED.test(s.lead)) },
];
