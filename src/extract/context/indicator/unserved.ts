import { quick } from '../../text/quick.ts';
import { all, counts, nearer, of, own, type Rule, type Sight } from './sight.ts';
import { STOCK } from './stock.ts';

/** Members and officers of a body are not those it serves. */
const MEMBERS = /^\s*(?:hội viên|đoàn viên|thành viên|cán bộ|đại biểu|đảng viên|cộng tác viên|tình nguyện viên)/u;
/** What storms, floods and accidents did is no relief given. */
const DAMAGED =
  /^[^,;.]{0,40}(?<!\p{L})(?:ngập|sập|đổ|tốc mái|hư hỏng|hư hại|hỏng|cuốn trôi|thiệt hại|cháy|sạt lở|chìm|chết|vùi lấp|mất trắng)(?!\p{L})/u;
const HARMED = /^[^,;.]{0,24}(?<!\p{L})(?:chết|tử vong|mất tích|bị thương|thiệt mạng|thương vong|bị nạn)(?!\p{L})/u;
const GIVES = quick(
  /(?<!\p{L})(?:cho|tặng|tới|đến|hỗ trợ|giúp|trợ cấp|cứu trợ|thăm)(?:\s+(?:hơn|gần|trên|khoảng|gia đình|thân nhân))*\s*$/u,
);
/** Those who help are not those they serve: "40 bác sĩ đã khám cho 300 người". */
const HELPERS =
  /^\s*(?:lượt )?(?:y,? ?)?(?:bác sĩ|thầy thuốc|tình nguyện viên|y tá|điều dưỡng|dược sĩ|nhân viên|nghệ sĩ|ca sĩ|bộ đội|dân quân|chiến sĩ|cán bộ,? (?:chiến sĩ|y tế))/u;
const SERVES = quick(
  /(?<!\p{L})(?:được|hưởng|nhận|hỗ trợ|cấp|trao|tặng|trợ cấp|trợ giúp|chi trả|thụ hưởng|tham gia|đóng|vay|khám|điều trị|đào tạo|học nghề|nuôi dưỡng|chăm sóc|đi làm việc|xuất cảnh|giải quyết|tạo việc làm|thoát)(?!\p{L})/u,
);
/** Members counted as such: taken in, led, had. */
const ENROLS = quick(
  /(?<!\p{L})(?:kết nạp(?: mới| thêm| được)*|phát triển(?: mới| thêm| được)*|(?:hiện |đang )?có|quản lý|tập hợp(?: được)?|thu hút(?: được)?|tổng số(?: hội viên| đoàn viên)?(?: (?:toàn|của) \p{L}+)?(?: lên| là)?|lên|gồm|với|,|hội)(?:\s+(?:trên|hơn|gần|khoảng|tổng số))*\s*$/u,
);
const ENROLLED =
  /^\s*(?:hội viên|đoàn viên)(?!\p{L}|[^,;.]*(?:được|vay|nhận|nghèo|khó khăn|tham gia (?:bh|bảo hiểm)|dự|thoát))/u;
