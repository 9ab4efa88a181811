import { describe, expect, test } from '@jest/globals';
import type { Block, Period, Role, Section } from '../../model/index.ts';
import { assignPeriods } from './assign.ts';

type Case = {
  issued?: string;
  period?: string;
  /** The year that a title only announces. */
  announced?: string;
  heading?: string;
  /** Figures as {digits|period} or {digits|period|role}; lines are paragraphs. */
  text: string;
};

const parse = (period: string): Period | null => {
  if (period === '-') return null;
  if (/^\d{4}$/.test(period)) return { start: `${period}-01-01`, end: `${period}-12-31` };
  const [start = '', end = start] = period.split('..');
  const [first, last] = [start.length === 4 ? `${start}-01-01` : start, end.length === 4 ? `${end}-12-31` : end];
  return { start: first, end: last };
};

const write = (p: Period | null): string => {
  if (p === null) return '-';
  if (p.start === p.end) return p.start;
  const whole = p.start.endsWith('-01-01') && p.end.endsWith('-12-31');
  if (!whole) return `${p.start}..${p.end}`;
  return p.start.slice(0, 4) === p.end.slice(0, 4)
    ? p.start.slice(0, 4)
    : `${p.start.slice(0, 4)}..${p.end.slice(0, 4)}`;
};

const run = ({ issued, period, announced, heading, text: marked }: Case) => {
  const figures: { span: { start: number; end: number }; role: Role; expected: string; label: string }[] = [];
  let text = '';
  let at = 0;
  for (const m of marked.matchAll(/\{([^|}]+)\|([^|}]+)(?:\|([a-z]+))?\}/g)) {
    text += marked.slice(at, m.index);
    const [, label = '', expected = '', role = 'actual'] = m;
    figures.push({
      span: { start: text.length, end: text.length + label.length },
      role: role as Role,
      expected,
      label,
    });
    text += label;
    at = m.index + m[0].length;
  }
  text += marked.slice(at);
  const blocks: Block[] = [];
  for (const m of text.matchAll(/[^\n]+/g))
    blocks.push({ span: { start: m.index, end: m.index + m[0].length }, kind: 'paragraph', level: null, bold: false });
  const sections: Section[] =
    heading === undefined
      ? []
      : [{ id: 's1', number: '1', heading, level: 1, parent: null, topic: null, span: { start: 0, end: text.length } }];
  const given = assignPeriods(
    { text, blocks, tables: [] },
    {
      issued: issued ?? null,
      period: period === undefined ? null : parse(period),
      announced: parse(announced ?? '-'),
      sections,
    },
    figures,
  );
  return {
    given: figures.map((f, i) => `${f.label} ${write(given[i]?.period ?? null)}`),
    expected: figures.map((f) => `${f.label} ${f.expected}`),
    rules: given.map((g) => g.rule),
    implied: given.map((g) => g.implied),
  };
};

const H1 = '2023-01-01..2023-06-30';

