import { quick } from '../../text/quick.ts';
import { all, counts, money, nearer, of, type Rule, type Sight } from './sight.ts';

/** Everybody named is a person of merit or of their family: their allowances are merit policy. */
const meritGroups = (sight: Sight) =>
  sight.subjects.length > 0 &&
  sight.subjects.every((s) => /^(?:meritorious_person|martyr_family|war_invalid|heroic_mother)$/.test(s));

/** "giải quyết chế độ cho 120 hồ sơ": each file settled is one person's; a file taken in or looked up is not yet. */
const SETTLED = nearer(
  quick(/(?<!\p{L})(?:giải quyết|hỗ trợ|trợ cấp|chi trả|công nhận)(?!\p{L})/u),
  quick(
    /(?<!\p{L})(?:tiếp nhận|đề nghị|quản lý|thẩm định|trích lục|tra cứu|chuyển|trả lại|lập|số hóa|rà soát|lưu trữ|xem xét|nhận)(?!\p{L})/u,
  ),
);
const MERIT = quick(/(?<!\p{L})(?:có công|liệt sĩ|thương binh|bệnh binh|ưu đãi|kháng chiến|ncc|cách mạng)(?!\p{L})/u);
/** Papers, graves and remains are no people served. */
const REMAINS = quick(/(?<!\p{L})(?:adn|danh tính|hài cốt|mộ|di vật|cung cấp thông tin)(?!\p{L})[^,;]*$/u);
/** "cấp dụng cụ chỉnh hình cho 120 thương binh": a benefit of merit, not a treatment. */
const AIDS = quick(/(?<!\p{L})(?:chỉnh hình|điều dưỡng|phục hồi (?:chức năng|sức khỏe))(?!\p{L})[^;]*$/u);

/** What the words at the number settle. */
export const meritNear: readonly Rule[] = [
  {
    indicator: 'merit.beneficiaries',
    topic: 'merit_policy',
    when: all(
      of('merit_policy', 'other'),
      (s) =>
        s.unit === 'dossier' && SETTLED(s.before) && (s.topic === 'merit_policy' || MERIT.test(s.sentence + s.tail)),
    ),
  },
  { indicator: null, topic: null, when: all(of('merit_policy'), counts, (s) => REMAINS.test(s.lead)) },
  {
    indicator: 'merit.beneficiaries',
    topic: 'merit_policy',
    when: all(of('healthcare'), counts, meritGroups, (s) => AIDS.test(s.lead)),
  },
];

/** People of merit and their families. */
export const meritRules: readonly Rule[] = [
  {
    indicator: 'merit.beneficiaries',
    topic: 'merit_policy',
    when: all(counts, of('social_protection', 'other'), meritGroups),
  },
  { indicator: 'merit.cost', topic: 'merit_policy', when: all(money, of('social_protection', 'other'), meritGroups) },
  { indicator: 'merit.beneficiaries', topic: 'merit_policy', when: all(of('merit_policy'), counts) },
  { indicator: 'merit.cost', topic: 'merit_policy', when: all(of('merit_policy'), money) },
];