const enrolled = (s: Sight) =>
  s.unit === 'person' &&
  ((ENROLLED.test(s.tail) && ENROLS.test(s.lead)) ||
    /(?:tổng số|nâng (?:tổng )?số|số) (?:hội viên|đoàn viên)[^,;.\d]*(?:lên|là|đạt|có)(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u.test(
      s.lead,
    ));
/** Those praised were given a paper: "tặng giấy khen cho 12 tập thể, 30 cá nhân". */
const PRAISED = nearer(
  quick(
    /(?<!\p{L})(?:khen thưởng|(?:bằng|giấy) khen|kỷ niệm chương|huân chương|huy chương|cờ thi đua|biểu dương|tuyên dương|tôn vinh|vinh danh|danh hiệu (?:anh hùng|chiến sĩ))(?!\p{L})/u,
  ),
  quick(
    /(?<!\p{L})(?:quà|học bổng|hỗ trợ|trợ cấp|(?<!các )cấp|xây|sửa|thăm|vay|đào tạo|khám|suất|sổ tiết kiệm|xe)(?!\p{L})/u,
  ),
);
/** Guests of a ceremony: "50 gia đình chính sách dự họp mặt". */
const GUESTS =
  /^[^,;.\d]{0,60}(?<!\p{L})(?:dự|tham dự|đến dự|về dự) (?:lễ|họp mặt|gặp mặt|hội nghị|buổi|đại hội|chương trình|hội thảo)/u;
/** Those who give blood are nobody's patients. */
const DONORS = /hiến máu/u;
const BRANCHES = ({ unit, tail }: Sight) =>
  unit === 'organisation' && /^\s*(?:chi hội|cơ sở hội|tổ hội|phân hội)(?!\p{L})/u.test(tail);
const CHILDREN = /^(?:child|disadvantaged_child|orphan|preschool_child)$/;

const PROTECTED = /^(?:elderly|disabled|social_protection_beneficiary)$/;
const OF_MERIT = /^(?:meritorious_person|martyr_family|war_invalid|heroic_mother)$/;
const stocked = (s: Sight) =>
  s.subjects.length > 0 && STOCK.test(s.before) && !SERVES.test(s.before) && !SERVES.test(s.tail);

/** What is counted of a group, its members, its harm or its wants: no office served them by this number. */
export const unservedNear: readonly Rule[] = [
  // "bằng 40% mức lương cơ sở": how high a grant is, not how many get it.
  {
    indicator: null,
    topic: null,
    when: (s) => s.kind === 'percentage' && /^\s*(?:mức )?lương (?:cơ sở|tối thiểu)(?!\p{L})/u.test(s.rest),
  },
  { indicator: null, topic: 'gender_equality', when: (s) => enrolled(s) && s.subjects.includes('woman') },
  {
    indicator: null,
    topic: 'social_protection',
    when: (s) => enrolled(s) && (s.subjects.includes('elderly') || /cao tuổi/u.test(s.lead)),
  },
  {
    indicator: null,
    topic: 'other',
    when: (s) => enrolled(s) && s.subjects.some((code) => code === 'farmer' || code === 'veteran'),
  },
  {
    indicator: null,
    topic: 'child_protection',
    when: all(
      counts,
      of('social_protection', 'child_protection', 'other', 'education_support', 'gifts_and_donations'),
      (s) => s.subjects.length > 0 && s.subjects.every((code) => CHILDREN.test(code)),
      (s) => /(?<!\p{L})(?:có|còn)(?:\s+(?:trên|hơn|gần|khoảng))*(?:\s+\d|\s*$)/u.test(s.before),
      (s) => !SERVES.test(s.before) && !SERVES.test(s.tail),
    ),
  },
  // How many old people, how many of merit there are: the words about gifts beside it do not tell its area.
  {
    indicator: null,
    topic: 'social_protection',
    when: all(counts, of('gifts_and_donations'), stocked, (s) => s.subjects.every((code) => PROTECTED.test(code))),
  },
  {
    indicator: null,
    topic: 'merit_policy',
    when: all(counts, of('gifts_and_donations'), stocked, (s) => s.subjects.every((code) => OF_MERIT.test(code))),
  },
  {
    indicator: null,
    topic: null,
    when: all(
      counts,
      of(
        'merit_policy',
        'social_protection',
        'education_support',
        'gifts_and_donations',
        'housing_support',
        'employment',
        'production_support',
      ),
      (s) => !s.subjects.includes('social_protection_beneficiary'),
      (s) => STOCK.test(s.before),
      (s) => !SERVES.test(s.before) && !SERVES.test(s.tail),
    ),
  },
  {
    indicator: null,
    topic: 'other',
    when: all(
      (s) => s.kind === 'count' && s.unit !== 'gift' && s.unit !== 'scholarship',
      of('gifts_and_donations', 'other', 'labour_safety', 'communication', 'preferential_credit'),
      (s) => PRAISED(s.before),
    ),
  },
  { indicator: null, topic: null, when: all(counts, (s) => PRAISED(s.before)) },
  { indicator: null, topic: 'healthcare', when: all(counts, own(DONORS)) },
  {
    indicator: null,
    topic: null,
    when: all(counts, of('merit_policy', 'social_protection', 'gifts_and_donations', 'child_protection'), (s) =>
      GUESTS.test(s.tail),
    ),
  },
  { indicator: null, topic: 'social_protection', when: (s) => BRANCHES(s) && /cao tuổi|hội nct/u.test(s.sentence) },
  {
    indicator: null,
    topic: 'other',
    when: (s) => BRANCHES(s) && /nông dân|cựu chiến binh|ccb|toàn hội|hội nd/u.test(s.sentence),
  },
  {
    indicator: null,
    topic: null,
    when: all(
      counts,
      (s) => HARMED.test(s.tail) || (HELPERS.test(s.tail) && s.topic !== 'merit_policy'),
      (s) => !GIVES.test(s.lead),
    ),
  },
  // What the words at the number settle, whatever is spoken of around them.
  {
    indicator: null,
    topic: 'emergency_relief',
    when: all(
      (s) => s.unit === 'house' || s.unit === 'animal',
      (s) => DAMAGED.test(s.tail),
      (s) => !GIVES.test(s.lead),
    ),
  },
  {
    indicator: null,
    topic: null,
    when: all(
      own(
        /chưa (?:được|có|nhận|tham gia|tiếp cận)|không (?:được hưởng|có (?:bảo hiểm|thẻ|bhyt|việc làm)|tham gia)|bị (?:ăn bớt|cắt|thiếu(?! (?:đói|ăn|nước|lương thực)))/u,
      ),
      // "94 căn nhà cho hộ chưa có nhà ở" are there.
      (s) => s.unit !== 'house',
    ),
  },
  {
    indicator: null,
    topic: null,
    when: all(counts, of('merit_policy', 'social_protection', 'poverty_reduction', 'population', 'social_evils'), (s) =>
      MEMBERS.test(s.tail),
    ),
  },
];