const CASES: Record<string, Case[]> = {
  'a time that dates its own figure holds on only where the next sentence goes on': [
    { text: 'Hội trao học bổng cho {50|2018} em đỗ đại học năm 2018. Mỗi suất trị giá {2 triệu|2018} đồng.' },
    { text: 'Hội trao học bổng cho {50|2018} em đỗ đại học năm 2018. Xã có {40|-} hộ nghèo.' },
  ],
  'years of a trend': [
    {
      text: 'Tỷ lệ lao động qua đào tạo năm 2005 là {12%|2005} tăng lên {26%|2009} năm 2009 và năm 2011 đạt {31%|2011}; tạo việc làm cho {900|-} người mỗi năm.',
    },
    { text: 'Trong năm 2009 và năm 2011, xã xây {12|2009..2011} nhà.' },
    { text: 'Năm 2011, xã xây {12|2011} nhà; mở {3|2011} lớp.' },
    { text: 'Xã tặng quà cho {20|-} người có công, hộ được công nhận thoát nghèo năm 2019.' },
    { text: 'Xã có {20|2019} hộ được công nhận thoát nghèo năm 2019.' },
    { text: 'Phương hướng, nhiệm vụ 2015: xây {12|-} nhà.' },
    {
      text: 'Ngày 22/1, Sở tổ chức hội nghị tổng kết năm 2014. Trong năm qua, tỉnh tạo việc làm cho {900|2014} người.',
    },
    {
      text: 'Đến đầu tháng 7, có {900|2018-07-01} người tham gia. Bao phủ đạt {81%|2018} năm 2018 theo Quyết định số 12/QĐ-UBND ngày 28-6-2017.',
    },
  ],
  'figures of the year compared with': [
    {
      text: 'Đến ngày 30/9/2021, huyện có {900|2021-09-30} người tham gia so với cùng kỳ năm 2020 ({850|2020-09-30} người), tăng {50|2021-09-30|change} người.',
    },
    { text: 'Năm 2021, xã có {40|2021} hộ nghèo so với năm 2019 (có {70|2019} hộ); xã bên có {30|2021} hộ.' },
    { text: 'Năm 2021, hộ nghèo giảm {3%|2021|change} so với năm 2020 ({60|2021} hộ).' },
    {
      text: 'Cuối năm 2021, dư nợ đạt {40|2021-12-31} tỷ đồng, tăng {3%|2021-12-31|change} so với cuối năm 2020 (đạt {98%|2021-12-31|achievement} kế hoạch).',
    },
  ],
  'a year just past or still running, where nobody dates the text': [
    { text: 'Năm 2016, công tác giảm nghèo có nhiều chuyển biến. Trong năm qua, xã xây {12|2016} nhà.' },
    { text: 'Theo kế hoạch năm 2018, từ đầu năm đến nay, hội giúp {9|2018} hộ.' },
    { text: 'Từ đầu năm đến nay, hội giúp {9|-} hộ.' },
    { text: 'Năm 2012, xã có {30|2012} hộ nghèo.\nTừ đầu năm đến nay, hội giúp {9|-} hộ.' },
    { issued: '2019-02-01', text: 'Năm 2016, xã có {30|2016} hộ nghèo. Trong năm qua, xã xây {12|2018} nhà.' },
  ],
  'the edge of the year spoken of in its paragraph': [
    {
      issued: '2018-02-10',
      text: 'Năm 2017, hộ nghèo của huyện giảm từ {20%|2017-01-01} ở thời điểm đầu năm còn {15%|2017-12-31} vào cuối năm.',
    },
    { issued: '2018-02-10', text: 'Đầu năm, xã còn {15|2018-01-01} hộ nghèo.' },
  ],
  'the time of the harm is not that of the help': [
    {
      text: 'Chiều 9/11/2020, tỉnh phân bổ tiền khắc phục hậu quả bão lũ gây ra trong tháng 10/2020 là {4 tỷ|2020-11-09} đồng.',
    },
    { text: 'Lũ xảy ra trong tháng 10/2020 làm {40|2020-10-01..2020-10-31} nhà sập.' },
  ],
  'a feast told in passing ends with its clause': [
    {
      text: '6 tháng đầu năm 2021, hội có nhiều việc làm thiết thực. Trong đó đợt Tết Tân Sửu 2021 đã tặng {90|2021} suất quà; trao {12|2021-01-01..2021-06-30} xe đạp.',
    },
    { text: 'Dịp Tết Tân Sửu 2021, hội tặng {90|2021} suất quà; trao {12|2021} xe đạp.' },
  ],
  'goals and results of a term of office': [
    { text: 'Đại hội đề ra chỉ tiêu nhiệm kỳ 2015-2020: {80%|2015..2020|target} hội viên có việc làm.' },
    { text: 'Các mục tiêu chủ yếu của nhiệm kỳ 2015-2020 là giảm {50|2015..2020|target} hộ nghèo.' },
    { text: 'Đại hội đại biểu Hội Nông dân khóa V, nhiệm kỳ 2015-2020 có {80|-} đại biểu.' },
  ],
  'goals added to goals': [
    {
      text: 'Xã phấn đấu đến năm 2025 có {90%|2025-12-31|target} hộ dùng nước sạch. Ngoài ra, thu gom {80%|2025-12-31} rác.',
    },
    { text: 'Xã phấn đấu đến năm 2025 có {90%|2025-12-31|target} hộ dùng nước sạch. Xã có {3|-} thôn.' },
  ],
  'a round of a scheme has its own year': [
    { text: 'Tỉnh phân bổ {9 tỷ|2013} đồng theo Quyết định số 15/QĐ-UBND của tỉnh đợt 2 năm 2013.' },
    { text: 'Tỉnh phân bổ {9 tỷ|-} đồng theo Quyết định số 15 của tỉnh năm 2013.' },
  ],
  'who is taught or born': [
    { text: 'Kết quả tuyển sinh 9 tháng đầu năm 2019: {500|2019-01-01..2019-09-30} học viên.' },
    { text: 'Bà Mai, sinh năm 1990, nuôi {500|-} con gà.' },
  ],
  'the stamp of a page dates nothing that goes on': [
    { text: '10:20, 04/05/2018\nTrong đó có {40|-} nhà mới.' },
    { text: 'Năm 2018, xã làm nhà cho hộ nghèo.\nTrong đó có {40|2018} nhà mới.' },
  ],
  'what a contrast goes on with': [
    { text: 'Năm 2018, {70%|2018} dân số có thẻ.\nTuy nhiên, người cận nghèo mới có {40%|2018}.' },
  ],
  'each figure of a list in turn has its year': [
    { text: 'Số hộ nghèo các năm 2011, 2012 và 2013 lần lượt là {90|2011}, {70|2012} và {50|2013} hộ.' },
    { text: 'Các năm 2011, 2012 và 2013, xã làm {90|2011..2013} nhà với {7 tỷ|2011..2013} đồng.' },
  ],
  'a yearly mean is that of the years between': [
    {
      text: 'Hộ nghèo giảm từ {15%|2016} năm 2016 xuống {7%|2020-12-31} cuối năm 2020, bình quân mỗi năm giảm {2%|2016..2020|change}.',
    },
    { text: 'Năm 2020 còn {7%|2020} hộ nghèo, bình quân mỗi xã {30|2020} hộ.' },
  ],
  'years counted from and to in the same sentence': [
    { text: 'Trong 4 năm, {90|2010..2014} hộ thoát nghèo, từ {150|2010} hộ năm 2010 xuống {60|2014} hộ năm 2014.' },
    { text: 'Trong 3 năm, {90|-} hộ thoát nghèo, năm 2010 có {150|2010} hộ.' },
  ],
  'what is done every year, what was done of late': [
    { text: 'Năm 2016, hội xây {20|2016} nhà. Hằng năm, hội mở {3|-} lớp.' },
    { text: 'Giai đoạn 2016-2018, hội xây {20|2016..2018} nhà. Mỗi năm, hội mở {3|2016..2018} lớp.' },
    { text: 'Năm 2016, hội xây {20|2016} nhà. Những năm gần đây, xã giảm {40|-} hộ nghèo.' },
    { text: 'Năm 2016, nhờ nỗ lực những năm qua, xã chỉ còn {40|2016} hộ nghèo.' },
  ],
  'an open stretch of time is no period': [
    { text: 'Năm 2016, xã có {20|2016} hộ nghèo. Trước năm 2010, xã có {90|-} hộ.' },
    { text: 'Xã phấn đấu xây xong {20|2020|target} nhà trước năm 2020.' },
  ],
  'the edge of a term explained in a bracket': [
    { text: 'Đầu nhiệm kỳ (năm 2015), xã có {90|2015} hộ nghèo; đến cuối nhiệm kỳ (năm 2020) còn {30|2020} hộ.' },
    { text: 'Hội đạt giải nhì (năm 2015), nay có {90|-} hội viên.' },
  ],
  'the same period a year before, in a bracket': [
    {
      period: '2021-01-01..2021-09-30',
      text: 'Tỉnh tạo việc làm cho {900|2021-01-01..2021-09-30} người (cùng kỳ {850|2020-01-01..2020-09-30} người).',
    },
  ],
  'three days in a row, school years, a year that heads an item': [
    { text: 'Trong 3 ngày 12, 13 và 14/10/2020, xã phát {450|2020-10-12..2020-10-14} suất quà.' },
    { text: 'Từ năm học 2016-2017 đến năm học 2018-2019, tỉnh cấp {30|2016-09-01..2019-05-31} tấn gạo.' },
    { text: 'Hộ nghèo: năm 2012: {10%|2012}; 2013: {8%|2013}.' },
    { text: 'Kết thúc năm 2017, xã còn {30|2017-12-31} hộ nghèo.' },
  ],
  'done at the event told of': [
    {
      text: 'Sáng 1/6/2022, xã tổ chức lễ phát động Tháng hành động vì trẻ em.\nDịp này, xã trao {30|2022-06-01} suất học bổng.\nTại buổi lễ, ông Nam cho biết xã có {90|-} trẻ em nghèo.',
    },
    { text: 'Ngày 1/6/2022, xã tổ chức lễ phát động.\nToàn xã có {90|-} trẻ em nghèo.' },
    { text: 'Ngày 1/6, xã tổ chức lễ phát động.\nDịp này, xã trao {30|-} suất học bổng.' },
  ],
  'behind the caption of a picture': [
    { text: 'Đợt 1 năm 2012, tỉnh chi {9 tỷ|2012} đồng.\nNgười dân bên căn nhà mới.\nTheo đó, xã A có {40|2012} nhà.' },
    {
      text: 'Đợt 1 năm 2012, tỉnh chi {9 tỷ|2012} đồng.\nNgười dân bên căn nhà mới.\nNgoài ra, hội trao {40|-} con bò.',
    },
  ],
  'the day of who speaks, in the year its sentence names': [
    {
      text: 'Sáng 30/12, hội tổng kết công tác năm 2021, phương hướng năm 2022. Toàn huyện hiện có {90|2021-12-30} hội viên.',
    },
    { text: 'Sáng 30/12, hội họp mặt. Toàn huyện hiện có {90|-} hội viên.\nNăm 2021, hội giúp {8|2021} hộ.' },
  ],
  'a rate beside the rate it came from': [
    {
      text: 'Cuối năm 2018, tỷ lệ là {5%|2018-12-31}, giảm {2%|2018-12-31|change} so với cuối năm 2017 ({7%|2017-12-31}).',
    },
    { text: 'Năm 2018 giảm {40 hộ|2018|change} so với năm 2017 ({2%|2018}).' },
  ],
  'a bracket explains the round before it': [
    {
      text: 'Đợt 1 (từ 15/3/2020 đến 30/4/2020) đã hỗ trợ {23|2020-03-15..2020-04-30} người, đợt 2 (tháng 5) hỗ trợ {12|2020-05-01..2020-05-31} người.',
    },
    { text: 'Xã có {23|2019} hộ nghèo (năm 2019).' },
  ],
  'what a meeting plans beside what it sums up': [
    { text: 'Tại hội nghị tổng kết năm 2022 và triển khai nhiệm vụ năm 2023, xã báo cáo có {45|2022} hộ thoát nghèo.' },
    { text: 'Triển khai nhiệm vụ năm 2023, xã giúp {45|2023} hộ thoát nghèo.' },
  ],
  'a new statement on the present': [
    { text: 'Năm 2021, xã giảm {10|2021} hộ nghèo, hiện nay chỉ còn {20|-} hộ.' },
    { text: 'Giai đoạn 5 năm 2013-2017, xã vận động {30|2013..2017} triệu đồng.' },
  ],
  'a quarter ahead belongs to the year reported on': [
    {
      period: '2022-01-01..2022-03-31',
      text: 'Cuối năm 2021, xã có {34|2021-12-31} hộ nghèo.\nTrong quý II, xã chi trả cho {45|2022-04-01..2022-06-30|target} người.',
    },
  ],
  'by how much it changed, told behind the year of what it came to': [
    { text: 'Hộ nghèo giảm từ {21%|2016} (năm 2016) xuống {9%|2019} (năm 2019), giảm {12%|2019|change}.' },
    { text: 'Xã còn {9%|2019} hộ nghèo (năm 2019), có {3|-} thôn.' },
  ],
  'days without their word': [
    { text: 'Năm 2020, từ 12 đến 14/10, đoàn trao {50|2020-10-12..2020-10-14} suất quà.' },
    { text: 'Năm 2020, từ 12 đến 14/18 xã có {50|2020} hộ.' },
  ],
  'a day told in passing does not hold on': [
    { text: 'Ngày 4/5/2018, xã trao {50|2018-05-04} suất quà. Có {40|2018-05-04} hộ nghèo được nhận.' },
    { text: 'Theo thông tin của xã ngày 4/5/2018, có {50|2018-05-04} suất quà. Có {40|-} hộ nghèo.' },
    { text: 'Ngày đăng 4/5/2018\nXã có {40|-} hộ nghèo.' },
  ],
  'what was said without numbers, then told in them': [
    { text: 'Công tác dạy nghề của huyện năm 2021 có nhiều chuyển biến.\nCụ thể, đã mở {12|2021} lớp.' },
    { text: 'Việc chi trả trong quý II/2022 diễn ra đúng hạn. Theo đó, {900|2022-04-01..2022-06-30} người nhận đủ.' },
    { text: 'Công tác dạy nghề của huyện năm 2021 có nhiều chuyển biến.\nXã A có {12|-} hộ nghèo.' },
    { text: 'Năm 2020 và năm 2021, huyện gặp khó. Huyện có {12|2020..2021} xã. Cụ thể, đã mở {12|2020..2021} lớp.' },
  ],
  'the base of a comparison tells the year': [
    {
      text: '10 tháng đầu năm, tỉnh tạo việc làm cho {900|2020-01-01..2020-10-31} người, tăng {5%|2020-01-01..2020-10-31} so với cùng kỳ năm 2019. Quý III tư vấn {80|2020-07-01..2020-09-30} lượt.',
    },
    {
      text: 'Năm 2021, huyện có {90|2021} hộ nghèo.\nXã A có {30|2021} hộ, giảm {4|2021} hộ so với năm 2020; xã B có {9|2021} hộ, tăng {1|2021} hộ so với năm 2020.',
    },
    { text: 'Xã A có {30|-} hộ, giảm {4|-} hộ so với năm 2010.' },
    { text: 'Năm 2021, huyện có {90|2021} hộ nghèo.\nXã A có {30|-} hộ, giảm {4|-} hộ so với năm 2010.' },
    {
      period: '2021-12-31',
      text: 'Năm 2021, huyện có {90|2021} hộ nghèo.\nXã A có {30|2021-12-31} hộ, giảm {4|2021-12-31} hộ so với năm 2020.',
    },
  ],
  'a month written without its word, a year run into it': [
    { text: 'Từ năm 2011 đến 9-2014, tỉnh dạy nghề cho {70|2011-01-01..2014-09-30} người.' },
    { text: 'Năm2012, các cấp hội quyên góp {41|2012} triệu đồng.' },
  ],
  'what a scheme aims at by a year': [
    { text: 'Mục tiêu của đề án là đến năm 2015, {60%|2015-12-31|target} thôn có điện.' },
    { text: 'Đề án giảm nghèo đến năm 2015 của tỉnh giúp {60|-} hộ.' },
  ],
  'years explained in a bracket': [
    { text: 'Thống kê trong 2 năm (năm 2021 và năm 2022) của ngành y tế, mỗi năm có {3|2021..2022} ca.' },
    { text: 'Xã được khen (năm 2021), nay còn {3|-} hộ nghèo.' },
  ],
  'the name of a paper or a place before the day': [
    {
      text: '(Báo huyện) - Chiều 17/10/2019, huyện phát động quyên góp. Tại buổi lễ, các đơn vị góp {12|2019-10-17} tỷ đồng. Từ đầu năm đến nay, huyện xây {15|2019-01-01..2019-10-17} nhà.',
    },
    { text: 'QĐND – Ngày 4/5/2018, xã trao {50|2018-05-04} suất quà. Có {40|2018-05-04} hộ được nhận.' },
    { text: 'Theo thông tin ghi nhận tại xã – ngày 4/5/2018, có {50|2018-05-04} suất quà. Có {40|-} hộ nghèo.' },
  ],
  'a year announced is that of what is aimed at': [
    { announced: '2023', text: 'Tỉnh đặt mục tiêu giảm {900|2023|target} hộ nghèo. Tỉnh có {5|-} huyện nghèo.' },
    { announced: '2023', text: 'Đến năm 2025 phấn đấu còn {1%|2025-12-31|target} hộ nghèo.' },
  ],
  'a goal in a headline dates the others': [
    { text: 'Đến năm 2010 tạo {6 triệu|2010-12-31|target} việc làm\nDự án đưa {30|2010-12-31|target} người đi.' },
    { text: 'Đến năm 2010 tạo {6 triệu|2010-12-31|target} việc làm\nTỉnh có {5|-} huyện nghèo.' },
    { text: 'Năm 2010 đã tạo {6 triệu|2010} việc làm\nSẽ đưa {30|-|target} người đi.' },
  ],
  'a time in brackets behind what the sentence opens with': [
    { text: 'Dân số (đến ngày 01/4/2019) ở nông thôn là {710|2019-04-01} người, chiếm {84%|2019-04-01}.' },
    { text: 'Có {710|-} người (đến 01/4/2019 là {700|2019-04-01}), chiếm {84%|-}.' },
  ],
  'what began with a year': [
    { text: 'Từ đầu năm 2023, Sở mở {7|2023} lớp.' },
    { issued: '2023-08-10', text: 'Từ đầu năm 2023, Sở mở {7|2023-01-01..2023-08-10} lớp.' },
    { text: 'Từ đầu năm 2023 đến nay, Sở mở {7|-} lớp.' },
  ],
  'a monthly grant is no habit': [
    {
      issued: '2020-06-18',
      text: 'Đến nay có {60|2020-06-18} người hưởng trợ cấp hàng tháng, {90%|2020-06-18} được cấp thẻ.',
    },
    { issued: '2020-06-18', text: 'Hiện nay mở rộng thị trường, mỗi năm đưa thêm {90|-} người đi.' },
  ],
  'the same period of another year': [
    {
      text: 'Quý I/2020 chi trả cho {300|2020-01-01..2020-03-31} người. Cùng kỳ năm 2019 chi cho {280|2019-01-01..2019-03-31} người.',
    },
    {
      text: 'Quý I/2020 có {300|2020-01-01..2020-03-31} người, tăng {20|2020-01-01..2020-03-31} người so với cùng kỳ năm 2019.',
    },
  ],
  'what points back to the sentence before': [
    {
      text: 'Xã thăm hỏi các gia đình nhân kỷ niệm 70 năm thành lập (1950 - 2020). Kinh phí cho hoạt động này là {20 triệu|2020} đồng.',
    },
    { text: 'Xã thăm hỏi các gia đình nhân kỷ niệm 70 năm thành lập (1950 - 2020). Xã có {20|-} hộ nghèo.' },
  ],
  'lines that go on': [
    {
      text: 'Đến 30/6/2019, xã còn {80|2019-06-30} hộ.\nMột số thôn còn nhiều hộ nghèo như: thôn A {7|2019-06-30} hộ, thôn B {9|2019-06-30} hộ.',
    },
    { text: 'Năm 2019, huyện cấp {80|2019} thẻ.\nCũng theo ông Ba, có {7|2019} hộ thoát nghèo.' },
    {
      text: 'Quý I/2019, Hội đã kiểm tra {80|2019-01-01..2019-03-31} hộ vay.\nQua kiểm tra, {7|2019-01-01..2019-03-31} hộ dùng vốn sai.',
    },
    { text: 'Năm 2019, huyện cấp {80|2019} thẻ.\nQua khảo sát, xã có {7|-} hộ khó khăn.' },
    { text: 'Năm 2019, huyện đã hỗ trợ cho {80|2019} hộ ở xã\nvùng cao, trong đó có {7|2019} hộ làm nhà.' },
    {
      text: 'Năm 2019, huyện đã hỗ trợ cho các hộ ở xã\nvùng cao, vùng sâu và những hộ gặp\nkhó khăn do thiên tai với {80|2019} tấn\ngạo và nhu yếu phẩm cho dịp\nTết Nguyên đán, {90|2019} suất quà.\nThăm {7|2019} gia đình chính sách.\n\nDịp này, xã trao {8|-} suất.',
    },
  ],
  'a first sentence that only sets the time': [
    {
      text: 'Trong năm 2020, Ủy ban nhân dân xã đã chỉ đạo các ngành làm tốt công tác giảm nghèo.\nQua bình xét, xã còn {40|2020} hộ nghèo.',
    },
    {
      text: 'Năm 2020, Ủy ban nhân dân xã đã cấp {50|2020} thẻ bảo hiểm y tế cho hộ nghèo trên địa bàn.\nXã còn {40|-} hộ nghèo.',
    },
    {
      text: 'Chính sách này có từ năm 2007 và đã được sửa đổi, bổ sung nhiều lần cho phù hợp.\nXã còn {40|-} hộ nghèo.',
    },
  ],
  'a year inside the sentence is that of the days it opens with': [
    {
      text: 'Từ ngày 3/9 đến 15/9, huyện cấp {120|2019-09-03..2019-09-15} tấn giống đợt 2 năm 2019 cho {900|2019-09-03..2019-09-15} hộ.',
    },
    { text: 'Tháng 3, xã mở lớp nghề năm 2020 cho {60|2020-03-01..2020-03-31} người.' },
    { text: 'Tháng 3, hỗ trợ {20|2020-03-01..2020-03-31} hộ; trong năm 2020 hỗ trợ {90|2020} hộ.' },
    { text: 'Tháng 3, hỗ trợ {20|2020-03-01..2020-03-31} hộ, nâng tổng số hộ được giúp năm 2020 lên {90|2020}.' },
    { text: 'Đến 31/5/2020 giúp {20|2020-05-31} hộ, số hộ thoát nghèo năm 2020 là {90|2020} hộ.' },
    { text: 'Tháng 3/2019, mở lớp nghề năm 2020 cho {60|2020} người.' },
  ],
  'an earlier figure told for comparison': [
    {
      text: 'Năm 2021 có {80|2021} hộ nghèo. Con số này của năm 2020 là {95|2020} hộ. Toàn xã có {40|2021} hộ cận nghèo.',
    },
    { text: 'Năm 2021 tỷ lệ là {3%|2021}, tỷ lệ này năm 2020 là {5%|2020}, giảm {2%|2021} so với kế hoạch.' },
  ],
  'what a standard or movement came to in a year': [
    { text: 'Tỷ lệ hộ nghèo theo chuẩn nghèo tiếp cận đa chiều năm 2023 còn {2,5%|2023}.' },
    { text: 'Phong trào hiến đất năm 2023 đã vận động {40|2023} hộ.' },
    { text: 'Theo Nghị quyết của huyện năm 2023 đạt {40|-} hộ.' },
  ],
  'a feast told in passing does not hold on': [
    {
      text: 'Năm 2018, quỹ thu {50 triệu|2018} đồng; dịp Tết Kỷ Hợi 2019 tặng {70|2019} suất quà. Ngoài ra còn sửa {9|2018} căn nhà.',
    },
    { text: 'Dịp Tết 2019, huyện tặng {70|2019} suất quà. Xã tặng thêm {9|2019} suất.' },
  ],
  'the time at the end of a list': [
    {
      text: 'Hội đã xây {5|2022} căn nhà ({250 triệu|2022} đồng); tặng {70|2022} suất quà; giúp {8|2022} em trong dịp hè năm 2022.',
    },
    { text: 'Hội đã xây {5|-} căn nhà; giúp {8|2022} em năm 2022.' },
  ],
  'births are counted, not dated': [
    {
      period: '2019',
      issued: '2019-12-20',
      text: 'Tổng số sinh từ đầu năm đến nay là {30|2019-01-01..2019-12-20} trẻ.',
    },
  ],
  'a day and the feast it honours': [
    {
      text: 'Ngày 10/1/2020, Hội tặng {200|2020-01-10} suất quà trị giá {100 triệu|2020-01-10} đồng nhân dịp Tết Canh Tý 2020.',
    },
  ],
  'a term of office that opens its sentence': [
    { text: 'Bằng nhiều cách làm, trong nhiệm kỳ 2016-2021, Hội giúp {300|2016..2021} hộ thoát nghèo.' },
    { text: 'Trong nhiệm kỳ 2016-2021, Hội giúp {300|2016..2021} hộ thoát nghèo.' },
    { text: 'Đại hội Hội Nông dân nhiệm kỳ 2016-2021 có {150|-} đại biểu dự.' },
  ],
  'occasions and anniversaries': [
    { text: 'Nhân Tháng hành động vì trẻ em (1/6 - 30/6/2019), tỉnh tặng {40|2019-06-01..2019-06-30} suất quà.' },
    { text: 'Nhân kỷ niệm 70 năm ngày thành lập (1950-2020), Hội tặng {20|2020} suất quà.' },
    { text: 'Nhân dịp 27/7/2022, xã thăm {20|2022} gia đình.' },
  ],
  'the time that something lasts, said for itself': [
    {
      text: 'Thời gian thực hiện từ tháng 3/2015 đến tháng 8/2016. Kinh phí là {90 triệu|2015-03-01..2016-08-31} đồng.',
    },
    { text: 'Đề án được duyệt, thực hiện từ tháng 3/2015 đến tháng 8/2016. Xã có {90|-} hộ.' },
  ],
  'a yearless time is of the latest year come': [
    {
      text: 'Trong tháng 4, trung tâm nhận {500|2022-04-01..2022-04-30} hồ sơ.\nBốn tháng đầu năm 2022 có {900|2022-01-01..2022-04-30} người, năm 2021 có {700|2021} người.',
    },
    {
      text: 'Đến hết tháng 4, xã có {50|2022-04-30} hộ nghèo. Quý I/2022 có {3|2022-01-01..2022-03-31} hộ. Phấn đấu đến năm 2025 còn {9|2025-12-31} hộ.',
    },
  ],
  "a page's day long after the report": [
    { issued: '2020-11-02', period: '2019', text: 'Từ đầu năm đến nay có {30|2019} trẻ sinh ra.' },
    { issued: '2020-01-15', period: '2019', text: 'Đến nay có {30|2020-01-15} hộ.' },
  ],
  'a change and what it led to': [
    {
      text: 'Từ mức {12 nghìn|2001} người ({5%|2001} dân số) năm 2001, tỉnh nay có {400|2019-12-31} nghìn người ({90%|2019-12-31}) vào cuối năm 2019.',
    },
  ],
  "a figure's own words": [
    { text: 'Tỷ lệ hộ nghèo giảm từ {8,5%|2020} năm 2020 xuống còn {4,2%|2023} năm 2023.' },
    { text: 'Tỷ lệ hộ nghèo cuối năm 2021 là {6,1%|2021-12-31}, cuối năm 2022 còn {4,9%|2022-12-31}.' },
    { text: 'Trong năm 2022, huyện trao {300|2022} suất quà; cấp {50|2022} thẻ.', period: '2023' },
    { text: 'Năm 2021 có {24.639|2021} hộ và năm 2022 có {17.946|2022} hộ nghèo.' },
    { text: 'Toàn tỉnh còn {12.500|2023} hộ nghèo (năm 2023).' },
    { text: 'Số hộ nghèo là {500|2022} hộ (năm 2021: {620|2021} hộ).', period: '2022' },
    { text: 'Hỗ trợ xây {120|2019} căn nhà cho hộ nghèo trong năm 2019.' },
    { text: 'Đã giải quyết cho {30|2022} hộ vay với {2 tỷ đồng|2022} trong năm 2022.' },
    {
      text: 'Quý I/2024, giải quyết việc làm cho {1.200|2024-01-01..2024-03-31} lao động; tháng 4 thêm {300|2024-04-01..2024-04-30} lao động.',
    },
    { text: 'Năm học 2023-2024, miễn học phí cho {900|2023-09-01..2024-05-31} em.' },
    { text: 'Năm 2022 và 9 tháng đầu năm 2023, đưa {85|2022-01-01..2023-09-30} lao động đi làm việc.' },
    { text: 'Từ ngày 01/01/2023 đến 15/11/2023, thu được {9 tỷ đồng|2023-01-01..2023-11-15}.' },
    { text: 'Giai đoạn 2016-2020, bình quân mỗi năm giảm {1,5%|2016..2020|change}.' },
    { text: 'Dịp Tết Nguyên đán Giáp Thìn, tỉnh trao {5.000|2024} suất quà.' },
    {
      text: 'Đến ngày 5/2 (tức ngày 26 Tết Nguyên đán Giáp Thìn), huyện đã cấp {120|2024-02-05} tấn gạo.\nTrước đó, ngày 1/2, tỉnh quyết định cấp {400|2024-02-01} tấn.',
    },
    {
      text: 'Tính đến ngày 20/7, tỉnh đã xây {760|2025-07-20} căn.\nTỉnh phấn đấu đến ngày 20/8/2025 xây {900|2025-08-20|target} căn.',
    },
    {
      text: 'Trong 3 tháng đầu năm, tỉnh thu {711|2022-01-01..2022-03-31} tỷ đồng; có {912|2022-01-01..2022-03-31} người (tăng {50|2022-01-01..2022-03-31} người so với cùng kỳ năm 2021); {797|2022-01-01..2022-03-31} lao động (tăng {51|2022-01-01..2022-03-31} so với cùng kỳ năm 2021).',
    },
    {
      text: 'Hội tổng kết phong trào thi đua 5 năm, giai đoạn 2010 - 2015.\n5 năm qua, các cấp Hội giúp {1.197|2010..2015} hội viên.',
    },
    { text: 'Ngày 30/9, huyện trao {12|-} suất quà.\nTết Giáp Thìn ai cũng có quà.' },
    { text: 'Ngày 5/2, huyện trao {50|-} suất, như Tết Quý Mão và Tết Giáp Thìn.' },
  ],
  'the years of the opening words': [
    { text: 'Sau 15 năm hoạt động (2002 - 2017), tổng dư nợ đạt {900 tỷ đồng|2002..2017}.' },
    { text: 'Toàn xã có {12|-} hộ (năm 2016: {13|2016} hộ), trong đó {5|-} hộ mới.' },
  ],
  'a target set for a year': [
    {
      text: 'Năm 2014, độ bao phủ đạt {71%|2014}, vượt mục tiêu {70%|2015-12-31|target} mà Đề án đề ra đến năm 2015, chưa đạt mức {75%|2014|target} được giao.',
    },
    { period: '2014', text: 'Theo Đề án giảm nghèo đến năm 2020, tỉnh bố trí {5 tỷ đồng|2014}.' },
  ],
  'from one time to another': [
    { period: '2017', text: 'Nợ quá hạn từ {5,2%|2003} năm 2003 giảm còn {0,3%|2017}.' },
    { text: 'Từ {210|2010} hộ năm 2010 xuống còn {40|2017} hộ năm 2017.' },
    { text: 'Năm 2016, huyện có {12|2016} hộ, giảm còn {8|2016} hộ.' },
  ],
  'one day': [
    { text: 'Tính đến ngày 31/12/2021, có {98%|2021-12-31} dân số tham gia BHYT (kế hoạch {95%|2021-12-31|target}).' },
    { text: 'Đến hết tháng 10/2022, dư nợ đạt {350 tỷ đồng|2022-10-31}.' },
    { text: 'Đến hết tháng 10/2022, toàn huyện còn {350|2022-10-31} hộ đã đăng ký.' },
    { period: '2013', text: 'Đến ngày 20/9, tỉnh đã hỗ trợ {350|2013-09-20} hộ.' },
    { text: 'Đầu năm 2025, toàn xã có {40|2025-01-01} hộ nghèo; cuối năm còn {25|2025-12-31} hộ.', period: '2025' },
    { text: 'Phấn đấu đến năm 2025, tỷ lệ hộ nghèo còn dưới {2%|2025-12-31|target}.' },
  ],
  'what was done up to a month': [
    { period: '2013', text: 'Đến hết tháng 10, các cơ sở dạy nghề đã mở {134|2013-01-01..2013-10-31} lớp.' },
    { text: 'Tính đến hết tháng 8/2019, huyện đã giải quyết {700|2019-01-01..2019-08-31} việc làm.' },
  ],
  'the day of the report': [
    { issued: '2022-09-15', text: 'Đến nay, toàn huyện có {85%|2022-09-15} hộ dùng nước sạch.' },
    { issued: '2022-09-15', text: 'Từ đầu năm đến nay, đã cấp {700|2022-01-01..2022-09-15} thẻ.' },
    { issued: '2022-09-15', text: 'Từ năm 2019 đến nay, xây {60|2019-01-01..2022-09-15} căn nhà.' },
    { issued: '2022-09-15', text: 'Năm ngoái xã có {30|2021} hộ nghèo, năm nay còn {22|2022} hộ.' },
    { issued: '2022-09-15', text: 'Số vụ giảm {5%|2022-01-01..2022-08-31|change} trong 8 tháng qua.' },
    { text: 'Đến nay, toàn huyện có {85%|-} hộ dùng nước sạch.' },
    {
      text: 'Ngày 2/7, ông An cho biết năm 2018 có {12|2018} xã đạt; đến nay đã có {15|2018-07-02} xã.\nHiện còn {200|2018-07-02} hộ nợ.',
    },
    { issued: '2018-07-02', text: 'Hiện còn {200|2018-07-02} hộ nợ.' },
    {
      issued: '2020-10-21',
      text: 'Ngày 20-10, Hội Chữ thập đỏ tỉnh cho biết đã phân bổ {14 tỉ đồng|2020-10-20} cho vùng lũ. Trong số này, huyện nhận {5 tỉ đồng|2020-10-20}.',
    },
    { period: '2006', text: 'Giải ngân còn chậm, đến 31/12 mới đạt {86%|2006-12-31} vốn giao.' },
    {
      period: '2020-07-01..2020-07-31',
      text: 'Thu {12 tỷ đồng|2020-07-01..2020-07-31}, lũy kế 7 tháng: {86 tỷ đồng|2020-01-01..2020-07-31}.',
    },
    { period: '2006', text: 'Đến 30/6 chỉ có {9|2006-06-30} hộ.' },
    {
      issued: '2018-01-10',
      period: '2017',
      text: 'Kế hoạch năm 2018 là {20|2018} nhà.\nĐến 31/12, có {14|2017-12-31} hộ. Quý IV, có {15|2017-10-01..2017-12-31} lao động.',
    },
    { issued: '2018-01-10', text: 'Ngày 20/12, xã tặng {30|2017-12-20} suất quà.' },
    { issued: '2018-09-15', text: 'Ngày 20/12, xã sẽ tặng {30|2018-12-20} suất quà.' },
    { issued: '2018-09-15', text: 'Năm 2016, huyện khởi công; ngày 5/5 trao {30|2016-05-05} nhà.' },
    { text: 'Đăng ngày 15/9/2018\nHiện còn {104|2018-09-15} hộ; đến chiều nay đã trao {12|2018-09-15} suất quà.' },
    { issued: '2018-09-15', text: 'Hôm nay (15/9), xã trao {104|2018-09-15} suất quà.' },
    { issued: '2018-09-15', period: '2018', text: 'Năm 2015:\n- Tháng 3: {12|2015-03-01..2015-03-31} hộ.' },
    { issued: '2023-06', period: H1, text: `Đến nay, toàn huyện có {85%|${H1}} hộ dùng nước sạch.` },
  ],
  'carried forward, never back': [
    {
      issued: '2019-11-28',
      period: '2019',
      text: 'Hiện toàn huyện quản lý {512|2019-11-28} hồ sơ, trong đó có {87|2019-11-28} thương binh. Xây mới {6|2019} nhà. Vận động Quỹ được {265 triệu đồng|2019}.',
    },
    {
      issued: '2019-11-28',
      period: '2019',
      text: 'Hiện có {512|2019-11-28} hồ sơ. Trong đó có {87|2019-11-28} thương binh.',
    },
    { text: 'Có {12|-} mô hình. Năm 2022, hỗ trợ {80|2022} hộ. Tổng kinh phí {3 tỷ đồng|2022}.' },
    { text: 'Năm 2022, hỗ trợ {80|2022} hộ.\nToàn xã có {12|-} mô hình.' },
    {
      text: 'Trong năm 2022, mở {5|2022} lớp, nâng tỷ lệ qua đào tạo từ {40%|2018} năm 2018 lên {55%|2022} năm 2022. Có {120|2022} học viên.',
    },
    { text: 'Hỗ trợ {40|2020} hộ trong năm 2020. Trong đó có {12|2020} hộ nghèo.' },
    { text: 'Phấn đấu đến năm 2030 còn {1%|2030-12-31|target} hộ nghèo. Toàn huyện có {12|-} xã.' },
    { text: 'Năm 2018, cả nước có {142|2018} nghìn người.\nĐây là mức vượt ngưỡng {100|2018} nghìn người.' },
  ],
  'the lead line of a list': [
    {
      period: '2023',
      text: 'Kết quả rà soát cuối năm 2022 như sau:\n- Hộ nghèo: {500|2022-12-31} hộ.\n- Hộ cận nghèo: {620|2022-12-31} hộ.\nToàn huyện có {15|2023} xã.',
    },
    {
      period: '2023',
      text: '- Trong năm 2021, thực hiện các chính sách:\n+ Cấp {300|2021} thẻ BHYT.\n+ Hỗ trợ {45|2021} hộ.\n- Xây {10|2023} căn nhà.',
    },
  ],
  'a heading without a number': [
    {
      text: 'Xã An Hòa\nNăm 2015\nHỗ trợ {12|2015} hộ.\nXây {13|2015} nhà.\nNăm 2016:\nHỗ trợ {14|2016} hộ.\nXây {15|2016} nhà.',
    },
    {
      period: '2018',
      text: 'Xã có {12|2018} hộ.\nNhiệm vụ năm 2019\nXây {20|2019|target} nhà.\nCấp {9|2019|target} thẻ.',
    },
    { period: '2018', text: 'Xã có {12|2018} hộ.\nẢnh: lễ trao nhà năm 2016\nXây {20|2018} nhà.' },
    { period: '2018', text: 'Xã có {12|2018} hộ.\nNăm 2019, xã tiếp tục phấn đấu.\nXây {20|2018} nhà.' },
    { period: '2018', text: 'Xã có {12|2018} hộ.\nKết quả thực hiện Nghị quyết năm 2016\nXây {20|2018} nhà.' },
  ],
  'the plan of the year': [
    {
      period: H1,
      text: `Tạo việc làm cho {900|${H1}} người, đạt {60%|${H1}|achievement} kế hoạch năm (KH: {1.500|2023|target} người).`,
    },
    { period: H1, text: `Đạt {60%|${H1}|achievement} kế hoạch cả năm ({1.500|2023|target} người), gồm {80|${H1}} nữ.` },
    { period: H1, text: `Bao phủ {60%|${H1}} (kế hoạch {95%|${H1}|target}).` },
  ],
  'the heading, then the document': [
    { period: '2023', heading: 'Kết quả thực hiện 9 tháng đầu năm', text: 'Cấp {300|2023-01-01..2023-09-30} thẻ.' },
    { period: '2023', heading: 'Nhiệm vụ năm 2024', text: 'Đào tạo {500|2024|target} lao động.' },
    { period: '2023', heading: 'Phong trào thi đua giai đoạn 2021-2025', text: 'Cấp {300|2023} thẻ.' },
    { period: '2023', text: 'Cấp {300|2023} thẻ.' },
    { text: 'Cấp {300|-} thẻ.' },
  ],
  'the range just named': [
    {
      text: 'Trong giai đoạn 2020-2022, huyện đào tạo {21|2020..2022} lớp.\nTrong 3 năm, cho {212|2020..2022} người vay.',
      period: '2020..2022',
    },
    { text: 'Giai đoạn 2018-2020, cấp {900|2018..2020} thẻ; trong ba năm đã chi {2 tỷ đồng|2018..2020}.' },
  ],
  'no period of the figure': [
    { period: '2023', text: 'Tỷ lệ hộ nghèo còn {3%|2023}, giảm {1,2%|2023|change} so với năm 2022.' },
    { period: H1, text: `Thu {5 tỷ đồng|${H1}}, tăng {12%|${H1}|change} so với cùng kỳ năm trước.` },
    { period: H1, text: `Thu {5 tỷ đồng|${H1}}; cùng kỳ năm 2022 là {4 tỷ đồng|2022-01-01..2022-06-30}.` },
    { period: H1, text: `Tạo việc làm cho {900|${H1}} người, đạt {60%|${H1}|achievement} kế hoạch năm 2023.` },
    {
      period: '2023',
      text: 'Thực hiện Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ, chi trả cho {600|2023} người.',
    },
    { period: '2023', text: 'Theo chuẩn nghèo giai đoạn 2022-2025, huyện có {400|2023} hộ nghèo.' },
    {
      period: '2023',
      text: 'Chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn 2021-2025 hỗ trợ {35|2023} hộ.',
    },
    { period: '2023', text: 'Nghị quyết Đại hội nhiệm kỳ 2020-2025 đề ra {12|2023|target} chỉ tiêu.' },
    { period: '2023', text: 'Nhân Ngày Người khuyết tật Việt Nam (18/4), trao {20|2023} suất quà.' },
    { period: '2023', text: 'Trao quà dịp 27/7 cho {150|2023} gia đình.' },
    { period: '2023', text: 'Trợ cấp hàng tháng cho {80|2023} người đủ 80 tuổi.' },
    { period: '2023', text: 'Ngày 5/4, bà Lan cho biết xã có {14|2023} hộ nghèo.' },
    { period: '2023', text: 'Ngày 5/4, Hội cho biết năm 2022 đã tặng {14|2022} suất quà.' },
    { period: '2023', text: 'Hỗ trợ {5|2023} hộ thanh niên xung phong trước năm 1975.' },
  ],
};

