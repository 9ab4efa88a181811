import { expect, test } from '@jest/globals';
import type { Row } from '../../../tests/extract/phrasings.ts';
import { fold } from '../text/words.ts';
import { codesOf, findMentions } from './mentions.ts';

/** The groups a text names, as codes for persons; nothing expected means that no group is named. */
const NAMED: readonly Row[] = [
  ['poor_household', 'các hộ nghèo', 'hộ gia đình nghèo', 'hộ dân nghèo', 'tỷ lệ nghèo'],
  ['near_poor_household', 'hộ cận nghèo', 'hộ gia đình cận nghèo'],
  [
    'near_poor_household,poor_household',
    'hộ nghèo, hộ cận nghèo',
    'hộ nghèo và cận nghèo',
    'hộ nghèo, cận nghèo',
    'hộ nghèo/cận nghèo',
  ],
  [
    'escaped_poverty_household,near_poor_household,poor_household',
    'hộ nghèo, hộ cận nghèo, hộ mới thoát nghèo',
    'hộ nghèo, cận nghèo và mới thoát nghèo',
  ],
  ['poor_person', 'người nghèo', 'bệnh nhân nghèo', 'nhân khẩu nghèo', 'đồng bào nghèo'],
  ['near_poor_person,poor_person', 'người nghèo, cận nghèo', 'người nghèo và người cận nghèo'],
  ['disabled', 'người khuyết tật', 'người khuyết tật nặng', 'NKT', 'người tàn tật', 'người khuyết tật đặc biệt nặng'],
  ['disabled,poor_person', 'người khuyết tật là hộ nghèo', 'người khuyết tật thuộc hộ nghèo'],
  ['child,poor_person', 'con em hộ nghèo', 'trẻ em thuộc hộ nghèo'],
  ['poor_person,student', 'học sinh thuộc hộ nghèo', 'học sinh con hộ nghèo'],
  ['preschool_child', 'học sinh mẫu giáo', 'trẻ mầm non', 'các cháu mẫu giáo'],
  ['orphan', 'trẻ em mồ côi', 'trẻ mồ côi cả cha lẫn mẹ', 'cháu mồ côi'],
  [
    'disadvantaged_child',
    'trẻ em có hoàn cảnh đặc biệt khó khăn',
    'trẻ em nghèo',
    'em có hoàn cảnh khó khăn',
    'em có nguy cơ rơi vào hoàn cảnh đặc biệt',
  ],
  ['elderly', 'người cao tuổi', 'NCT', 'các cụ', 'người già neo đơn', 'cụ già'],
  [
    'meritorious_person',
    'người có công với cách mạng',
    'gia đình có công',
    'thanh niên xung phong',
    'nạn nhân chất độc da cam',
  ],
  ['heroic_mother', 'còn sống 07 mẹ', 'Bà mẹ Việt Nam anh hùng', 'Mẹ VNAH'],
  ['war_invalid', 'thương binh', 'thương, bệnh binh', 'bệnh binh'],
  ['martyr_family', 'thân nhân liệt sĩ', 'thân nhân liệt sỹ', 'gia đình liệt sĩ', 'thờ cúng liệt sĩ'],
  ['policy_household', 'gia đình chính sách', 'đối tượng chính sách', 'hộ chính sách xã hội'],
  ['ethnic_minority', 'đồng bào dân tộc thiểu số', 'người DTTS', 'người Khmer', 'đồng bào Chăm'],
  ['worker', 'người lao động', 'lao động nông thôn', 'NLĐ', 'công nhân'],
  [
    'overseas_worker',
    'lao động đi làm việc ở nước ngoài',
    'người đi lao động nước ngoài',
    'thực tập sinh',
    'người đi xuất khẩu lao động',
  ],
  ['trainee', 'học viên', 'người học nghề'],
  ['woman', 'phụ nữ', 'hội viên phụ nữ', '300 chị em', '80% chị', 'Hội LHPN huyện có 300 hội viên'],
  ['veteran', 'Hội viên CCB', 'Hội CCB xã: 45 đồng chí'],
  ['worker', 'Liên đoàn Lao động tỉnh: 45 đoàn viên'],
  ['', '45 hội viên', 'Hội Phụ nữ: 45 đoàn viên', 'Hội Nông dân: 45 đồng chí'],
  ['escaped_poverty_household,poor_household,student', 'hộ nghèo, sinh viên nghèo, hộ mới thoát nghèo'],
  ['farmer', 'Hội Nông dân kết nạp 300 hội viên', 'Hội ND xã: hội viên'],
  ['poor_person,woman', 'phụ nữ nghèo', 'chị em nghèo'],
  ['poor_person,student', 'học sinh nghèo', 'sinh viên nghèo'],
  ['poor_person,veteran', 'cựu chiến binh nghèo'],
  ['woman,worker', 'lao động nữ'],
  ['insured', 'người tham gia BHXH', 'người tham gia bảo hiểm y tế'],
  ['unemployed', 'hưởng TCTN', 'người thất nghiệp', 'người bị thất nghiệp'],
  ['drug_user', 'người sau cai', 'cai tự nguyện', 'người nghiện ma túy', 'người nghiện ma tuý', 'người sau cai nghiện'],
  ['farmer', 'hộ nông dân', 'ngư dân'],
  ['veteran', 'cựu chiến binh', 'bộ đội xuất ngũ'],
  ['social_protection_beneficiary', 'đối tượng bảo trợ xã hội', 'đối tượng BTXH'],
  ['disaster_victim', 'gia đình bị ngập sâu', 'hộ gia đình có người bị chết', 'hộ bị thiệt hại', 'đồng bào vùng lũ'],
  // As other provinces and offices write them.
  ['poor_household', 'hộ đói nghèo', 'hộ thuộc diện nghèo', 'tỷ lệ đã giảm nghèo', 'hộ nghèo về thu nhập'],
  ['near_poor_household,poor_household', 'các hộ thuộc diện nghèo, cận nghèo', 'hộ gia đình nghèo, cận nghèo'],
  [
    'disadvantaged_household,near_poor_household,poor_household',
    'hộ nghèo, cận nghèo, hoàn cảnh khó khăn',
    'hộ nghèo, hộ cận nghèo, hộ có hoàn cảnh khó khăn',
  ],
  ['disadvantaged_household,policy_household', 'gia đình chính sách có hoàn cảnh khó khăn'],
  ['escaped_poverty_household', 'hộ vươn lên thoát nghèo', 'hộ thoát khỏi diện nghèo'],
  ['ethnic_minority', 'dân tộc Mường', 'hộ DTTS', 'ĐBDTTS', 'đồng bào Ê Đê', 'hộ đồng bào dân tộc'],
  ['ethnic_minority,student', 'học sinh dân tộc thiểu số', 'học sinh dân tộc nội trú'],
  ['child,disabled', 'trẻ em khuyết tật', 'trẻ khuyết tật'],
  ['disadvantaged_child', 'trẻ bị bỏ rơi', 'trẻ em ĐBKK', 'thiếu nhi có hoàn cảnh khó khăn'],
  ['meritorious_person', 'nạn nhân CĐDC', 'người HĐKC bị nhiễm CĐHH', 'lão thành cách mạng'],
  ['social_protection_beneficiary', 'đối tượng hưởng trợ cấp BTXH', 'đối tượng trợ cấp thường xuyên'],
  ['elderly', 'người từ 75-79 tuổi', 'người 90 tuổi', 'người từ đủ 80 tuổi'],
  ['overseas_worker', 'lao động đi làm việc tại Nhật Bản', 'lao động xuất cảnh'],
  ['trainee', 'lao động học nghề', 'người được dạy nghề'],
  ['veteran', 'thanh niên hoàn thành nghĩa vụ quân sự', 'thanh niên lên đường nhập ngũ', 'bộ đội phục viên'],
  ['drug_user', 'người sử dụng trái phép chất ma túy', 'bệnh nhân methadone'],
  [
    'disaster_victim',
    'hộ thiếu đói do hạn hán',
    'hộ bị thiệt hại do mưa lũ',
    'gia đình có người thiệt mạng',
    'hộ có nhà bị tốc mái',
    'gia đình bị cháy nhà',
  ],
  ['disaster_victim,worker', 'người lao động bị ảnh hưởng bởi dịch Covid-19', 'người bán vé số bị ảnh hưởng do dịch'],
  ['elderly', 'người cao tuổi được mừng thọ, hưởng trợ cấp xã hội'],
  [
    '',
    'người sử dụng lao động',
    'dụng cụ sửa nhà',
    'Anh hùng Lao động',
    'phát hiện sớm khuyết tật',
    'Ban vận động Quỹ "Vì người nghèo"',
    'trường THPT huyện',
    'nghĩa trang liệt sĩ',
  ],
  // Names of offices, programmes, areas and days name no group.
  [
    '',
    'Sở Lao động - Thương binh và Xã hội',
    'Phòng LĐ-TB&XH',
    'Bộ Lao động, Thương binh và Xã hội',
    'Hội Người cao tuổi huyện',
    'Hội Nông dân',
    'Hội Liên hiệp Phụ nữ',
    'Ban Dân tộc tỉnh',
    'xuất khẩu lao động',
    'vùng dân tộc thiểu số và miền núi',
    'Chương trình mục tiêu quốc gia giảm nghèo bền vững',
    'an toàn, vệ sinh lao động',
    'Ngày Thương binh - Liệt sĩ 27/7',
    'xã nghèo, huyện nghèo',
    'chuẩn nghèo',
    'UBND xã, HĐND huyện',
  ],
];

for (const [codes, ...texts] of NAMED) {
  test.each(texts)(`${codes || 'no group'}: %s`, (text) => {
    expect(codesOf(findMentions(fold(text)), false).join()).toBe(codes);
  });
}

test('a household noun keeps household groups', () => {
  expect(codesOf(findMentions('người khuyết tật là hộ nghèo'), true)).toContain('poor_household');
});
