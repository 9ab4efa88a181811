import type { Topic } from '../../model/index.ts';

/** What a loan is for, by the words after "vay"; two purposes together leave it open. */
const PURPOSES: readonly (readonly [Topic, RegExp])[] = [
  [
    'labour_export',
    /(?:xuất khẩu lao động|xklđ|(?:đi )?(?:làm việc|lao động)(?: có thời hạn)?(?: theo hợp đồng)? (?:ở|tại) nước ngoài|đi làm việc nước ngoài|chi phí xuất cảnh|đi lao động nước ngoài)/u,
  ],
  [
    'employment',
    /(?:giải quyết việc làm|tạo(?: thêm)? việc làm|gqvl|quỹ quốc gia về việc làm|duy trì (?:và mở rộng )?việc làm|hỗ trợ việc làm)/u,
  ],
  ['water_sanitation', /(?:nước sạch|nước sinh hoạt|vệ sinh môi trường|ns&vsmt|nsvsmt)/u],
  [
    'education_support',
    /(?:học sinh,? sinh viên|học sinh|sinh viên|hssv|học phí|trang trải chi phí (?:trong )?học tập|máy tính)/u,
  ],
  ['housing_support', /(?:nhà ở|xây (?:dựng )?nhà|làm nhà|sửa (?:chữa )?nhà|về nhà)/u],
  [
    'production_support',
    /(?:sản xuất|chăn nuôi|kinh doanh|trồng|lâm nghiệp|chuyển đổi nghề|vùng khó khăn|sinh kế|phát triển kinh tế|mua (?:bò|trâu|giống))/u,
  ],
  ['social_insurance', /bảo hiểm xã hội/u],
];
/** "Giải quyết việc làm, thoát nghèo" behind the number tells what a loan brought, not what it was for. */
const RESULT = /(?:góp phần|qua đó|từ đó|tạo điều kiện|giúp cho|nhằm nâng|đã sử dụng)[\s\S]*$/u;

/** The policy area a loan serves, from the folded words of its statement; null where none or several are named. */
export const purposeOf = (words: string): Topic | null => {
  const told = words.replace(RESULT, '');
  const named = PURPOSES.filter(([, pattern]) => pattern.test(told)).map(([topic]) => topic);
  if (named.length === 2 && named.includes('employment') && named.includes('labour_export')) return null;
  return named.length === 1 ? (named[0] as Topic) : null;
};
