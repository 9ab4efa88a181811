import { quick } from '../../text/quick.ts';
import { all, counts, money, not, of, own, type Rule } from './sight.ts';

const INTERNAL = quick(/(?<!\p{L})(?:đăng ký|đạt danh hiệu|danh hiệu|đạt tiêu chuẩn|được công nhận)(?!\p{L})/u);

/** What became of a herd, and what was done to it, is no supply of animals. */
const HERD =
  /(?:sinh sản (?:được|thêm|ra)|đẻ (?:được|thêm|ra)?|nâng (?:tổng )?(?:số |đàn )?[^,;.\d]{0,16}lên|tăng lên|phát triển (?:lên|thành)|tổng đàn|đang chửa|mang thai|xuất (?:bán|chuồng)|tiêm|thụ tinh|kiểm dịch|tiêu hủy)/u;

/** What the words at the number settle. */
export const productionNear: readonly Rule[] = [
  {
    indicator: null,
    topic: 'production_support',
    when: (s) => s.unit === 'animal' && HERD.test(s.lead),
  },
  { indicator: null, topic: null, when: all(counts, of('production_support'), own(INTERNAL), not(own(/hỗ trợ|vay/u))) },
];

/** Support of production and livelihoods. */
export const productionRules: readonly Rule[] = [
  { indicator: 'prod.livestock', topic: 'production_support', when: (s) => s.unit === 'animal' },
  {
    indicator: 'prod.models',
    topic: 'production_support',
    when: all(of('production_support', 'poverty_reduction'), (s) => s.unit === 'model'),
  },
  { indicator: 'prod.households', topic: 'production_support', when: all(of('production_support'), counts) },
  { indicator: 'prod.cost', topic: 'production_support', when: all(of('production_support'), money) },
];