describe('assignPeriods', () => {
  for (const [rule, cases] of Object.entries(CASES))
    test.each(cases)(`${rule}: $text`, (c) => {
      const { given, expected } = run(c);
      expect(given).toEqual(expected);
    });
});

test('says where a period comes from', () => {
  const { rules, implied } = run({
    period: '2023',
    text: 'Năm 2022 có {40|2022} hộ. Cấp {3|2022} thẻ.\nXây {2|2023} căn nhà, {5%|2021} năm 2021.',
  });
  expect(rules).toEqual(['sentence', 'paragraph', 'document', 'own-words']);
  expect(implied).toEqual([false, true, true, false]);
});

test('the figures of a table take their column, then their row, then the caption', () => {
  const rows = [
    ['Chỉ tiêu', 'Năm 2021', '6 tháng đầu năm 2022', 'So với năm 2020', 'Ghi chú'],
    ['Hộ nghèo', '510', '480', '30', '7'],
    ['Hộ cận nghèo cuối năm 2019', '620', '600', '20', '8'],
  ];
  const lines = ['Bảng 1. Kết quả giảm nghèo năm 2023', ...rows.map((row) => row.join('\t'))];
  const text = lines.join('\n');
  const start = text.indexOf('Chỉ tiêu');
  const span = { start, end: text.length };
  let at = start;
  const cells = rows.map((row) =>
    row.map((cell) => {
      const placed = { text: cell, span: { start: at, end: at + cell.length }, colSpan: 1, rowSpan: 1 };
      at = placed.span.end + 1;
      return placed;
    }),
  );
  const block = (s: { start: number; end: number }, kind: Block['kind']): Block => ({
    span: s,
    kind,
    level: null,
    bold: false,
  });
  const figures = cells
    .slice(1)
    .flatMap((row) => row.slice(1).map((cell) => ({ span: cell.span, role: 'actual' as const })));
  const given = assignPeriods(
    {
      text,
      blocks: [block({ start: 0, end: start - 1 }, 'paragraph'), block(span, 'table')],
      tables: [{ span, rows: cells, headerRows: 1 }],
    },
    { issued: null, period: null, sections: [] },
    figures,
  );
  expect(given.map((g) => `${write(g.period)} ${g.rule}`)).toEqual([
    '2021 table',
    '2022-01-01..2022-06-30 table',
    '2023 caption',
    '2023 caption',
    '2021 table',
    '2022-01-01..2022-06-30 table',
    '2019-12-31 table',
    '2019-12-31 table',
  ]);
});
