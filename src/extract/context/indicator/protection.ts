import { quick } from '../../text/quick.ts';
import { all, counts, granted, money, of, own, type Rule } from './sight.ts';

const IN_CARE = quick(/(?<!\p{L})(?:nuôi dưỡng|chăm sóc)[^,;.]{0,40}$/u);

const SPONSORED = quick(/(?<!\p{L})(?:nhận )?đỡ đầu(?:\s+(?:cho|được|hơn|gần|trên|khoảng))*\s*$/u);
const CERTIFIED = quick(
  /(?<!\p{L})(?:giấy (?:xác nhận|chứng nhận)|(?:xác định|giám định|đánh giá)(?: lại)?(?: mức độ| dạng)* (?:khuyết )?tật)(?!\p{L})[^,;.]{0,40}$/u,
);
/** "cấp giấy chứng nhận khuyết tật cho 2.400 người, trong đó …" */
const CERTIFICATES =
  /giấy (?:xác nhận|chứng nhận) khuyết tật(?!.*(?<!\p{L})(?:trợ cấp|hưởng|thẻ|hỗ trợ)(?!\p{L}))[^;]*(?:trong đó|gồm)/su;
const INTO_CARE = /^[^,;.]{0,60}(?<!\p{L})vào (?:các )?(?:trung tâm|cơ sở|nhà xã hội|làng)(?!\p{L})/u;

/** "Trợ cấp hàng tháng" over the rows of a table or the items of a list. */
const UNDER_ALLOWANCES = /trợ (?:cấp|giúp)|đối tượng (?:đang )?hưởng/iu;

/** What the words at the number settle. */
export const protectionNear: readonly Rule[] = [
  // Who lives in a home is no recipient of an allowance.
  {
    indicator: null,
    topic: 'social_protection',
    when: all(
      counts,
      of('social_protection', 'gifts_and_donations'),
      (s) => IN_CARE.test(s.lead) && !/trợ cấp/u.test(s.lead),
    ),
  },
  // A certificate of disability, a place in a centre: neither is an allowance.
  {
    indicator: null,
    topic: 'social_protection',
    when: all(counts, of('social_protection'), (s) => CERTIFIED.test(s.lead) || INTO_CARE.test(s.tail)),
  },
  // The degrees of disability of those certified.
  {
    indicator: null,
    topic: 'social_protection',
    when: all(
      counts,
      of('social_protection'),
      (s) => CERTIFICATES.test(s.sentence) && s.earlier[0]?.indicator === null && s.earlier[0].unit === s.unit,
    ),
  },
  // A sponsor of one's own is no office's allowance.
  {
    indicator: null,
    topic: null,
    when: all(counts, of('social_protection', 'child_protection', 'gifts_and_donations'), (s) =>
      SPONSORED.test(s.lead),
    ),
  },
  { indicator: 'sp.funerals', topic: 'social_protection', when: all(counts, own(/mai táng/u)) },
  {
    indicator: 'sp.funeral_cost',
    topic: 'social_protection',
    when: all(money, (s) => /mai táng/u.test(s.own) || s.head?.indicator === 'sp.funerals'),
  },
];

/** Allowances of social protection, funerals. */
export const protectionRules: readonly Rule[] = [
  {
    indicator: 'sp.beneficiaries',
    topic: 'social_protection',
    when: all(
      of('social_protection'),
      counts,
      (s) => granted(s) || s.subjects.includes('social_protection_beneficiary') || UNDER_ALLOWANCES.test(s.heading),
    ),
  },
  { indicator: 'sp.cost', topic: 'social_protection', when: all(of('social_protection'), money) },
];
